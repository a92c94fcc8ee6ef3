// AssemblyScript, see index.ts. src/calibration/e-step/javascript-kernel.ts does the same operations in the same order:
// change both.

/** Nodes that a window grows or shrinks by: two SIMD lanes' worth of one small pass. */
const UNIT: i32 = 4;
const UNIT_BYTES: usize = 32;

function lanes(sum: v128): f64 {
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

/** out = source × Π table rows at 16 nodes, held in registers; answers their sum. */
function product16(source: usize, row: usize, end: usize, table: usize, stride: usize, out: usize): f64 {
  let a = v128.load(source);
  let b = v128.load(source, 16);
  let c = v128.load(source, 32);
  let d = v128.load(source, 48);
  let e = v128.load(source, 64);
  let f = v128.load(source, 80);
  let g = v128.load(source, 96);
  let h = v128.load(source, 112);
  for (; row < end; row += 2) {
    const t = table + <usize>load<u16>(row) * stride;
    a = f64x2.mul(a, v128.load(t));
    b = f64x2.mul(b, v128.load(t, 16));
    c = f64x2.mul(c, v128.load(t, 32));
    d = f64x2.mul(d, v128.load(t, 48));
    e = f64x2.mul(e, v128.load(t, 64));
    f = f64x2.mul(f, v128.load(t, 80));
    g = f64x2.mul(g, v128.load(t, 96));
    h = f64x2.mul(h, v128.load(t, 112));
  }
  v128.store(out, a);
  v128.store(out, b, 16);
  v128.store(out, c, 32);
  v128.store(out, d, 48);
  v128.store(out, e, 64);
  v128.store(out, f, 80);
  v128.store(out, g, 96);
  v128.store(out, h, 112);
  const left = f64x2.add(f64x2.add(a, b), f64x2.add(c, d));
  const right = f64x2.add(f64x2.add(e, f), f64x2.add(g, h));
  return lanes(f64x2.add(left, right));
}

function product4(source: usize, row: usize, end: usize, table: usize, stride: usize, out: usize): f64 {
  let a = v128.load(source);
  let b = v128.load(source, 16);
  for (; row < end; row += 2) {
    const t = table + <usize>load<u16>(row) * stride;
    a = f64x2.mul(a, v128.load(t));
    b = f64x2.mul(b, v128.load(t, 16));
  }
  v128.store(out, a);
  v128.store(out, b, 16);
  return lanes(f64x2.add(a, b));
}

function product8(source: usize, row: usize, end: usize, table: usize, stride: usize, out: usize): f64 {
  let a = v128.load(source);
  let b = v128.load(source, 16);
  let c = v128.load(source, 32);
  let d = v128.load(source, 48);
  for (; row < end; row += 2) {
    const t = table + <usize>load<u16>(row) * stride;
    a = f64x2.mul(a, v128.load(t));
    b = f64x2.mul(b, v128.load(t, 16));
    c = f64x2.mul(c, v128.load(t, 32));
    d = f64x2.mul(d, v128.load(t, 48));
  }
  v128.store(out, a);
  v128.store(out, b, 16);
  v128.store(out, c, 32);
  v128.store(out, d, 48);
  return lanes(f64x2.add(f64x2.add(a, b), f64x2.add(c, d)));
}

/** The product over one run of rows in the nodes [low, high), in passes of 16, then 8, then 4; answers the sum. */
function products(
  source: usize,
  row: usize,
  end: usize,
  table: usize,
  stride: usize,
  out: usize,
  low: usize,
  high: usize,
): f64 {
  let sum: f64 = 0;
  let n = low;
  for (; n + 128 <= high; n += 128) sum += product16(source + n, row, end, table + n, stride, out + n);
  if (n + 64 <= high) {
    sum += product8(source + n, row, end, table + n, stride, out + n);
    n += 64;
  }
  if (n < high) sum += product4(source + n, row, end, table + n, stride, out + n);
  return sum;
}

function add16(row: usize, end: usize, counts: usize, stride: usize, from: usize, by: v128): void {
  const a = f64x2.mul(v128.load(from), by);
  const b = f64x2.mul(v128.load(from, 16), by);
  const c = f64x2.mul(v128.load(from, 32), by);
  const d = f64x2.mul(v128.load(from, 48), by);
  const e = f64x2.mul(v128.load(from, 64), by);
  const f = f64x2.mul(v128.load(from, 80), by);
  const g = f64x2.mul(v128.load(from, 96), by);
  const h = f64x2.mul(v128.load(from, 112), by);
  for (; row < end; row += 2) {
    const t = counts + <usize>load<u16>(row) * stride;
    v128.store(t, f64x2.add(v128.load(t), a));
    v128.store(t, f64x2.add(v128.load(t, 16), b), 16);
    v128.store(t, f64x2.add(v128.load(t, 32), c), 32);
    v128.store(t, f64x2.add(v128.load(t, 48), d), 48);
    v128.store(t, f64x2.add(v128.load(t, 64), e), 64);
    v128.store(t, f64x2.add(v128.load(t, 80), f), 80);
    v128.store(t, f64x2.add(v128.load(t, 96), g), 96);
    v128.store(t, f64x2.add(v128.load(t, 112), h), 112);
  }
}

function add8(row: usize, end: usize, counts: usize, stride: usize, from: usize, by: v128): void {
  const a = f64x2.mul(v128.load(from), by);
  const b = f64x2.mul(v128.load(from, 16), by);
  const c = f64x2.mul(v128.load(from, 32), by);
  const d = f64x2.mul(v128.load(from, 48), by);
  for (; row < end; row += 2) {
    const t = counts + <usize>load<u16>(row) * stride;
    v128.store(t, f64x2.add(v128.load(t), a));
    v128.store(t, f64x2.add(v128.load(t, 16), b), 16);
    v128.store(t, f64x2.add(v128.load(t, 32), c), 32);
    v128.store(t, f64x2.add(v128.load(t, 48), d), 48);
  }
}

function add4(row: usize, end: usize, counts: usize, stride: usize, from: usize, by: v128): void {
  const a = f64x2.mul(v128.load(from), by);
  const b = f64x2.mul(v128.load(from, 16), by);
  for (; row < end; row += 2) {
    const t = counts + <usize>load<u16>(row) * stride;
    v128.store(t, f64x2.add(v128.load(t), a));
    v128.store(t, f64x2.add(v128.load(t, 16), b), 16);
  }
}

/** Adds the posterior at the nodes [low, high) to the count of each of the person's rows. */
function spread(
  row: usize,
  end: usize,
  counts: usize,
  stride: usize,
  from: usize,
  scale: f64,
  low: usize,
  high: usize,
): void {
  const by = f64x2.splat(scale);
  let n = low;
  for (; n + 128 <= high; n += 128) add16(row, end, counts + n, stride, from + n, by);
  if (n + 64 <= high) {
    add8(row, end, counts + n, stride, from + n, by);
    n += 64;
  }
  if (n < high) add4(row, end, counts + n, stride, from + n, by);
}

let exponent: i32 = 0;

/** Below this a product of one more run of rows could underflow. 2^−256 and 2^256 are exact to multiply by. */
const SMALL: f64 = 8.636168555094445e-78;
const LARGE: f64 = 1.157920892373162e77;

/** A person's likelihood × prior over the window, in runs of `run` rows; counts the powers of 2^256 taken out. */
function likelihood(
  row: usize,
  end: usize,
  run: usize,
  table: usize,
  stride: usize,
  out: usize,
  low: usize,
  high: usize,
): f64 {
  exponent = 0;
  let source = table + <usize>load<u16>(row) * stride;
  let from = row + 2;
  let sum: f64 = 0;
  do {
    let to = from + run;
    if (to > end) to = end;
    sum = products(source, from, to, table, stride, out, low, high);
    from = to;
    source = out;
    while (from < end && sum < SMALL && sum > 0) {
      exponent += 1;
      sum *= LARGE;
      const by = f64x2.splat(LARGE);
      for (let n = low; n < high; n += 16) v128.store(out + n, f64x2.mul(v128.load(out + n), by));
    }
  } while (from < end);
  return sum;
}

/** The window of the person at hand, in units of 4 nodes. */
let low: usize = 0;
let high: usize = 0;

/** The likelihood in the window, widened until its outermost nodes are below `clip` of the whole. */
function widen(
  row: usize,
  end: usize,
  run: usize,
  table: usize,
  stride: usize,
  scratch: usize,
  units: usize,
  clip: f64,
): f64 {
  while (true) {
    const sum = likelihood(row, end, run, table, stride, scratch, low * UNIT_BYTES, high * UNIT_BYTES);
    const limit = clip * sum;
    const isLeftShort = low > 0 && !(load<f64>(scratch + low * UNIT_BYTES) < limit);
    const isRightShort = high < units && !(load<f64>(scratch + high * UNIT_BYTES - 8) < limit);
    if (!isLeftShort && !isRightShort) return sum;
    if (isLeftShort) low -= 1;
    if (isRightShort) high += 1;
  }
}

/** Leaves out units at whose inner end the posterior is far below what makes a window too narrow. */
function narrow(scratch: usize, limit: f64): void {
  while (high - low > 1 && load<f64>(scratch + (low + 1) * UNIT_BYTES) < limit) low += 1;
  while (high - low > 1 && load<f64>(scratch + (high - 1) * UNIT_BYTES - 8) < limit) high -= 1;
}

/**
 * The E-step for persons first … last − 1.
 *
 * @param rows    u16 row numbers, all persons' one after the other; a person's first is the prior
 * @param starts  u32, where each person's rows begin; one entry more than persons
 * @param weights f64 a person
 * @param windows two u8 a person: nodes [4·low, 4·high) hold all of the posterior but a share of about `clip`; updated
 * @param clip    a window's outermost node has less than this share of the posterior; 0 means all nodes, for all
 * @param run     rows to multiply before the product is looked at, so that it cannot underflow
 * @param sums    out, f64 a person (from 0): the marginal likelihood × 2^(256 · exponents)
 */
export function estep(
  rows: usize,
  starts: usize,
  weights: usize,
  windows: usize,
  first: i32,
  last: i32,
  q: i32,
  table: usize,
  counts: usize,
  scratch: usize,
  clip: f64,
  run: i32,
  sums: usize,
  exponents: usize,
): void {
  const stride = (<usize>q) << 3;
  const units = <usize>(q / UNIT);
  for (let i = first; i < last; i++) {
    const start = starts + ((<usize>i) << 2);
    const row = rows + ((<usize>load<u32>(start)) << 1);
    const end = rows + ((<usize>load<u32>(start, 4)) << 1);
    const window = windows + ((<usize>i) << 1);
    low = clip > 0 ? <usize>load<u8>(window) : 0;
    high = clip > 0 ? <usize>load<u8>(window, 1) : units;
    const sum = widen(row, end, (<usize>run) << 1, table, stride, scratch, units, clip);
    const scale = sum > 0 ? load<f64>(weights + ((<usize>i) << 3)) / sum : 0;
    spread(row, end, counts, stride, scratch, scale, low * UNIT_BYTES, high * UNIT_BYTES);
    store<f64>(sums + ((<usize>(i - first)) << 3), sum);
    store<i32>(exponents + ((<usize>(i - first)) << 2), exponent);
    narrow(scratch, 0.01 * clip * sum);
    store<u8>(window, <u8>low);
    store<u8>(window, <u8>high, 1);
  }
}
