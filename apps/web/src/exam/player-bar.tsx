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
      <div className="mx-auto flex max-w-[92rem] flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1 sm:gap-x-4 sm:px-6 sm:py-2">
        <Link
          to="/exams"
          aria-label="Leave the exam for now; it stays saved"
          title="Leave for now; it stays saved"
          className="grid size-11 shrink-0 place-items-center rounded-lg hover:bg-sunken sm:size-9"
        >
          <Logo className="size-7" />
        </Link>
        <p className="flex min-w-0 items-center gap-2 sm:flex-1">
          <span className="truncate font-semibold max-sm:sr-only">{attempt.title}</span>
          <span className="max-sm:sr-only">
            <Badge tone={attempt.mode === 'study' ? 'accent' : 'neutral'}>
              {attempt.mode === 'study' ? 'Study' : 'Exam'}
            </Badge>
          </span>
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
