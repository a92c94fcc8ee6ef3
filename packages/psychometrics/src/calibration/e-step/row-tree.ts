import type { Digit, ItemRun } from './item-runs.ts';

/** Rows of the product table as a tree; see `CodedPersons`. */
export type RowTree = { readonly parent: Uint32Array; readonly category: Uint32Array };

/** Person rows are 16-bit numbers. */
const ROW_LIMIT = 65_536;

/** Row of the category table where each item begins; row 0 is the row of ones. */
export function categoryOffsets(digits: readonly Digit[]): Int32Array {
  const offsets = new Int32Array(digits.length + 1);
  offsets[0] = 1;
  digits.forEach(({ categories }, j) => {
    offsets[j + 1] = (offsets[j] ?? 0) + categories;
  });
  return offsets;
}

type Growing = { readonly parent: number[]; readonly category: number[] };

/** One level of a run's tree: a row for each way that its codes begin. Answers the row of each beginning. */
function addLevel(
  tree: Growing,
  codes: readonly number[],
  place: number,
  digit: Digit,
  offset: number,
  above: Int32Array,
): Int32Array {
  const radix = digit.categories + (digit.hasMissing ? 1 : 0);
  const rows = new Int32Array(place * radix).fill(-1);
  for (const code of codes) {
    const beginning = code % (place * radix);
    if (rows[beginning] !== -1) continue;
    const value = Math.floor(beginning / place);
    rows[beginning] = tree.parent.length;
    tree.parent.push(above[beginning % place] ?? 0);
    tree.category.push(value < digit.categories ? offset + value : 0);
  }
  return rows;
}

/** Grows the tree by the codes of one run that occur; answers the row of each code, −1 for those that do not. */
function addRun(tree: Growing, run: ItemRun, digits: readonly Digit[], offsets: Int32Array, codes: readonly number[]) {
  let rows = new Int32Array(1); // the empty beginning is row 0, all ones
  run.places.forEach((place, k) => {
    const digit = digits[run.first + k];
    if (digit === undefined) return;
    rows = addLevel(tree, codes, place, digit, offsets[run.first + k] ?? 0, rows) as Int32Array<ArrayBuffer>;
  });
  return rows;
}

/**
 * The tree of all codes that occur.
 *
 * @param occurs for each run, one byte a code: not 0 if somebody's answers have it
 * @returns      the tree, and for each run the row of each code
 * @throws       RangeError if the answers need more than 65,536 rows
 */
export function rowTree(
  runs: readonly ItemRun[],
  digits: readonly Digit[],
  priors: number,
  occurs: readonly Uint8Array[],
): { readonly tree: RowTree; readonly rowOf: readonly Int32Array[] } {
  const tree: Growing = { parent: new Array(1 + priors).fill(0), category: new Array(1 + priors).fill(0) };
  const offsets = categoryOffsets(digits);
  const rowOf = runs.map((run, g) => {
    const codes: number[] = [];
    occurs[g]?.forEach((flag, code) => {
      if (flag !== 0) codes.push(code);
    });
    return addRun(tree, run, digits, offsets, codes);
  });
  if (tree.parent.length > ROW_LIMIT) {
    throw new RangeError(
      `${digits.length} items with their categories need ${tree.parent.length} table rows, the limit is ${ROW_LIMIT}; calibrate fewer items at a time`,
    );
  }
  return { tree: { parent: Uint32Array.from(tree.parent), category: Uint32Array.from(tree.category) }, rowOf };
}
