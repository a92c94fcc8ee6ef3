/**
 * Time left, as the server said it, minus what a monotonic clock counted since. The wall clock has no say: it jumps
 * when somebody sets it, when daylight saving starts, and when a laptop wakes.
 */
export type Countdown = {
  /** null: untimed. */
  readonly remainingSeconds: number | null;
  readonly paused: boolean;
  /** Reading of the monotonic clock (`performance.now()`) when the server's word arrived. */
  readonly heardAtMilliseconds: number;
};

export function secondsLeft(countdown: Countdown, nowMilliseconds: number): number | null {
  const { remainingSeconds, paused, heardAtMilliseconds } = countdown;
  if (remainingSeconds === null) return null;
  const since = paused ? 0 : Math.max(0, nowMilliseconds - heardAtMilliseconds) / 1000;
  return Math.max(0, remainingSeconds - since);
}

export type Warning = 'quarter' | 'five-minutes' | 'one-minute' | 'time-up';

const FIVE_MINUTES = 300;
const ONE_MINUTE = 60;

/** The most urgent warning that holds. On a short form the quarter may come after five minutes: the urgent one wins. */
export function warningAt(left: number | null, limitSeconds: number | null): Warning | undefined {
  if (left === null || limitSeconds === null) return undefined;
  if (left <= 0) return 'time-up';
  if (left <= ONE_MINUTE) return 'one-minute';
  if (left <= FIVE_MINUTES && limitSeconds > FIVE_MINUTES) return 'five-minutes';
  return left <= limitSeconds / 4 ? 'quarter' : undefined;
}

/** `1:04:09`, or `4:09` below an hour. Rounded up, so that 0:00 appears when the time is up and not before. */
export function clockText(seconds: number): string {
  const whole = Math.ceil(seconds);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = String(whole % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

const count = (amount: number, unit: string) => `${amount} ${unit}${amount === 1 ? '' : 's'}`;

/** For a screen reader: `1 hour 4 minutes`, `4 minutes`, `40 seconds`. */
export function spokenTime(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < ONE_MINUTE) return count(whole, 'second');
  const minutes = Math.floor(whole / 60);
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return count(minutes, 'minute');
  return minutes % 60 === 0 ? count(hours, 'hour') : `${count(hours, 'hour')} ${count(minutes % 60, 'minute')}`;
}

export function warningText(warning: Warning, left: number): string {
  switch (warning) {
    case 'quarter':
      return `A quarter of the time is left: ${spokenTime(left)}.`;
    case 'five-minutes':
      return `${spokenTime(left)} left.`;
    case 'one-minute':
      return `Last minute: ${spokenTime(left)} left.`;
    case 'time-up':
      return 'Time is up.';
  }
}
