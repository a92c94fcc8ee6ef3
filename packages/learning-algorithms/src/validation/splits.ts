import type { Rng } from '@cairn/kernel';

/** Row numbers of the two parts; together they are a partition, or leave out what must not be used. */
export type Split = { readonly train: readonly number[]; readonly test: readonly number[] };

function requireShare(share: number): void {
  if (!(share > 0 && share < 1)) throw new RangeError(`the test share is ${share}, but must lie between 0 and 1`);
}

const rowNumbers = (rows: number): number[] => Array.from({ length: rows }, (_, i) => i);

const ascending = (rows: readonly number[]): number[] => [...rows].sort((a, b) => a - b);

function splitOf(rows: number, isTest: (row: number) => boolean): Split {
  const all = rowNumbers(rows);
  return { train: all.filter((row) => !isTest(row)), test: all.filter(isTest) };
}

/**
 * Random split. At least one row stands on each side.
 *
 * @param testShare in (0, 1)
 * @throws          RangeError on another share or fewer than two rows
 */
export function trainTestSplit(rows: number, testShare: number, rng: Rng): Split {
  requireShare(testShare);
  if (rows < 2) throw new RangeError(`${rows} rows cannot be split in two`);
  const count = Math.min(Math.max(Math.round(rows * testShare), 1), rows - 1);
  const test = new Set(rng.shuffle(rowNumbers(rows)).slice(0, count));
  return splitOf(rows, (row) => test.has(row));
}

/** Rows of each label, in the order in which labels first occur. */
function groupsOf(labels: ArrayLike<unknown>): number[][] {
  const groups = new Map<unknown, number[]>();
  for (let i = 0; i < labels.length; i += 1) {
    const group = groups.get(labels[i]);
    if (group) group.push(i);
    else groups.set(labels[i], [i]);
  }
  return [...groups.values()];
}

/**
 * Random split in which each label keeps its share: rare positives do not end up on one side.
 *
 * @throws RangeError on a bad share, or if a label has but one row
 */
export function stratifiedSplit(labels: ArrayLike<number | string>, testShare: number, rng: Rng): Split {
  requireShare(testShare);
  const test = new Set<number>();
  for (const group of groupsOf(labels)) {
    const [first = 0] = group;
    if (group.length < 2)
      throw new RangeError(`only row ${first + 1} has the label ${labels[first]}: it cannot stand on both sides`);
    const count = Math.min(Math.max(Math.round(group.length * testShare), 1), group.length - 1);
    for (const row of rng.shuffle(group).slice(0, count)) test.add(row);
  }
  return splitOf(labels.length, (row) => test.has(row));
}

/**
 * Random split of whole groups: rows of one customer, say, stand on one side, so that the model cannot know them.
 *
 * @throws RangeError on a bad share or with fewer than two groups
 */
export function groupSplit(groups: ArrayLike<number | string>, testShare: number, rng: Rng): Split {
  requireShare(testShare);
  const all = groupsOf(groups);
  if (all.length < 2) throw new RangeError('a split by group needs at least two groups');
  const count = Math.min(Math.max(Math.round(all.length * testShare), 1), all.length - 1);
  const test = new Set(rng.shuffle(all).slice(0, count).flat());
  return splitOf(groups.length, (row) => test.has(row));
}

/**
 * The latest rows become the test: a model of the future must not learn from it. Rows of one time stay together.
 *
 * @param times one a row, in any order
 * @throws      RangeError on a bad share, or if all rows have one time
 */
export function timeSplit(times: ArrayLike<number>, testShare: number): Split {
  requireShare(testShare);
  const order = Float64Array.from(times).sort();
  const cut = order[Math.min(Math.round(order.length * (1 - testShare)), order.length - 1)];
  const split = splitOf(times.length, (row) => (times[row] as number) >= (cut ?? 0)); // row < length
  if (split.train.length > 0 && split.test.length > 0) return split;
  throw new RangeError('the rows hold too few different times for a split by time');
}

function requireFolds(folds: number, rows: number): void {
  if (Number.isInteger(folds) && folds >= 2 && folds <= rows) return;
  throw new RangeError(`${folds} folds: there must be at least 2 and no more than the ${rows} that can be told apart`);
}

const foldsFrom = (assignment: ArrayLike<number>, folds: number): Split[] =>
  Array.from({ length: folds }, (_, fold) => splitOf(assignment.length, (row) => assignment[row] === fold));

/**
 * k-fold cross-validation: each row is tested once.
 *
 * @throws RangeError with fewer than 2 folds or more than rows
 */
export function kFold(rows: number, folds: number, rng: Rng): Split[] {
  requireFolds(folds, rows);
  const assignment = new Int32Array(rows);
  rng.shuffle(rowNumbers(rows)).forEach((row, i) => {
    assignment[row] = i % folds;
  });
  return foldsFrom(assignment, folds);
}

/**
 * k folds, over which the rows of each label are dealt out evenly.
 *
 * @throws RangeError with fewer than 2 folds or more than rows
 */
export function stratifiedKFold(labels: ArrayLike<number | string>, folds: number, rng: Rng): Split[] {
  requireFolds(folds, labels.length);
  const assignment = new Int32Array(labels.length);
  let next = 0; // dealing goes on from label to label, so that folds stay equally large
  for (const group of groupsOf(labels)) {
    for (const row of rng.shuffle(group)) {
      assignment[row] = next % folds;
      next += 1;
    }
  }
  return foldsFrom(assignment, folds);
}

/**
 * k folds of whole groups, the largest group going to the smallest fold.
 *
 * @throws RangeError with fewer than 2 folds or more than groups
 */
export function groupKFold(groups: ArrayLike<number | string>, folds: number, rng: Rng): Split[] {
  const all = rng.shuffle(groupsOf(groups)).sort((a, b) => b.length - a.length);
  requireFolds(folds, all.length);
  const sizes = new Array<number>(folds).fill(0);
  const assignment = new Int32Array(groups.length);
  for (const group of all) {
    const fold = sizes.indexOf(Math.min(...sizes));
    sizes[fold] = (sizes[fold] as number) + group.length; // indexOf found it
    for (const row of group) assignment[row] = fold;
  }
  return foldsFrom(assignment, folds);
}

/**
 * Tests on k successive stretches of time, each after all rows it is trained on (rows in the order of time).
 *
 * @param gap rows left out between train and test, where targets look ahead; 0
 * @throws    RangeError if there are too few rows
 */
export function timeSeriesSplit(rows: number, folds: number, gap = 0): Split[] {
  const size = Math.floor(rows / (folds + 1));
  const first = rows - folds * size;
  if (!(folds >= 2 && size >= 1 && first - gap >= 1)) {
    throw new RangeError(`${rows} rows are too few for ${folds} tests in time with a gap of ${gap}`);
  }
  const all = rowNumbers(rows);
  return Array.from({ length: folds }, (_, fold) => {
    const start = first + fold * size;
    return { train: all.slice(0, start - gap), test: ascending(all.slice(start, start + size)) };
  });
}
