import type { Attempt, PublishedSlot } from '@cairn/contract';
import { findPlace, type Progress, progressOf, stateOf } from './attempt-view.ts';
import { moveTo } from './moving.ts';

/** Every question as a numbered stone. Shape and words tell its state; colour only repeats them. */

const WORDS: Record<Progress, string> = { 'not-seen': 'not seen', seen: 'seen, not answered', answered: 'answered' };

const LOOKS: Record<Progress, string> = {
  'not-seen': 'border-dashed border-muted/60 text-muted',
  seen: 'border-ink text-ink',
  answered: 'border-accent bg-accent text-on-accent',
};

type NavigatorProps = { readonly attempt: Attempt; readonly onGo: (slot: string) => void };

export function Navigator({ attempt, onGo }: NavigatorProps) {
  const hasParts = attempt.sections.length > 1;
  return (
    <div className="grid gap-4">
      {attempt.sections.map((section) => (
        <section key={section.id} aria-label={section.title} className="grid gap-2">
          {hasParts ? (
            <h3 className="font-sans text-[0.94rem] font-semibold tracking-normal text-muted">
              {section.title}
              {attempt.lockedSections.includes(section.id) ? ' (locked)' : ''}
            </h3>
          ) : null}
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(2.6rem,1fr))] gap-1.5">
            {section.slots.map((slot) => (
              <li key={slot.id}>
                <Stone attempt={attempt} slot={slot} onGo={onGo} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Legend />
    </div>
  );
}

function Stone({ attempt, slot, onGo }: NavigatorProps & { slot: PublishedSlot }) {
  const state = stateOf(attempt, slot.id);
  const progress = progressOf(state);
  const isCurrent = attempt.currentSlot === slot.id;
  const isShut = moveTo(attempt, slot.id).outcome === 'closed';
  const words = [
    `Question ${slot.number}`,
    WORDS[progress],
    state.flagged ? 'flagged' : '',
    isShut ? 'not open' : '',
  ].filter(Boolean);
  return (
    <button
      type="button"
      aria-label={words.join(', ')}
      aria-current={isCurrent ? 'step' : undefined}
      aria-disabled={isShut || undefined}
      onClick={() => onGo(slot.id)}
      className={`relative grid h-11 w-full place-items-center rounded-lg border-2 text-[0.94rem] font-semibold tabular-nums ${LOOKS[progress]} ${
        isCurrent ? 'outline-2 outline-offset-2 outline-ink' : ''
      } ${isShut ? 'line-through decoration-2' : ''}`}
    >
      {slot.number}
      {state.flagged ? <FlagMark className="absolute -right-1 -top-1.5 size-4.5" /> : null}
    </button>
  );
}

export function FlagMark({ className = 'size-4', isEmpty = false }: { className?: string; isEmpty?: boolean }) {
  return (
    <svg viewBox="0 0 20 20" className={className} aria-hidden="true">
      <path d="M4.5 19V2" className="stroke-ink" strokeWidth="2.2" strokeLinecap="round" />
      <path
        d="M5 2.5h11.5l-3 4 3 4H5Z"
        className={`stroke-ink ${isEmpty ? 'fill-none' : 'fill-warn'}`}
        strokeWidth="1.4"
        strokeLinejoin="round"
      />
    </svg>
  );
}

const SAMPLES: readonly Progress[] = ['not-seen', 'seen', 'answered'];

function Legend() {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-[0.85rem] text-muted" aria-label="What the shapes mean">
      {SAMPLES.map((progress) => (
        <li key={progress} className="flex items-center gap-1.5">
          <span className={`inline-block size-4 rounded border-2 ${LOOKS[progress]}`} aria-hidden="true" />
          {WORDS[progress]}
        </li>
      ))}
      <li className="flex items-center gap-1.5">
        <FlagMark />
        flagged
      </li>
    </ul>
  );
}

/** "Question 12 of 65", counted over the whole form. */
export function positionText(attempt: Attempt): string {
  const place = findPlace(attempt, attempt.currentSlot);
  const total = attempt.sections.reduce((sum, { slots }) => sum + slots.length, 0);
  return place ? `Question ${place.slot.number} of ${total}` : `${total} questions`;
}
