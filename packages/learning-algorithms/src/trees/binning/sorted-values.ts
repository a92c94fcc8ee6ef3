const BITS = 11;
const BUCKETS = 1 << BITS;
const MASK = BUCKETS - 1;
const SHIFTS = [0, BITS, 2 * BITS] as const;

type Keyed = { readonly keys: Uint32Array; readonly rows: Uint32Array | undefined };

// Casts in this file: indexes run to the arrays' ends, and buckets are masked to BUCKETS.

/** A float's bits as a whole number of the same order; −0 and 0 are one. */
function keysOf(values: Float32Array, isWithRows: boolean): Keyed {
  const bits = new Int32Array(new Float32Array(values).buffer);
  const keys = new Uint32Array(values.length);
  const rows = isWithRows ? new Uint32Array(values.length) : undefined;
  let count = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    if (Number.isNaN(value)) continue;
    const word = value === 0 ? 0 : (bits[i] as number);
    keys[count] = word ^ ((word >> 31) | 0x80000000);
    if (rows !== undefined) rows[count] = i;
    count += 1;
  }
  return { keys: keys.subarray(0, count), rows: rows?.subarray(0, count) };
}

function valuesOf(keys: Uint32Array): Float32Array {
  const bits = new Int32Array(keys.length);
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i] as number;
    bits[i] = key ^ ((~(key | 0) >> 31) | 0x80000000);
  }
  return new Float32Array(bits.buffer);
}

/** Where each bucket begins in the order by eleven bits of the key. */
function startsOf(keys: Uint32Array, shift: number): Uint32Array {
  const starts = new Uint32Array(BUCKETS + 1);
  for (let i = 0; i < keys.length; i += 1) {
    const bucket = (((keys[i] as number) >>> shift) & MASK) + 1;
    starts[bucket] = (starts[bucket] as number) + 1;
  }
  for (let b = 1; b < BUCKETS; b += 1) starts[b] = (starts[b] as number) + (starts[b - 1] as number);
  return starts;
}

function pass(from: Keyed, to: Keyed, shift: number): void {
  const { keys, rows } = from;
  const starts = startsOf(keys, shift);
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i] as number;
    const bucket = (key >>> shift) & MASK;
    const at = starts[bucket] as number;
    starts[bucket] = at + 1;
    to.keys[at] = key;
    if (rows !== undefined && to.rows !== undefined) to.rows[at] = rows[i] as number;
  }
}

function sorted(keyed: Keyed): Keyed {
  let from = keyed;
  let to: Keyed = { keys: from.keys.slice(), rows: from.rows?.slice() };
  for (const shift of SHIFTS) {
    pass(from, to, shift);
    [from, to] = [to, from];
  }
  return from;
}

/** The values that are there, ascending, by a radix sort: three passes, each linear in the rows. */
export function sortedValues(column: Float32Array): Float32Array {
  return valuesOf(sorted(keysOf(column, false)).keys);
}

/** The same, with the rows that the values stand in. */
export function sortedWithRows(column: Float32Array): { readonly values: Float32Array; readonly rows: Uint32Array } {
  const { keys, rows } = sorted(keysOf(column, true));
  return { values: valuesOf(keys), rows: rows ?? new Uint32Array(0) };
}
