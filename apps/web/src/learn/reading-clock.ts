/** Somebody who neither moves nor scrolls for a minute has left, or has read what is on the screen. */
const PATIENCE_MILLISECONDS = 60_000;

/** Time that a page was really in view. Instants are milliseconds of one clock that never goes back. */
export type ReadingClock = {
  readonly countedMilliseconds: number;
  readonly isInView: boolean;
  /** Until when time has been counted. */
  readonly lookedAt: number;
  readonly touchedAt: number;
};

export type ReadingEvent = 'touched' | 'shown' | 'hidden' | 'looked';

export const startReading = (now: number, isInView: boolean): ReadingClock => ({
  countedMilliseconds: 0,
  isInView,
  lookedAt: now,
  touchedAt: now,
});

/** The clock after something happened. Coming back into view counts as a touch; being hidden stops it. */
export function afterEvent(clock: ReadingClock, event: ReadingEvent, now: number): ReadingClock {
  const until = Math.min(now, clock.touchedAt + PATIENCE_MILLISECONDS);
  const more = clock.isInView ? Math.max(0, until - clock.lookedAt) : 0;
  return {
    countedMilliseconds: clock.countedMilliseconds + more,
    isInView: event === 'shown' || (clock.isInView && event !== 'hidden'),
    lookedAt: Math.max(now, clock.lookedAt),
    touchedAt: event === 'touched' || event === 'shown' ? now : clock.touchedAt,
  };
}
