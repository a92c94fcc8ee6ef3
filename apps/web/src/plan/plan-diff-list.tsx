import type { PlanPreview } from '@cairn/contract';
import { dayInWords } from '../app/words.ts';

type Diff = NonNullable<Extract<PlanPreview, { outcome: 'planned' }>['diff']>;

/** More than this is a new plan rather than a list of changes. */
const SHOWN = 6;

/** What moved, in words, each with why. */
export function PlanDiffList({ diff: { moved, added, dropped } }: { diff: Diff }) {
  const lines = [
    ...moved.map(({ id, title, to, why }) => ({ id, text: `${title} moves to ${dayInWords(to ?? '')}.`, why })),
    ...added.map(({ id, title, to, why }) => ({ id, text: `${title} is new on ${dayInWords(to ?? '')}.`, why })),
    ...dropped.map(({ id, title, why }) => ({ id, text: `${title} is left out.`, why })),
  ];
  if (lines.length === 0) return <p>Nothing moves: the plan stays as it is.</p>;
  return (
    <>
      <ul className="grid gap-1.5">
        {lines.slice(0, SHOWN).map(({ id, text, why }) => (
          <li key={id}>
            {text} <span className="text-muted">{why}</span>
          </li>
        ))}
      </ul>
      {lines.length > SHOWN ? (
        <p className="mt-1.5 text-muted">
          And {lines.length - SHOWN} more: {moved.length} moved, {added.length} added, {dropped.length} left out in all.
        </p>
      ) : null}
    </>
  );
}
