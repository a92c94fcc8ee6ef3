import { Logo } from '@cairn/ui';
import { Link } from '@tanstack/react-router';
import { counted } from '../app/words.ts';
import type { OutboxState } from './review-outbox.ts';
import { progressOf } from './review-session.ts';
import type { SittingState } from './review-sitting.ts';

type BarProps = {
  readonly state: SittingState;
  readonly outbox: OutboxState;
  readonly exam: string | undefined;
};

/** How far the sitting is, and whether everything has arrived. */
export function ReviewBar({ state, outbox, exam }: BarProps) {
  const { done, total } = state.kind === 'open' ? progressOf(state.session) : { done: 0, total: 0 };
  return (
    <header className="border-b border-line bg-paper">
      <div className="mx-auto flex max-w-3xl items-center gap-3 px-4 py-1.5 sm:px-6 sm:py-2">
        <Link
          to="/cards"
          aria-label="Leave the review; what you answered is kept"
          title="Leave; what you answered is kept"
          className="grid size-11 shrink-0 place-items-center rounded-lg hover:bg-sunken"
        >
          <Logo className="size-7" />
        </Link>
        <h1 className="min-w-0 flex-1 truncate font-sans text-base font-semibold tracking-normal">
          {exam ? `${exam.toUpperCase()} cards` : 'Cards'}
        </h1>
        <SavedNote outbox={outbox} />
        {total > 0 ? <Trail done={done} total={total} /> : null}
      </div>
    </header>
  );
}

/** Said only when something has not arrived: calm otherwise. */
function SavedNote({ outbox }: { readonly outbox: OutboxState }) {
  const text = savedText(outbox);
  return (
    <p role="status" className="text-[0.94rem] text-muted">
      {text}
    </p>
  );
}

function savedText({ isAway, isDiskRefused, waiting, refusal }: OutboxState): string {
  if (isAway && isDiskRefused) return 'Cairn is away, and this browser keeps nothing: stay on this page';
  if (isAway) return `Cairn is away; ${counted(waiting, 'answer')} kept here`;
  return refusal ?? '';
}

const STONES = 12;

/** Stones along the way, a dozen at most, each the same share of it. */
function Trail({ done, total }: { readonly done: number; readonly total: number }) {
  const stones = Math.min(STONES, total);
  const laid = Math.floor((done / total) * stones);
  return (
    <div role="img" aria-label={`${done} of ${total} cards done`} className="flex shrink-0 items-center gap-1">
      {Array.from({ length: stones }, (_, i) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: stones are alike and never move
          key={i}
          className={`hidden h-2.5 w-4 rounded-[50%/60%] sm:block ${i < laid ? 'bg-accent' : 'border border-muted/60'}`}
        />
      ))}
      <span className="ml-1.5 text-[0.94rem] tabular-nums text-muted" aria-hidden="true">
        {done}/{total}
      </span>
    </div>
  );
}
