import type { Clock, Instant } from '@cairn/kernel';

/**
 * Wall time at start plus monotonic time since: a clock that somebody sets, or that NTP corrects, neither ends an exam
 * nor lengthens it.
 */
export function steadyClock(wall: () => number, monotonic: () => number): Clock {
  const offset = wall() - monotonic();
  return { now: () => Math.round(offset + monotonic()) as Instant };
}
