import type { FitItem, FitProblem } from '../calibration/fit-problem.ts';
import { itemModel } from '../calibration/item-models/item-models.ts';
import { NOT_PRESENTED, type Responses } from '../responses/responses.ts';

/** Models of the items in a testlet calibration: each item has a slope of its own. */
export type TestletModel = '2pl' | 'grm' | 'gpcm';

/** Items that share an effect, or one item by itself. Persons with the same answers to them are looked at once. */
export type Cluster = {
  readonly items: readonly number[];
  /** False for an item by itself: it has no effect of its own. */
  readonly hasEffect: boolean;
  /** The items as an M-step wants them; their parameters stand in one stretch. */
  readonly problem: FitProblem;
  /** Where that stretch begins in the vector of all parameters. */
  readonly offset: number;
  /** patterns × items: scores, `NOT_PRESENTED` where missing or where the item is left out. */
  readonly patterns: Uint8Array;
  /** Pattern of each person. */
  readonly patternOf: Int32Array;
};

/** Weight of each score of one item, 0 to its highest, at least two entries. */
export function observedScores({ persons, items, scores, weights }: Responses, item: number): Float64Array {
  const observed: number[] = [0, 0];
  for (let i = 0; i < persons; i += 1) {
    const score = Number(scores[i * items + item]);
    if (score === NOT_PRESENTED) continue;
    while (observed.length <= score) observed.push(0);
    observed[score] = Number(observed[score]) + Number(weights?.[i] ?? 1);
  }
  return Float64Array.from(observed);
}

const isConstant = (observed: Float64Array): boolean => observed.filter((weight) => weight > 0).length < 2;

function clusterProblem(responses: Responses, members: readonly number[], model: TestletModel): FitProblem {
  let offset = 0;
  let row = 1;
  const items = members.map((member): FitItem => {
    const observed = observedScores(responses, member);
    const itsModel = itemModel(model, observed.length);
    const item: FitItem = { model: itsModel, role: isConstant(observed) ? 'left-out' : 'free', offset, row, prior: {} };
    offset += itsModel.parameterNames.length;
    row += itsModel.categories;
    return item;
  });
  return {
    items,
    slopes: 'each',
    groups: 0,
    reference: { isMeanFree: false, isSdFree: false },
    isExpanded: false,
    length: offset,
    groupWeights: new Float64Array(0),
  };
}

function codePatterns({ persons, items, scores }: Responses, members: readonly number[], { items: fits }: FitProblem) {
  const places = new Map<string, number>();
  const rows: Uint8Array[] = [];
  const patternOf = new Int32Array(persons);
  for (let i = 0; i < persons; i += 1) {
    const row = Uint8Array.from(members, (member, k) =>
      fits[k]?.role === 'left-out' ? NOT_PRESENTED : Number(scores[i * items + member]),
    );
    const key = row.join();
    let place = places.get(key);
    if (place === undefined) {
      place = rows.push(row) - 1;
      places.set(key, place);
    }
    patternOf[i] = place;
  }
  const patterns = new Uint8Array(rows.length * members.length);
  rows.forEach((row, p) => {
    patterns.set(row, p * members.length);
  });
  return { patterns, patternOf };
}

/** All items in clusters: each testlet, then each item that is in none. */
export function clustersOf(
  responses: Responses,
  testlets: readonly (readonly number[])[],
  model: TestletModel,
): Cluster[] {
  const inTestlet = new Set(testlets.flat());
  const singles = Array.from({ length: responses.items }, (_, item) => item).filter((item) => !inTestlet.has(item));
  let offset = 0;
  return [...testlets, ...singles.map((item) => [item])].map((items, c) => {
    const problem = clusterProblem(responses, items, model);
    const hasEffect = c < testlets.length && problem.items.filter(({ role }) => role === 'free').length > 1;
    const cluster = { items, hasEffect, problem, offset, ...codePatterns(responses, items, problem) };
    offset += problem.length;
    return cluster;
  });
}
