import { Callout } from '@cairn/ui';
import { type RefObject, useState } from 'react';
import { counted } from '../app/words.ts';
import { countsOf, progressOf, slotsOf, stateOf } from './attempt-view.ts';
import { moveTo } from './moving.ts';
import { FlagMark } from './navigator.tsx';
import type { Player } from './use-player.ts';

type Filter = 'all' | 'unanswered' | 'flagged';

const FILTERS: readonly { readonly id: Filter; readonly text: string }[] = [
  { id: 'all', text: 'All' },
  { id: 'unanswered', text: 'Not answered' },
  { id: 'flagged', text: 'Flagged' },
];

type ReviewProps = { readonly player: Player; readonly heading: RefObject<HTMLHeadingElement | null> };

/** Everything at a glance before handing in; what is not locked opens again. */
export function ReviewScreen({ player, heading }: ReviewProps) {
  const { attempt } = player;
  const [filter, setFilter] = useState<Filter>('all');
  const counts = countsOf(attempt);
  const amounts: Record<Filter, number> = {
    all: counts.questions,
    unanswered: counts.questions - counts.answered,
    flagged: counts.flagged,
  };
  const shown = slotsOf(attempt).filter(({ id }) => passes(filter, stateOf(attempt, id)));
  return (
    <div className="mx-auto grid max-w-3xl gap-6">
      <div className="grid gap-2">
        <h1 ref={heading} tabIndex={-1} className="text-3xl sm:text-4xl">
          Review
        </h1>
        <p className="text-lg text-muted">
          {counts.answered} of {counted(counts.questions, 'question')} answered, {counts.flagged} flagged. Nothing is
          deducted for a wrong answer, so leave none open.
        </p>
      </div>
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">Which questions to show</legend>
        {FILTERS.map(({ id, text }) => (
          <button
            key={id}
            type="button"
            aria-pressed={filter === id}
            onClick={() => setFilter(id)}
            className="min-h-10 rounded-full border border-line bg-card px-4 text-[0.94rem] font-semibold hover:border-accent aria-pressed:border-accent aria-pressed:bg-accent-soft"
          >
            {text} ({amounts[id]})
          </button>
        ))}
      </fieldset>
      {shown.length === 0 ? (
        <Callout tone="good" title={filter === 'flagged' ? 'No question is flagged.' : 'Every question is answered.'} />
      ) : (
        <ul className="divide-y divide-line rounded-xl border border-line bg-card">
          {shown.map((slot) => (
            <ReviewRow key={slot.id} player={player} slotId={slot.id} number={slot.number} />
          ))}
        </ul>
      )}
    </div>
  );
}

const passes = (filter: Filter, { answered, flagged }: { answered: boolean; flagged: boolean }): boolean =>
  filter === 'all' || (filter === 'flagged' ? flagged : !answered);

const WORDS = { 'not-seen': 'Not seen', seen: 'Not answered', answered: 'Answered' } as const;

function ReviewRow({ player, slotId, number }: { player: Player; slotId: string; number: number }) {
  const { attempt } = player;
  const state = stateOf(attempt, slotId);
  const progress = progressOf(state);
  const isShut = moveTo(attempt, slotId).outcome === 'closed';
  return (
    <li className="flex min-h-13 items-center gap-3 px-4 py-2">
      <span className="w-28 font-semibold tabular-nums">Question {number}</span>
      <span className={progress === 'answered' ? '' : 'font-semibold text-warn'}>{WORDS[progress]}</span>
      {state.flagged ? (
        <span className="inline-flex items-center gap-1">
          <FlagMark /> Flagged
        </span>
      ) : null}
      <span className="ml-auto">
        {isShut ? (
          <span className="text-muted">Not open</span>
        ) : (
          <button
            type="button"
            onClick={() => (attempt.currentSlot === slotId ? player.setScreen('question') : player.go(slotId))}
            className="min-h-9 rounded-lg px-3 font-semibold text-accent underline underline-offset-4 hover:bg-accent-soft"
          >
            Open<span className="sr-only"> question {number}</span>
          </button>
        )}
      </span>
    </li>
  );
}
