import type { LabRun, LabStepProgress } from '@cairn/contract';
import { useEffect, useState } from 'react';
import { checkStep } from './lab-requests.ts';
import { useRunChange } from './use-run-change.ts';

const LOOK_AGAIN_MILLISECONDS = 5_000;

/** Five minutes: a cloud that is still at work then wants its clock moved on, not watched. */
const MOST_LOOKS = 60;

/** A check that the learner asks for, and again by itself while the cloud is still at work. */
export function useChecking(run: LabRun, { step, state, latest }: LabStepProgress) {
  const [looksLeft, setLooksLeft] = useState(MOST_LOOKS);
  const { mutate, isPending, error } = useRunChange(run, async (asked: string) => (await checkStep(run.id, asked)).run);
  const isUnderWay = state === 'open' && isStillAtWork(latest);
  const isWatching = isUnderWay && looksLeft > 0 && error === null && run.account.state === 'ready';
  useEffect(() => {
    if (!isWatching || isPending) return;
    const timer = setTimeout(() => {
      setLooksLeft(looksLeft - 1);
      mutate(step);
    }, LOOK_AGAIN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [isWatching, isPending, looksLeft, mutate, step]);
  return {
    isPending,
    error,
    isWatching,
    check: () => {
      setLooksLeft(MOST_LOOKS);
      mutate(step);
    },
    stop: () => setLooksLeft(0),
  };
}

/** Nothing is wrong, and something is not ready yet. */
function isStillAtWork(latest: LabStepProgress['latest']): boolean {
  return (
    latest.some(({ outcome }) => outcome === 'not-yet') &&
    latest.every(({ outcome }) => outcome === 'not-yet' || outcome === 'passed')
  );
}
