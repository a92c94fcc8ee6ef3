import type { Diagnosis } from '@cairn/contract';
import { Button, Callout, Dialog } from '@cairn/ui';
import { useMutation } from '@tanstack/react-query';
import { sentenceOf } from '../api.ts';
import { counted } from '../app/words.ts';
import { endDiagnosis } from './diagnosis-requests.ts';

type EndDialogProps = {
  readonly diagnosis: Diagnosis;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onEnded: () => void;
};

export function EndDialog({ diagnosis, isOpen, onClose, onEnded }: EndDialogProps) {
  const end = useMutation({ mutationFn: () => endDiagnosis(diagnosis.id), onSuccess: onEnded });
  return (
    <Dialog
      open={isOpen}
      onOpenChange={onClose}
      title="End the diagnosis here?"
      description={`${counted(diagnosis.answered, 'question')} answered so far. ${
        diagnosis.answered < diagnosis.minQuestions
          ? `With fewer than ${diagnosis.minQuestions} the result says little.`
          : 'The result will be less sure than it could be.'
      } To come back to it later, close the window instead: everything is saved.`}
      actions={
        <>
          <Button look="primary" onClick={onClose}>
            Go on
          </Button>
          <Button look="danger" disabled={end.isPending} onClick={() => end.mutate()}>
            End it
          </Button>
        </>
      }
    >
      {end.error ? (
        <Callout tone="bad" announce title="It did not end">
          <p>{sentenceOf(end.error)}</p>
        </Callout>
      ) : null}
    </Dialog>
  );
}
