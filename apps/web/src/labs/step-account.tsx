import { Button, ErrorState } from '@cairn/ui';
import { useState } from 'react';
import { sentenceOf } from '../api.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { catchUp, resetLab } from './lab-requests.ts';
import type { StepProps } from './step-props.ts';
import { useRunChange } from './use-run-change.ts';

/** Puts the account to where this step begins: back, or forward by the solutions of the steps before. */
export function StepAccount({ step, progress, lab, run }: StepProps) {
  const [asking, setAsking] = useState<'reset' | 'catch-up'>();
  const reset = useRunChange(run, () => resetLab(run.id, step.id));
  const forward = useRunChange(run, () => catchUp(run.id, step.id));
  const place = lab.steps.findIndex(({ id }) => id === step.id);
  const missing = run.steps.slice(0, place).filter(({ state }) => state === 'open').length;
  const isBusy = reset.isPending || forward.isPending;
  const error = reset.error ?? forward.error;
  return (
    <div className="grid gap-3 border-t border-line pt-4">
      <div className="flex flex-wrap gap-3" role="status">
        <Button
          size="small"
          look="quiet"
          disabled={isBusy || (!progress.canReset && place > 0)}
          onClick={() => setAsking('reset')}
        >
          {reset.isPending ? 'Putting the account back…' : 'Put the account back to here'}
        </Button>
        {missing > 0 ? (
          <Button size="small" look="quiet" disabled={isBusy} onClick={() => setAsking('catch-up')}>
            {forward.isPending ? 'Doing the steps before…' : 'Catch me up to here'}
          </Button>
        ) : null}
      </div>
      {error ? <ErrorState title="The account was not changed" detail={sentenceOf(error)} /> : null}
      <ConfirmDialog
        open={asking === 'reset'}
        onOpenChange={() => setAsking(undefined)}
        title={`Back to where “${step.title}” begins?`}
        description="What was built in the account since goes. Steps that you passed stay passed."
        confirm="Put it back"
        onConfirm={() => reset.mutate(undefined)}
      />
      <ConfirmDialog
        open={asking === 'catch-up'}
        onOpenChange={() => setAsking(undefined)}
        title={`Begin with “${step.title}”?`}
        description="The steps before it are done for you by their solutions, and earn no credit. This may take some minutes."
        confirm="Catch me up"
        onConfirm={() => forward.mutate(undefined)}
      />
    </div>
  );
}
