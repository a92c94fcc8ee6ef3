import { useEffect, useRef } from 'react';
import type { Countdown } from './countdown.ts';
import { useSecondsLeft } from './timer.tsx';

/** Hands in once, when the time is up. The server ends the attempt by its own clock all the same. */
export function useTimeUp(countdown: Countdown, handIn: () => void): boolean {
  const left = useSecondsLeft(countdown);
  const isUp = left !== null && left <= 0 && !countdown.paused;
  const wasUp = useRef(false);
  useEffect(() => {
    if (!isUp || wasUp.current) return;
    wasUp.current = true;
    handIn();
  });
  return isUp;
}
