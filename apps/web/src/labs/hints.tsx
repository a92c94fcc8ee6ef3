import { Button, ErrorState, Markdown } from '@cairn/ui';
import { useId } from 'react';
import { sentenceOf } from '../api.ts';
import { counted } from '../app/words.ts';
import { askHint } from './lab-requests.ts';
import { fillIn } from './lab-words.ts';
import type { StepProps } from './step-props.ts';
import { useRunChange } from './use-run-change.ts';

/** One by one, each when it is asked for. */
export function Hints({ step, progress, run }: Omit<StepProps, 'lab'>) {
  const heading = useId();
  const shown = progress.hintsShown;
  const next = shown.length + 1;
  const hint = useRunChange(run, (number: number) => askHint(run.id, step.id, number));
  if (step.hints === 0) return null;
  return (
    <section aria-labelledby={heading} className="grid gap-3 border-t border-line pt-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h4 id={heading} className="font-semibold">
          Hints
        </h4>
        {next <= step.hints ? (
          <Button size="small" disabled={hint.isPending} onClick={() => hint.mutate(next)}>
            Show hint {next} of {step.hints}
          </Button>
        ) : null}
      </div>
      {shown.length === 0 ? (
        <p className="text-[0.94rem] text-muted">
          {counted(step.hints, 'hint')}, from a nudge to nearly the answer. Each lowers the credit of this step a
          little.
        </p>
      ) : null}
      {hint.error ? <ErrorState title="The hint could not be shown" detail={sentenceOf(hint.error)} /> : null}
      <div role="status">
        <ol className="grid list-decimal gap-2 pl-6">
          {shown.map((text) => (
            <li key={text}>
              <Markdown text={fillIn(text, { region: run.account.region, account: run.account.accountId })} />
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
