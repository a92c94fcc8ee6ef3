import { sortedValues, sortedWithRows } from './sorted-values.ts';

/** Where one feature's bins begin: bin b holds values below cuts[b] and not below the cut before. */
export type Cuts = {
  /** Ascending; the last lies above every value. */
  readonly cuts: Float32Array;
  /** Below every value: the threshold of a split that parts missing values from all others. */
  readonly minimum: number;
  readonly isMissing: boolean;
};

/** XGBoost's distance of the outermost cuts. */
const beyond = (value: number) => Math.abs(value) + 1e-5;

function distinct(values: Float32Array, most: number): number[] | undefined {
  const found: number[] = [];
  let last = Number.NaN;
  for (const value of values) {
    if (value === last) continue;
    if (found.length === most) return undefined;
    found.push(value);
    last = value;
  }
  return found;
}

/** Ascending values with the weight of each, or 1. */
type Weighted = { readonly values: Float32Array; readonly weightAt: (at: number) => number };

const one = (): number => 1;

function weighted(column: Float32Array, weights: Float32Array | undefined): Weighted {
  if (weights === undefined) return { values: sortedValues(column), weightAt: one };
  const { values, rows } = sortedWithRows(column);
  return { values, weightAt: (at) => weights[rows[at] as number] as number }; // one row a value
}

/** Where parts of even weight begin; after a value that is heavier than a part, the rest is parted evenly again. */
function quantiles({ values, weightAt }: Weighted, parts: number): number[] {
  let total = 0;
  for (let i = 0; i < values.length; i += 1) total += weightAt(i);
  const found: number[] = [];
  let before = 0;
  let due = 0;
  for (let i = 0; i < values.length && found.length < parts; i += 1) {
    const value = values[i] as number; // i < length
    if (before >= due && value !== values[i - 1]) {
      due = before + (total - before) / (parts - found.length);
      found.push(value);
    }
    before += weightAt(i);
  }
  return found;
}

/**
 * Bins of a feature. Where it has few distinct values each gets a bin, and cuts are these values, as XGBoost's `hist`
 * takes them; otherwise the bins hold about equal weight.
 *
 * @param column    one value a row, NaN = missing
 * @param weights   one a row; undefined: all equal
 * @param mostBins  2 … 256; one less where values are missing, since a bin and "missing" are one byte
 */
export function cutsOf(column: Float32Array, weights: Float32Array | undefined, mostBins: number): Cuts {
  const ascending = weighted(column, weights);
  const { values } = ascending;
  const isMissing = values.length < column.length;
  const most = isMissing ? Math.min(mostBins, 255) : mostBins;
  const starts = distinct(values, most) ?? quantiles(ascending, most);
  const least = values[0] ?? 0;
  const greatest = values.at(-1) ?? 0;
  const cuts = Float32Array.from([...starts.slice(1), greatest + beyond(greatest)]);
  return { cuts, minimum: Math.fround(least - beyond(least)), isMissing };
}
