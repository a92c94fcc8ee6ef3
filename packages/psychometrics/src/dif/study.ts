import { NOT_PRESENTED, type Responses } from '../responses/responses.ts';

/**
 * Two groups that answered the same items. An item functions differently if persons of equal ability, one of each
 * group, have unequal chances on it.
 */
export type DifStudy = {
  readonly responses: Responses;
  /** One entry a person: true for the focal group (by custom the smaller one, whose disadvantage is looked for). */
  readonly focal: readonly boolean[];
  /**
   * Items whose scores are summed to match persons of equal ability, by index; all if absent. The studied item is always
   * counted too, as Holland and Thayer (1988) advise.
   */
  readonly anchors?: readonly number[];
  /** Matches persons by this instead of a sum of scores, one entry a person: for designs where people saw other items. */
  readonly matching?: ArrayLike<number>;
};

/** Persons of one stratum, equal in the matching score, by group and answer to the studied item; weights counted. */
export type Stratum = {
  readonly score: number;
  readonly referenceRight: number;
  readonly referenceWrong: number;
  readonly focalRight: number;
  readonly focalWrong: number;
};

/** Why an item has no statistic, in a sentence for its author. */
export type Untestable = { readonly outcome: 'untestable'; readonly item: number; readonly reason: string };

/** @throws RangeError if the groups, the matching scores or the anchors do not belong to the responses */
export function checkStudy({ responses, focal, anchors, matching }: DifStudy): void {
  const { persons, items } = responses;
  if (focal.length !== persons) throw new RangeError(`${focal.length} group entries for ${persons} persons`);
  if (matching !== undefined && matching.length !== persons) {
    throw new RangeError(`${matching.length} matching scores for ${persons} persons`);
  }
  const stray = anchors?.find((item) => !(Number.isInteger(item) && item >= 0 && item < items));
  if (stray !== undefined) throw new RangeError(`anchor ${stray} is none of the ${items} items`);
}

/** Sums of the anchors' scores, one a person; answers not given count 0. */
function anchorTotals({ responses, anchors, matching }: DifStudy): Float64Array {
  if (matching !== undefined) return Float64Array.from(matching);
  const { persons, items, scores } = responses;
  const chosen = anchors === undefined ? Array.from({ length: items }, (_, j) => j) : [...new Set(anchors)];
  const totals = new Float64Array(persons);
  for (let i = 0; i < persons; i += 1) {
    let total = 0;
    for (const item of chosen) {
      const score = Number(scores[i * items + item]);
      if (score !== NOT_PRESENTED) total += score;
    }
    totals[i] = total;
  }
  return totals;
}

const isAnchor = ({ anchors, matching }: DifStudy, item: number): boolean =>
  matching !== undefined || anchors === undefined || anchors.includes(item);

type Cells = { -readonly [Key in keyof Stratum]: Stratum[Key] };

function addPerson(cells: Cells, isFocal: boolean, isRight: boolean, weight: number): void {
  if (isFocal) {
    if (isRight) cells.focalRight += weight;
    else cells.focalWrong += weight;
  } else if (isRight) cells.referenceRight += weight;
  else cells.referenceWrong += weight;
}

/** The strata of one item by rising score, or `undefined` if some score on it is neither 0 nor 1. */
function strataFor(study: DifStudy, totals: Float64Array, item: number): Stratum[] | undefined {
  const { persons, items, scores, weights } = study.responses;
  const isCounted = isAnchor(study, item);
  const strata = new Map<number, Cells>();
  for (let i = 0; i < persons; i += 1) {
    const answer = Number(scores[i * items + item]);
    if (answer === NOT_PRESENTED) continue;
    if (answer > 1) return undefined;
    const score = Number(totals[i]) + (isCounted ? 0 : answer);
    let cells = strata.get(score);
    if (cells === undefined) {
      cells = { score, referenceRight: 0, referenceWrong: 0, focalRight: 0, focalWrong: 0 };
      strata.set(score, cells);
    }
    addPerson(cells, study.focal[i] === true, answer === 1, weights === undefined ? 1 : Number(weights[i]));
  }
  return [...strata.values()].sort((left, right) => left.score - right.score);
}

function reasonAgainst(strata: readonly Stratum[] | undefined): string | undefined {
  if (strata === undefined) return 'It has scores above 1; only items scored 0 or 1 can be tested by matched tables.';
  const sum = (count: (stratum: Stratum) => number) => strata.reduce((total, stratum) => total + count(stratum), 0);
  if (sum((s) => s.referenceRight + s.referenceWrong) === 0) return 'Nobody of the reference group answered it.';
  if (sum((s) => s.focalRight + s.focalWrong) === 0) return 'Nobody of the focal group answered it.';
  if (sum((s) => s.focalRight + s.referenceRight) === 0) return 'Nobody answered it correctly.';
  if (sum((s) => s.focalWrong + s.referenceWrong) === 0) return 'Everybody answered it correctly.';
  return undefined;
}

/**
 * Runs a test on each item's strata. What a test cannot answer (undefined) is untestable, as are items that are constant
 * or that one group did not see.
 */
export function testItems<Statistics>(
  study: DifStudy,
  test: (strata: readonly Stratum[]) => Statistics | undefined,
): (({ readonly outcome: 'tested'; readonly item: number } & Statistics) | Untestable)[] {
  checkStudy(study);
  const totals = anchorTotals(study);
  return Array.from({ length: study.responses.items }, (_, item) => {
    const strata = strataFor(study, totals, item);
    const reason = reasonAgainst(strata);
    if (reason !== undefined) return { outcome: 'untestable', item, reason };
    const statistics = test(strata ?? []);
    return statistics === undefined
      ? {
          outcome: 'untestable',
          item,
          reason: 'No score was reached by both groups with both right and wrong answers.',
        }
      : { outcome: 'tested', item, ...statistics };
  });
}
