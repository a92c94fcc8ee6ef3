import type { ItemReportKind } from '@cairn/contract';
import { Button, Callout, Dialog, Field } from '@cairn/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sentenceOf } from '../api.ts';
import { reportItem, reportsQuery } from './report-requests.ts';
import { REPORT_KINDS } from './report-words.ts';

const LONGEST = 4000;

type ReportDialogProps = {
  readonly attemptId: string;
  readonly slot: string;
  readonly onClose: () => void;
};

/** What is wrong with a question. It stays on this machine, where its author or whoever exports it finds it. */
export function ReportDialog({ attemptId, slot, onClose }: ReportDialogProps) {
  const [id] = useState(() => crypto.randomUUID()); // one report, however often it is sent
  const [kind, setKind] = useState<ItemReportKind>('wrong-key');
  const [words, setWords] = useState('');
  const client = useQueryClient();
  const send = useMutation({
    mutationFn: () => reportItem(id, { attemptId, slot, kind, words }),
    onSuccess: () => client.invalidateQueries({ queryKey: reportsQuery.queryKey }),
  });
  if (send.isSuccess) return <ReportedDialog onClose={onClose} />;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Report this question"
      description="Your report stays on this machine. Under “Reported questions” it can be saved as an issue file."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={send.isPending} onClick={() => send.mutate()}>
            Report
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <KindChoice kind={kind} onChange={setKind} />
        <Field label="In your words" hint="What is right instead, and where it says so. You may leave it empty.">
          {(control) => (
            <textarea
              {...control}
              rows={4}
              maxLength={LONGEST}
              value={words}
              onChange={(event) => setWords(event.target.value)}
              className="w-full rounded-lg border border-muted/70 bg-paper p-3"
            />
          )}
        </Field>
        {send.error ? (
          <Callout tone="bad" announce title="Not reported yet">
            <p>{sentenceOf(send.error)} Your words are still here.</p>
          </Callout>
        ) : null}
      </div>
    </Dialog>
  );
}

type KindProps = { readonly kind: ItemReportKind; readonly onChange: (kind: ItemReportKind) => void };

function KindChoice({ kind, onChange }: KindProps) {
  return (
    <fieldset className="grid gap-x-4 gap-y-2 sm:grid-cols-2">
      <legend className="mb-2 font-semibold">What is wrong?</legend>
      {REPORT_KINDS.map((one) => (
        <label key={one.kind} className="flex items-start gap-3">
          <input
            type="radio"
            name="report-kind"
            className="mt-1.5 size-4"
            checked={one.kind === kind}
            onChange={() => onChange(one.kind)}
          />
          <span>
            {one.text}
            {one.hint === '' ? null : <span className="block text-[0.94rem] text-muted">{one.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function ReportedDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Thank you: it is noted"
      description="If its key is corrected, your finished attempts are scored again, and you are told."
      actions={
        <Button look="primary" onClick={onClose}>
          Go on
        </Button>
      }
    />
  );
}
