import { maximumScore } from '../items/calibrated-item.ts';
import type { AdaptiveLog } from './adaptive-test.ts';
import { NONE } from './bank-structure.ts';
import { type Belief, beliefAfter, type IndexedAnswer } from './belief.ts';
import type { PreparedTest } from './prepare.ts';

/** Where a person stands: derived from the log alone. */
export type Progress = {
  readonly answers: readonly IndexedAnswer[];
  readonly isGiven: Uint8Array;
  readonly belief: Belief;
  readonly usedFamilies: ReadonlySet<number>;
  readonly usedSets: readonly number[];
  /** Items given of each domain. */
  readonly given: readonly number[];
  /** The same with what is left of the set under way. */
  readonly held: readonly number[];
  /** Questions of the set under way that are still to come, in order. */
  readonly pending: readonly number[];
};

function indexedAnswers({ indexOf, calibrations }: PreparedTest, { answers }: AdaptiveLog): IndexedAnswer[] {
  const seen = new Set<string>();
  return answers.map(({ itemId, score }, i) => {
    const index = indexOf.get(itemId);
    const calibration = index === undefined ? undefined : calibrations[index];
    if (index === undefined || calibration === undefined)
      throw new RangeError(`answer ${i + 1}: there is no item ${itemId} in this test`);
    if (seen.has(itemId)) throw new RangeError(`answer ${i + 1}: item ${itemId} was answered before`);
    seen.add(itemId);
    const isScore = score >= 0 && score <= maximumScore(calibration);
    if (!isScore || !(Number.isInteger(score) || calibration.kind === 'dichotomous'))
      throw new RangeError(`answer ${i + 1}: item ${itemId} cannot have the score ${score}`);
    return { index, score };
  });
}

const distinct = (answers: readonly IndexedAnswer[], column: Int32Array): number[] => [
  ...new Set(answers.map(({ index }) => column[index] ?? NONE).filter((value) => value !== NONE)),
];

/** @throws RangeError for an item that is unknown or answered twice, or a score that it cannot have */
export function progressOf(test: PreparedTest, log: AdaptiveLog): Progress {
  const { structure, tables, prior } = test;
  const answers = indexedAnswers(test, log);
  const isGiven = new Uint8Array(tables.size);
  const given = structure.domains.map(() => 0);
  const count = (counts: number[], index: number) => {
    const domain = structure.domainOf[index] ?? 0;
    counts[domain] = (counts[domain] ?? 0) + 1;
  };
  for (const { index } of answers) {
    isGiven[index] = 1;
    count(given, index);
  }
  const usedSets = distinct(answers, structure.setOf);
  const pending = usedSets.flatMap((set) => structure.sets[set]?.members.filter((j) => isGiven[j] !== 1) ?? []);
  const held = [...given];
  for (const index of pending) count(held, index);
  const usedFamilies = new Set(distinct(answers, structure.familyOf));
  const belief = beliefAfter(tables, prior, answers);
  return { answers, isGiven, belief, usedFamilies, usedSets, given, held, pending };
}
