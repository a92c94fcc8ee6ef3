import type { Responses } from '../../responses/responses.ts';
import { CODER_BLOCK, type Coder, coderFor } from './coder.ts';
import { type Digit, itemRuns } from './item-runs.ts';
import type { CodedPersons } from './kernel.ts';
import { categoryOffsets, rowTree } from './row-tree.ts';
import type { Groups } from './tallies.ts';

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

/** Of each row of the responses its codes, all rows' one after the other; one entry more of `starts` than rows. */
type Draft = { readonly starts: Uint32Array; readonly codes: Uint32Array };

/** What the rows so far say of how many codes there will be; and this many times more if that was not enough. */
const GROWTH = 1.2;

function larger(codes: Uint32Array, used: number, rows: number, all: number, room: number): Uint32Array {
  const expected = rows > 0 ? GROWTH * (used / rows) * all : 0;
  const more = new Uint32Array(Math.max(Math.ceil(expected), Math.ceil(GROWTH * used)) + room);
  more.set(codes.subarray(0, used));
  return more;
}

function draft({ persons, items, scores }: Responses, coder: Coder, runs: number): Draft {
  const starts = new Uint32Array(persons + 1);
  const room = runs * CODER_BLOCK;
  let codes = new Uint32Array(0);
  let at = 0;
  for (let first = 0; first < persons; first += CODER_BLOCK) {
    const rows = Math.min(CODER_BLOCK, persons - first);
    const block = coder(scores.subarray(first * items, (first + rows) * items), rows);
    const count = block.ends[rows - 1] ?? 0;
    if (at + count > codes.length) codes = larger(codes, at, first, persons, room) as Uint32Array<ArrayBuffer>;
    codes.set(block.codes.subarray(0, count), at);
    for (let i = 0; i < rows; i += 1) starts[first + i + 1] = at + (block.ends[i] as number); // one a row
    at += count;
  }
  return { starts, codes: codes.subarray(0, at) };
}

function weightsOf({ weights }: Responses, order: Int32Array): Float64Array {
  const ordered = new Float64Array(order.length).fill(1);
  if (weights === undefined) return ordered;
  order.forEach((person, i) => {
    ordered[i] = weights[person] ?? 1;
  });
  return ordered;
}

/** Which codes occur, one byte each, all runs' codes end to end. */
function occurring(codes: Uint32Array, total: number): Uint8Array {
  const occurs = new Uint8Array(total);
  for (let at = 0; at < codes.length; at += 1) occurs[codes[at] as number] = 1; // in range
  return occurs;
}

/** Codes become row numbers, persons in their new order; a person's first row is the prior of the latent group. */
function numbered({ starts, codes }: Draft, order: Int32Array, groups: Groups, rowOfCode: Uint16Array) {
  const rows = new Uint16Array(codes.length + order.length);
  const ordered = new Uint32Array(order.length + 1);
  let end = 0;
  for (let i = 0; i < order.length; i += 1) {
    const person = order[i] as number; // in range, as all here
    rows[end] = 1 + (groups.ofPerson?.[person] ?? 0);
    end += 1;
    const last = starts[person + 1] as number;
    for (let at = starts[person] as number; at < last; at += 1) {
      rows[end] = rowOfCode[codes[at] as number] as number;
      end += 1;
    }
    ordered[i + 1] = end;
  }
  return { rows: rows.subarray(0, end), starts: ordered };
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
  const drafted = draft(responses, coderFor(runs, digits), runs.length);
  const bases = [0];
  for (const run of runs) bases.push((bases.at(-1) ?? 0) + run.codes);
  const occurs = occurring(drafted.codes, bases.at(-1) ?? 0);
  const ofRun = runs.map((_, g) => occurs.subarray(bases[g], bases[g + 1]));
  const { tree, rowOf } = rowTree(runs, digits, groups.count, ofRun);
  const rowOfCode = new Uint16Array(occurs.length);
  rowOf.forEach((rows, g) => {
    rowOfCode.set(rows, bases[g]);
  });
  const longest = Math.max(1, ...runs.map(({ first, last }) => last - first));
  return {
    persons: order.length,
    ...numbered(drafted, order, groups, rowOfCode),
    weights: weightsOf(responses, order),
    priors: groups.count,
    ...tree,
    categoryRows: categoryOffsets(digits)[digits.length] ?? 1,
    run: Math.max(1, Math.floor(SAFE_ITEMS / longest)),
  };
}
