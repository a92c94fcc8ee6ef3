import { BLOCK, type CodedPersons, type Kernel, type KernelTables } from './kernel.ts';

/** The loops of kernel/{product-table,e-step}.ts, operation by operation in the same order, so that both round alike: change both. */

const UNIT = 4;
const SMALL = 2 ** -256;
const LARGE = 2 ** 256;

type State = KernelTables & {
  readonly q: number;
  /** The posterior of the person at hand, unscaled. */
  readonly scratch: Float64Array;
  /** Two a person, as units of 4 nodes. */
  readonly windows: Uint8Array;
  low: number;
  high: number;
  exponent: number;
};

function newState(coded: CodedPersons, q: number): State {
  const rows = coded.parent.length;
  const windows = new Uint8Array(2 * coded.persons);
  for (let i = 1; i < windows.length; i += 2) windows[i] = q / UNIT;
  return {
    q,
    products: new Float64Array(rows * q).fill(1, 0, q),
    counts: new Float64Array(rows * q),
    curves: new Float64Array(coded.categoryRows * q).fill(1, 0, q),
    categoryCounts: new Float64Array(coded.categoryRows * q),
    scratch: new Float64Array(q),
    windows,
    low: 0,
    high: 0,
    exponent: 0,
  };
}

function buildTree({ parent, category, priors }: CodedPersons, { q, products, curves }: State): void {
  for (let r = 1 + priors; r < parent.length; r += 1) {
    const to = r * q;
    const from = (parent[r] as number) * q; // in range, as all indexes here: lengths were fixed together
    const by = (category[r] as number) * q;
    for (let n = 0; n < q; n += 1) products[to + n] = (products[from + n] as number) * (curves[by + n] as number);
  }
}

function foldTree({ parent, category, priors }: CodedPersons, { q, counts, categoryCounts }: State): void {
  categoryCounts.fill(0);
  for (let r = parent.length - 1; r > priors; r -= 1) {
    const from = r * q;
    const up = (parent[r] as number) * q;
    const to = (category[r] as number) * q;
    for (let n = 0; n < q; n += 1) {
      const value = counts[from + n] as number;
      counts[up + n] = (counts[up + n] as number) + value;
      categoryCounts[to + n] = (categoryCounts[to + n] as number) + value;
    }
  }
}

/** The sum of `length` = 4, 8 or 16 entries, pairwise as the lanes of the compiled pass add up. */
function passSum(v: Float64Array, at: number, length: number): number {
  const x = (n: number) => v[at + n] as number;
  if (length === 4) return x(0) + x(2) + (x(1) + x(3));
  if (length === 8) return x(0) + x(2) + (x(4) + x(6)) + (x(1) + x(3) + (x(5) + x(7)));
  const even = x(0) + x(2) + (x(4) + x(6)) + (x(8) + x(10) + (x(12) + x(14)));
  return even + (x(1) + x(3) + (x(5) + x(7)) + (x(9) + x(11) + (x(13) + x(15))));
}

/** Sums the window as the compiled kernel does: passes of 16 nodes, then one of 8, then one of 4. */
function windowSum(v: Float64Array, low: number, high: number): number {
  let sum = 0;
  let n = low;
  for (; n + 16 <= high; n += 16) sum += passSum(v, n, 16);
  if (n + 8 <= high) {
    sum += passSum(v, n, 8);
    n += 8;
  }
  return n < high ? sum + passSum(v, n, 4) : sum;
}

function multiply({ rows }: CodedPersons, state: State, from: number, to: number): number {
  const { q, scratch, products } = state;
  const low = state.low * UNIT;
  const high = state.high * UNIT;
  for (let row = from; row < to; row += 1) {
    const base = (rows[row] as number) * q;
    for (let n = low; n < high; n += 1) scratch[n] = (scratch[n] as number) * (products[base + n] as number);
  }
  return windowSum(scratch, low, high);
}

function likelihood(coded: CodedPersons, state: State, start: number, end: number): number {
  const { q, scratch, products } = state;
  const low = state.low * UNIT;
  const high = state.high * UNIT;
  const prior = (coded.rows[start] as number) * q;
  for (let n = low; n < high; n += 1) scratch[n] = products[prior + n] as number;
  state.exponent = 0;
  let from = start + 1;
  let sum = 0;
  do {
    const to = Math.min(from + coded.run, end);
    sum = multiply(coded, state, from, to);
    from = to;
    while (from < end && sum < SMALL && sum > 0) {
      state.exponent += 1;
      sum *= LARGE;
      for (let n = low; n < high; n += 1) scratch[n] = (scratch[n] as number) * LARGE;
    }
  } while (from < end);
  return sum;
}

function widen(coded: CodedPersons, state: State, start: number, end: number, clip: number): number {
  const { scratch } = state;
  const units = state.q / UNIT;
  for (;;) {
    const sum = likelihood(coded, state, start, end);
    const limit = clip * sum;
    const isLeftShort = state.low > 0 && !((scratch[state.low * UNIT] as number) < limit);
    const isRightShort = state.high < units && !((scratch[state.high * UNIT - 1] as number) < limit);
    if (!isLeftShort && !isRightShort) return sum;
    if (isLeftShort) state.low -= 1;
    if (isRightShort) state.high += 1;
  }
}

function narrow(state: State, limit: number): void {
  const { scratch } = state;
  while (state.high - state.low > 1 && (scratch[(state.low + 1) * UNIT] as number) < limit) state.low += 1;
  while (state.high - state.low > 1 && (scratch[(state.high - 1) * UNIT - 1] as number) < limit) state.high -= 1;
}

function spread(coded: CodedPersons, state: State, start: number, end: number, scale: number): void {
  const { q, scratch, counts } = state;
  const low = state.low * UNIT;
  const high = state.high * UNIT;
  for (let n = low; n < high; n += 1) scratch[n] = (scratch[n] as number) * scale;
  for (let row = start; row < end; row += 1) {
    const base = (coded.rows[row] as number) * q;
    for (let n = low; n < high; n += 1) counts[base + n] = (counts[base + n] as number) + (scratch[n] as number);
  }
}

type Block = { readonly sums: Float64Array; readonly exponents: Int32Array };

function eStep(coded: CodedPersons, state: State, block: Block, first: number, last: number, clip: number): void {
  const { windows, q } = state;
  for (let i = first; i < last; i += 1) {
    const start = coded.starts[i] as number;
    const end = coded.starts[i + 1] as number;
    state.low = clip > 0 ? (windows[2 * i] as number) : 0;
    state.high = clip > 0 ? (windows[2 * i + 1] as number) : q / UNIT;
    const sum = widen(coded, state, start, end, clip);
    const scale = sum > 0 ? (coded.weights[i] as number) / sum : 0;
    block.sums[i - first] = sum;
    block.exponents[i - first] = state.exponent;
    const { low, high } = state;
    narrow(state, 0.01 * clip * sum);
    windows[2 * i] = state.low;
    windows[2 * i + 1] = state.high;
    state.low = low;
    state.high = high;
    spread(coded, state, start, end, scale);
  }
}

/** For hosts without WebAssembly SIMD. */
export function javascriptKernel(coded: CodedPersons): Kernel {
  const block = { sums: new Float64Array(BLOCK), exponents: new Int32Array(BLOCK) };
  let state: State | undefined;
  const now = () => {
    if (state === undefined) throw new RangeError('tables come before steps');
    return state;
  };
  return {
    tables: (nodes) => {
      state = newState(coded, nodes);
      return state;
    },
    build: () => buildTree(coded, now()),
    fold: () => foldTree(coded, now()),
    eStep: (first, last, clip) => eStep(coded, now(), block, first, last, clip),
    sums: () => block.sums,
    exponents: () => block.exponents,
  };
}
