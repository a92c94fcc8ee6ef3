import { Icon } from '@cairn/ui';
import { useEffect, useRef, useState } from 'react';
import {
  type Countdown,
  clockText,
  secondsLeft,
  spokenTime,
  type Warning,
  warningAt,
  warningText,
} from './countdown.ts';

type TimerProps = {
  readonly countdown: Countdown;
  readonly limitSeconds: number | null;
  readonly isHidden: boolean;
  readonly onToggle: () => void;
};

/** Short words beside the clock while a warning holds; shape and words carry it, colour only repeats it. */
const BADGES: Record<Warning, string> = {
  quarter: 'Last quarter',
  'five-minutes': 'Under 5 minutes',
  'one-minute': 'Last minute',
  'time-up': 'Time is up',
};

export function Timer({ countdown, limitSeconds, isHidden, onToggle }: TimerProps) {
  const left = useSecondsLeft(countdown);
  const warning = warningAt(left, limitSeconds);
  if (left === null) {
    return <span className="ml-auto text-[0.94rem] font-semibold text-muted">Untimed</span>;
  }
  return (
    <div className="ml-auto flex flex-wrap items-center justify-end gap-x-2">
      {warning ? (
        <span
          className={`inline-flex items-center gap-1 rounded-full px-2.5 py-0.5 text-[0.85rem] font-semibold ${
            warning === 'quarter' ? 'bg-warn-soft text-warn' : 'bg-bad-soft text-bad'
          }`}
        >
          <Icon name="warning" className="size-3.5" />
          {BADGES[warning]}
        </span>
      ) : null}
      {isHidden ? null : (
        <span role="timer" className="text-xl font-semibold tabular-nums" aria-label={`${spokenTime(left)} left`}>
          {clockText(left)}
        </span>
      )}
      <button
        type="button"
        onClick={onToggle}
        className="min-h-11 rounded-lg px-2 sm:min-h-9 text-[0.9rem] text-muted underline decoration-dotted underline-offset-4 hover:text-accent"
      >
        {isHidden ? 'Show time' : 'Hide'}
        {isHidden ? null : <span className="sr-only"> the timer</span>}
      </button>
      <WarningAnnouncer warning={warning} left={left} />
    </div>
  );
}

/** Speaks once as each threshold is passed, politely: a question is not interrupted in mid-sentence. */
function WarningAnnouncer({ warning, left }: { warning: Warning | undefined; left: number }) {
  const [text, setText] = useState('');
  const spoken = useRef<Warning | undefined>(undefined);
  useEffect(() => {
    if (warning === spoken.current) return;
    spoken.current = warning;
    setText(warning ? warningText(warning, left) : '');
  }, [warning, left]);
  return (
    <span className="sr-only" aria-live="polite">
      {text}
    </span>
  );
}

export function useSecondsLeft(countdown: Countdown): number | null {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    setNow(performance.now());
    // Four times a second: a tick that the browser delays is caught up before anybody sees a jump of two.
    const ticking = setInterval(() => setNow(performance.now()), 250);
    return () => clearInterval(ticking);
  }, []);
  return secondsLeft(countdown, Math.max(now, countdown.heardAtMilliseconds));
}
