/**
 * The loops of training over one linear memory, as WebAssembly or as JavaScript; both give the same bits. Places are
 * byte offsets, multiples of the size of what lies there.
 */
export type Kernel = {
  /**
   * The bin of each value (f32, `rows` of them): how many of the cuts (f32, ascending) are ≤ it, at most the last;
   * NaN gets `missing`. Every fourth byte from `out` is written.
   */
  readonly encode: (column: number, rows: number, cuts: number, count: number, missing: number, out: number) => void;
  /** Pairs (f32 gradient, f32 hessian) of the logistic loss for rows first … last − 1, as multiples of `grid`'s last bit. */
  readonly logistic: (
    margins: number,
    labels: number,
    weights: number,
    pairs: number,
    first: number,
    last: number,
    grid: number,
  ) => void;
  /** Zeroes `entries` pairs of doubles. */
  readonly clear: (at: number, entries: number) => void;
  /** Adds the pairs of `count` rows (u32 numbers) to four histograms; `bins` has one byte a feature, four a row. */
  readonly histogram: (
    bins: number,
    pairs: number,
    rows: number,
    count: number,
    h0: number,
    h1: number,
    h2: number,
    h3: number,
  ) => void;
  /** from −= what, `entries` pairs of doubles. */
  readonly subtract: (from: number, what: number, entries: number) => void;
  /** Tries every split of a feature and keeps the best at `best`, a split record. */
  readonly scan: (
    hist: number,
    bins: number,
    mayMiss: number,
    totalG: number,
    totalH: number,
    rootGain: number,
    lambda: number,
    alpha: number,
    least: number,
    feature: number,
    best: number,
  ) => void;
  /** Rows whose bin, turned round by `rotate`, is ≤ limit come first, in order; answers how many. */
  readonly partition: (
    bins: number,
    rows: number,
    count: number,
    rotate: number,
    limit: number,
    spare: number,
  ) => number;
};

/** The bytes of a split record: f64 left gradient, f64 left hessian, f32 gain, i32 feature, bin, default direction. */
export const RECORD_BYTES = 32;

/** One memory seen through every type that the kernels use. */
export type Views = {
  readonly u8: Uint8Array;
  readonly i32: Int32Array;
  readonly u32: Uint32Array;
  readonly f32: Float32Array;
  readonly f64: Float64Array;
};

/** @param buffer its length a multiple of 8 */
export function viewsOf(buffer: ArrayBufferLike): Views {
  return {
    u8: new Uint8Array(buffer),
    i32: new Int32Array(buffer),
    u32: new Uint32Array(buffer),
    f32: new Float32Array(buffer),
    f64: new Float64Array(buffer),
  };
}
