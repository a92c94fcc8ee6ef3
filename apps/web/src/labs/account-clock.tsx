import type { LabRun } from '@cairn/contract';
import { Button, Card, ErrorState } from '@cairn/ui';
import { useEffect, useState } from 'react';
import { sentenceOf } from '../api.ts';
import { advanceLab } from './lab-requests.ts';
import { aheadText, clockText } from './lab-words.ts';
import { useRunChange } from './use-run-change.ts';

/** The account has a clock of its own: what takes a night for real takes a click here. */
export function AccountClock({ run }: { run: LabRun }) {
  const advance = useRunChange(run, (hours: number) => advanceLab(run.id, hours));
  const now = useTicking(run.account.now);
  return (
    <Card className="grid gap-3 !p-4">
      <h3 className="text-xl">Clock</h3>
      <p className="font-mono text-[0.94rem] tabular-nums">{now === null ? 'not known' : clockText(now)}</p>
      <p className="text-[0.94rem] text-muted">{aheadText(run.account.aheadMilliseconds)}</p>
      <div className="flex flex-wrap gap-2">
        <Button size="small" disabled={advance.isPending} onClick={() => advance.mutate(1)}>
          Let 1 h pass
        </Button>
        <Button size="small" disabled={advance.isPending} onClick={() => advance.mutate(24)}>
          Let 24 h pass
        </Button>
      </div>
      <p role="status" className="text-[0.94rem] text-muted">
        {advance.isPending ? 'Time passes…' : 'What runs goes on running, and costs.'}
      </p>
      {advance.error ? <ErrorState title="No time passed" detail={sentenceOf(advance.error)} /> : null}
    </Card>
  );
}

/** A moment that goes on by itself, a second at a time. */
function useTicking(moment: number | null): number | null {
  const [passed, setPassed] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each reading of the clock starts the count anew
  useEffect(() => {
    const startedAt = performance.now();
    setPassed(0);
    const timer = setInterval(() => setPassed(performance.now() - startedAt), 1_000);
    return () => clearInterval(timer);
  }, [moment]);
  return moment === null ? null : moment + passed;
}
