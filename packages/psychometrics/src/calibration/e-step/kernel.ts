/**
 * Persons as rows of a table of likelihood products. The answers to a few neighbouring items are one row of the table,
 * and rows form a tree: each is its parent's product times the curve of one category of one item. Row 0 is all ones,
 * rows 1 … `priors` are the latent distributions, the tree follows.
 */
export type CodedPersons = {
  readonly persons: number;
  /** Row numbers, all persons' one after the other; a person's first is the prior. */
  readonly rows: Uint16Array;
  /** Where each person's rows begin; one entry more than persons. */
  readonly starts: Uint32Array;
  readonly weights: Float64Array;
  readonly priors: number;
  /** Of each row of the table; the entries of row 0 and the priors mean nothing. A parent stands before its child. */
  readonly parent: Uint32Array;
  /** Which row of the category table a row multiplies its parent by; 0 is the row of ones, for a missing answer. */
  readonly category: Uint32Array;
  /** Rows of the category table: 1 and one for each category of each item. */
  readonly categoryRows: number;
  /** How many rows of a person to multiply before looking whether the product becomes too small. */
  readonly run: number;
};

/** Flat tables, one row of Q doubles each. */
export type KernelTables = {
  /** Likelihood products, read by the E-step. */
  readonly products: Float64Array;
  /** Expected persons in each row, written by the E-step. */
  readonly counts: Float64Array;
  /** One curve a category. */
  readonly curves: Float64Array;
  /** Expected persons in each category. */
  readonly categoryCounts: Float64Array;
};

/** The loops over persons and table rows, as WebAssembly or as JavaScript; both round alike. */
export type Kernel = {
  /** Tables for Q nodes, a multiple of 4; what earlier tables held is lost, and windows are wide open again. */
  readonly tables: (nodes: number) => KernelTables;
  /** products ← tree of curves; the priors' rows are the caller's. */
  readonly build: () => void;
  /** Adds persons first … last − 1 to `counts`; at most `BLOCK` at a time. */
  readonly eStep: (first: number, last: number, clip: number) => void;
  /** categoryCounts ← counts, up the tree. */
  readonly fold: () => void;
  /** Of the last block: person i's marginal likelihood is sums[i − first] · 2^(−256 · exponents[i − first]). */
  readonly sums: () => Float64Array;
  readonly exponents: () => Int32Array;
};

/** Persons in one call of `eStep`. */
export const BLOCK = 4096;
