import { rocAuc } from '../metrics/ranking.ts';
import type { Column, Table } from '../table/table.ts';

/** Something a model would know in training and not in use. */
export type Leak =
  /** `strength` is the AUC or |correlation| that this feature reaches alone. */
  | { readonly kind: 'feature'; readonly name: string; readonly strength: number; readonly message: string }
  | { readonly kind: 'duplicates'; readonly rows: number; readonly share: number; readonly message: string };

/** A single feature that predicts better than this is too good to be true. */
const SUSPICIOUS = 0.98;

/** Ranks of what is present decide, and of whether it is present: a gap can give the answer away, too. */
function aucOf(column: Column, target: ArrayLike<number>): number {
  const present = Array.from(column, (_, i) => i).filter((i) => !Number.isNaN(column[i] as number)); // one a row
  const labels = present.map((i) => target[i] as number);
  const gaps = Array.from(column, (value) => (Number.isNaN(value) ? 1 : 0));
  const strengthOf = (y: ArrayLike<number>, scores: ArrayLike<number>) => {
    const auc = rocAuc(y, scores);
    return Math.max(auc, 1 - auc);
  };
  const hasBoth = labels.includes(1) && labels.some((label) => label !== 1);
  const byValue = hasBoth
    ? strengthOf(
        labels,
        present.map((i) => column[i] as number),
      )
    : 0.5;
  return Math.max(byValue, strengthOf(target, gaps));
}

function correlationOf(column: Column, target: ArrayLike<number>): number {
  const present = Array.from(column, (_, i) => i).filter((i) => !Number.isNaN(column[i] as number)); // one a row
  const mean = (pick: (i: number) => number) => present.reduce((sum, i) => sum + pick(i), 0) / present.length;
  const [x, y] = [(i: number) => column[i] as number, (i: number) => target[i] as number];
  const [mx, my] = [mean(x), mean(y)];
  const product = mean((i) => (x(i) - mx) * (y(i) - my));
  const r = product / Math.sqrt(mean((i) => (x(i) - mx) ** 2) * mean((i) => (y(i) - my) ** 2));
  return Number.isNaN(r) ? 0 : Math.abs(r);
}

/**
 * Features that predict the target nearly alone, which in practice means that they were known only after it.
 *
 * @param target 0/1 (judged by AUC), or any numbers (judged by correlation)
 * @throws       RangeError if lengths differ
 * @see          Kaufman, Rosset & Perlich (2012), Leakage in data mining, ACM TKDD 6(4)
 */
export function findLeakingFeatures(table: Table, target: ArrayLike<number>, limit = SUSPICIOUS): Leak[] {
  if (target.length !== table.rows) throw new RangeError(`${target.length} targets for ${table.rows} rows`);
  const labels = new Set(Array.from(target));
  const isBinary = labels.size === 2 && labels.has(0) && labels.has(1);
  const measure = isBinary ? 'AUC' : 'correlation';
  return table.names.flatMap((name, j): Leak[] => {
    const column = table.columns[j] as Column; // one a name
    const strength = isBinary ? aucOf(column, target) : correlationOf(column, target);
    if (strength < limit) return [];
    const message = `Feature "${name}" alone predicts the target with ${measure} ${strength.toFixed(3)}: check that it is known before the target is.`;
    return [{ kind: 'feature', name, strength, message }];
  });
}

/** A row as a key; −0 and 0 are one value. */
const keyOf = ({ columns }: Table, i: number): string => columns.map((column) => (column[i] as number) + 0).join(' ');

/**
 * Rows of the test set that stand in the training set too: their score is a memory, not a prediction.
 *
 * @returns undefined if there are none
 */
export function findSharedRows(train: Table, test: Table): Leak | undefined {
  const known = new Set(Array.from({ length: train.rows }, (_, i) => keyOf(train, i)));
  const rows = Array.from({ length: test.rows }, (_, i) => i).filter((i) => known.has(keyOf(test, i))).length;
  if (rows === 0) return undefined;
  const share = rows / test.rows;
  const message = `${rows} of ${test.rows} test rows (${(100 * share).toFixed(1)}%) stand in the training set too: drop duplicates before the split.`;
  return { kind: 'duplicates', rows, share, message };
}
