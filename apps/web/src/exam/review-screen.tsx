import type { PublishedSection, PublishedSlot } from '@cairn/contract';
import { Callout } from '@cairn/ui';
import { type RefObject, useState } from 'react';
import { counted } from '../app/words.ts';
import { countsOf, progressOf, stateOf } from './attempt-view.ts';
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
  const shown = attempt.sections
    .map((section) => ({ section, slots: section.slots.filter(({ id }) => passes(filter, stateOf(attempt, id))) }))
    .filter(({ slots }) => slots.length > 0);
  return (
    <div className="mx-auto grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-6">
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
            className="min-h-11 rounded-full border border-line bg-card px-4 text-[0.94rem] font-semibold hover:border-accent aria-pressed:border-accent aria-pressed:bg-accent aria-pressed:text-on-accent"
          >
            {text} ({amounts[id]})
          </button>
        ))}
      </fieldset>
      {shown.length === 0 ? (
        <Callout tone="good" title={filter === 'flagged' ? 'No question is flagged.' : 'Every question is answered.'} />
      ) : (
        shown.map(({ section, slots }) => (
          <ReviewPart key={section.id} player={player} section={section} slots={slots} />
        ))
      )}
    </div>
  );
}

type PartProps = {
  readonly player: Player;
  readonly section: PublishedSection;
  readonly slots: readonly PublishedSlot[];
};

/** Parts lock apart from one another, so they stand apart. */
function ReviewPart({ player, section, slots }: PartProps) {
  const { attempt } = player;
  const isLocked = attempt.lockedSections.includes(section.id);
  return (
    <section aria-label={section.title} className="grid grid-cols-[minmax(0,1fr)] gap-2">
      {attempt.sections.length > 1 ? (
        <h2 className="font-sans text-base font-semibold tracking-normal">
          {section.title}
          {isLocked ? <span className="font-normal text-muted"> (locked)</span> : null}
        </h2>
      ) : null}
      <ul className="grid gap-x-8 border-t border-line md:grid-cols-2">
        {slots.map((slot) => (
          <ReviewRow key={slot.id} player={player} slotId={slot.id} number={slot.number} />
        ))}
      </ul>
    </section>
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
    <li className="flex min-h-13 items-center gap-x-3 border-b border-line py-1">
      <span className="w-8 shrink-0 text-right font-semibold tabular-nums sm:w-10">
        <span className="sr-only">Question </span>
        {number}
      </span>
      <span className={progress === 'answered' ? '' : 'font-semibold text-warn'}>{WORDS[progress]}</span>
      {state.flagged ? (
        <span className="inline-flex items-center gap-1">
          <FlagMark /> Flagged
        </span>
      ) : null}
      <span className="ml-auto">
        {isShut ? (
          <span className="px-3 text-muted">Not open</span>
        ) : (
          <button
            type="button"
            onClick={() => (attempt.currentSlot === slotId ? player.setScreen('question') : player.go(slotId))}
            className="min-h-11 rounded-lg px-3 font-semibold text-accent underline underline-offset-4 hover:bg-accent-soft"
          >
            Open<span className="sr-only"> question {number}</span>
          </button>
        )}
      </span>
    </li>
  );
}
