import type { Attempt } from '@cairn/contract';
import { Badge, Logo } from '@cairn/ui';
import { Link } from '@tanstack/react-router';
import type { Countdown } from './countdown.ts';
import type { OutboxState } from './outbox.ts';
import { SaveIndicator } from './save-indicator.tsx';
import { Timer } from './timer.tsx';

type PlayerBarProps = {
  readonly attempt: Attempt;
  readonly countdown: Countdown;
  readonly outbox: OutboxState;
  readonly isTimerHidden: boolean;
  readonly onToggleTimer: () => void;
};

export function PlayerBar({ attempt, countdown, outbox, isTimerHidden, onToggleTimer }: PlayerBarProps) {
  return (
    <header className="sticky top-0 z-20 border-b border-line bg-paper">
      <div className="mx-auto flex max-w-[92rem] flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 sm:px-6">
        <Link
          to="/exams"
          aria-label="Leave the exam for now; it stays saved"
          title="Leave for now; it stays saved"
          className="rounded-lg p-1 hover:bg-sunken"
        >
          <Logo className="size-7" />
        </Link>
        <p className="flex min-w-0 flex-1 items-center gap-2">
          <span className="truncate font-semibold">{attempt.title}</span>
          <Badge tone={attempt.mode === 'study' ? 'accent' : 'neutral'}>
            {attempt.mode === 'study' ? 'Study' : 'Exam'}
          </Badge>
        </p>
        <SaveIndicator outbox={outbox} />
        <Timer
          countdown={countdown}
          limitSeconds={attempt.limitSeconds}
          isHidden={isTimerHidden}
          onToggle={onToggleTimer}
        />
      </div>
    </header>
  );
}
