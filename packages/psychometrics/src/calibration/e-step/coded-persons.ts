import { NOT_PRESENTED, type Responses } from '../../responses/responses.ts';
import { type Digit, type ItemRun, itemRuns } from './item-runs.ts';
import type { CodedPersons } from './kernel.ts';
import { categoryOffsets, rowTree } from './row-tree.ts';
import { type Groups, SCORE_VALUES } from './tallies.ts';

/**
 * Items to multiply before a product is looked at. A person's likelihood at the best node loses a factor of e^0.7 or so
 * an item; 2^256 of it are left whenever a run begins, and a double ends at 2^−1074: 8 bits an item are enough for all
 * but answers that the model holds for impossible.
 */
const SAFE_ITEMS = 96;

/** Every `sampleEvery`-th person stands first, so that a sample of the whole file is one stretch of rows. */
function sampleFirst(persons: Int32Array, sampleEvery: number): Int32Array {
  const order = new Int32Array(persons.length);
  let front = 0;
  let back = Math.ceil(persons.length / sampleEvery);
  persons.forEach((person, at) => {
    if (at % sampleEvery === 0) order[front++] = person;
    else order[back++] = person;
  });
  return order;
}

/** For each item, what each score adds to the code of its run. */
function placeValues(runs: readonly ItemRun[], digits: readonly Digit[]): Uint32Array {
  const values = new Uint32Array(digits.length * SCORE_VALUES);
  for (const run of runs) {
    run.places.forEach((place, k) => {
      const item = run.first + k;
      const categories = digits[item]?.categories ?? 0;
      for (let score = 0; score < categories; score += 1) values[item * SCORE_VALUES + score] = score * place;
      values[item * SCORE_VALUES + NOT_PRESENTED] = categories * place;
    });
  }
  return values;
}

/** Numbers of the runs side by side, for the loop over all cells. */
type RunTable = {
  readonly firsts: Int32Array;
  readonly lasts: Int32Array;
  readonly emptyCodes: Int32Array;
  /** Where a run's codes begin when all runs' codes are laid end to end; one entry more than runs. */
  readonly bases: Int32Array;
  readonly values: Uint32Array;
};

function runTable(runs: readonly ItemRun[], digits: readonly Digit[]): RunTable {
  const bases = new Int32Array(runs.length + 1);
  runs.forEach((run, g) => {
    bases[g + 1] = (bases[g] ?? 0) + run.codes;
  });
  return {
    firsts: Int32Array.from(runs, (run) => run.first),
    lasts: Int32Array.from(runs, (run) => run.last),
    emptyCodes: Int32Array.from(runs, (run) => run.emptyCode),
    bases,
    values: placeValues(runs, digits),
  };
}

/** Writes the codes of one person's runs from `at` on, leaves out runs without an answer; answers where it ended. */
function encode(table: RunTable, scores: Uint8Array, row: number, codes: Uint32Array, at: number): number {
  const { firsts, lasts, emptyCodes, bases, values } = table;
  let end = at;
  for (let g = 0; g < firsts.length; g += 1) {
    let code = 0;
    const last = lasts[g] as number; // in range, as all here: tables have one entry a run or a cell
    for (let j = firsts[g] as number; j < last; j += 1) {
      code += values[j * SCORE_VALUES + (scores[row + j] as number)] as number;
    }
    if (code === emptyCodes[g]) continue;
    codes[end] = code + (bases[g] as number);
    end += 1;
  }
  return end;
}

/** Cells that are surely enough: a group a person, and a code a run, or where runs are single items, an answer. */
function roomFor({ scores, items }: Responses, order: Int32Array, runs: number): number {
  if (2 * runs <= items) return order.length * (1 + runs);
  let room = order.length;
  for (const person of order) {
    const end = (person + 1) * items;
    for (let at = person * items; at < end; at += 1) if (scores[at] !== NOT_PRESENTED) room += 1;
  }
  return room;
}

/** Per row the place of its code among all runs' codes; a person's first is the latent group. */
type Draft = { readonly starts: Uint32Array; readonly codes: Uint32Array };

function draft(responses: Responses, groups: Groups, order: Int32Array, table: RunTable): Draft {
  const { scores, items } = responses;
  const starts = new Uint32Array(order.length + 1);
  const codes = new Uint32Array(roomFor(responses, order, table.firsts.length));
  let at = 0;
  for (let i = 0; i < order.length; i += 1) {
    const person = order[i] as number; // in range
    starts[i] = at;
    codes[at] = groups.ofPerson?.[person] ?? 0;
    at = encode(table, scores, person * items, codes, at + 1);
  }
  starts[order.length] = at;
  return { starts, codes: codes.subarray(0, at) };
}

/** Which codes occur, one byte each, all runs' codes end to end. */
function occurring({ starts, codes }: Draft, total: number): Uint8Array {
  const occurs = new Uint8Array(total);
  for (let i = 0; i + 1 < starts.length; i += 1) {
    const end = starts[i + 1] as number; // in range
    for (let at = (starts[i] as number) + 1; at < end; at += 1) occurs[codes[at] as number] = 1;
  }
  return occurs;
}

/** Codes become row numbers; a person's first row is the prior of the latent group. */
function numbered({ starts, codes }: Draft, rowOfCode: Uint16Array): Uint16Array {
  const rows = new Uint16Array(codes.length);
  for (let i = 0; i + 1 < starts.length; i += 1) {
    const start = starts[i] as number; // in range
    const end = starts[i + 1] as number;
    rows[start] = 1 + (codes[start] as number);
    for (let at = start + 1; at < end; at += 1) rows[at] = rowOfCode[codes[at] as number] as number;
  }
  return rows;
}

/**
 * Rows of table numbers for `persons`.
 *
 * @param digits      one an item; every score of the persons is below its item's `categories`
 * @param persons     rows of `responses` with at least one answer
 * @param sampleEvery every so many persons one is put in front, so that a sample is one stretch
 * @throws            RangeError if the items have too many categories for one table
 */
export function codePersons(
  responses: Responses,
  groups: Groups,
  digits: readonly Digit[],
  persons: Int32Array,
  sampleEvery: number,
): CodedPersons {
  const order = sampleFirst(persons, sampleEvery);
  const runs = itemRuns(digits, responses, persons);
  const table = runTable(runs, digits);
  const drafted = draft(responses, groups, order, table);
  const occurs = occurring(drafted, table.bases[runs.length] ?? 0);
  const ofRun = runs.map((_, g) => occurs.subarray(table.bases[g], table.bases[g + 1]));
  const { tree, rowOf } = rowTree(runs, digits, groups.count, ofRun);
  const rowOfCode = new Uint16Array(occurs.length);
  rowOf.forEach((rows, g) => {
    rowOfCode.set(rows, table.bases[g]);
  });
  const longest = Math.max(1, ...runs.map(({ first, last }) => last - first));
  return {
    persons: order.length,
    rows: numbered(drafted, rowOfCode),
    starts: drafted.starts,
    weights: Float64Array.from(order, (person) => responses.weights?.[person] ?? 1),
    priors: groups.count,
    ...tree,
    categoryRows: categoryOffsets(digits)[digits.length] ?? 1,
    run: Math.max(1, Math.floor(SAFE_ITEMS / longest)),
  };
}
