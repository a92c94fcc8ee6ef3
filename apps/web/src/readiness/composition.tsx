import type { Readiness } from '@cairn/contract';
import { dayOf, type Instant } from '@cairn/kernel';
import { Fold } from '@cairn/ui';
import { today } from '../app/today.ts';
import { counted } from '../app/words.ts';
import { agoText } from './readiness-words.ts';

const HEAD = ['Domain', 'Share of the exam', 'Answers', 'Last practice', 'Expected points'] as const;

/** What the number is made of, to the last answer. */
export function Composition({ readiness }: { readiness: Readiness }) {
  const { answers, lastPracticeAt, domains } = readiness;
  return (
    <div className="border-b border-line">
      <Fold summary="What it is made of">
        <p>
          {counted(answers, 'answer')} counted, from exams, study and diagnoses
          {lastPracticeAt === null ? '' : `; last practised ${ago(lastPracticeAt)}`}. Older answers weigh less, since
          ability moves, and uncertainty grows with the time since you last practised. A form has{' '}
          {readiness.scoredQuestions} questions that count; expected points are told against what a just-passing
          candidate earns in that domain.
        </p>
        {/* biome-ignore lint/a11y/useSemanticElements: no fieldset, and no landmark */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, so the keyboard must reach it */}
        <div role="group" aria-label="Table: domains" className="mt-3 overflow-x-auto" tabIndex={0}>
          <table className="w-full text-left">
            <thead>
              <tr>
                {HEAD.map((text) => (
                  <th key={text} scope="col" className="border-b border-line py-1.5 pr-4 font-semibold">
                    {text}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="tabular-nums">
              {domains.map(
                ({ number, name, weightPercent, answers: count, lastPracticeAt: last, expectedMargin, cutPoints }) => (
                  <tr key={number}>
                    <td className={CELL}>
                      {number} {name}
                    </td>
                    <td className={CELL}>{Math.round(weightPercent)} %</td>
                    <td className={CELL}>{count}</td>
                    <td className={CELL}>{last === null ? 'never' : ago(last)}</td>
                    <td className={CELL}>{count === 0 ? '–' : marginText(expectedMargin, cutPoints)}</td>
                  </tr>
                ),
              )}
            </tbody>
          </table>
        </div>
      </Fold>
    </div>
  );
}

const CELL = 'border-b border-line py-1.5 pr-4 align-top';

const ago = (instant: number): string => agoText(dayOf(instant as Instant), today()); // of the contract

/** "+1.2 above its 9.4": in points of a form, against what a just-passing candidate earns there. */
function marginText(margin: number, cut: number): string {
  const size = Math.abs(margin).toFixed(1);
  return size === '0.0'
    ? `at its ${cut.toFixed(1)}`
    : `${size} ${margin > 0 ? 'above' : 'below'} its ${cut.toFixed(1)}`;
}
