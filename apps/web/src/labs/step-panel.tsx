import { Button, Callout, Markdown } from '@cairn/ui';
import { sentenceOf } from '../api.ts';
import { CheckResults } from './check-results.tsx';
import { Hints } from './hints.tsx';
import { creditText, fillIn } from './lab-words.ts';
import { Solution } from './solution.tsx';
import { StepAccount } from './step-account.tsx';
import { type StepProps, stepHeadingId } from './step-props.ts';
import { useChecking } from './use-checking.ts';

type PanelProps = StepProps & { readonly onShow: (step: string) => void };

/** Goal, why, check, and what helps. */
export function StepPanel({ step, progress, lab, run, onShow }: PanelProps) {
  const texts = { region: run.account.region, account: run.account.accountId };
  const checking = useChecking(run, progress);
  const isReady = run.account.state === 'ready';
  return (
    <div className="grid gap-4 pt-1">
      <Markdown text={fillIn(step.goal, texts)} />
      <div className="grid gap-1 border-l-2 border-accent/50 pl-4 text-muted">
        <p className="text-[0.88rem] font-semibold">Why one does this</p>
        <Markdown text={fillIn(step.why, texts)} />
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button look="primary" disabled={checking.isPending || !isReady} onClick={checking.check}>
          {checking.isPending ? 'Looking into your account…' : progress.latest.length > 0 ? 'Check again' : 'Check'}
        </Button>
        {isReady ? null : <p className="text-[0.94rem] text-muted">The account is not there: rebuild it first.</p>}
      </div>
      <div role="status" className="grid gap-3">
        {checking.error ? (
          <Callout tone="bad" title="This could not be checked; you lose nothing by it">
            <p>{sentenceOf(checking.error)}</p>
          </Callout>
        ) : null}
        <CheckResults results={progress.latest} isWatching={checking.isWatching} onStop={checking.stop} />
        {progress.state === 'passed' ? <Passed progress={progress} lab={lab} run={run} onShow={onShow} /> : null}
      </div>
      <Hints step={step} progress={progress} run={run} />
      <Solution key={step.id} step={step} progress={progress} run={run} />
      <StepAccount step={step} progress={progress} lab={lab} run={run} />
    </div>
  );
}

function Passed({ progress, lab, run, onShow }: Omit<PanelProps, 'step'>) {
  const next = lab.steps.find(({ id }) => id === run.currentStep);
  const goOn = (id: string) => {
    onShow(id);
    document.getElementById(stepHeadingId(id))?.focus();
  };
  return (
    <Callout tone="good" title={progress.credit === null ? 'Passed' : creditText(progress.credit)}>
      {next ? (
        <Button size="small" className="mt-2" onClick={() => goOn(next.id)}>
          On to: {next.title}
        </Button>
      ) : (
        <p>That was the last stone.</p>
      )}
    </Callout>
  );
}
