// AssemblyScript, see index.ts.

function add(at: usize, pair: v128): void {
  v128.store(at, f64x2.add(v128.load(at), pair));
}

/**
 * Adds the gradient pairs of some rows to the histograms of four features, which lie together so that they stay in the
 * processor's first cache.
 *
 * @param bins  one u32 a row of the table: the bins of four features, one byte each
 * @param pairs f32 gradient and f32 hessian, a row of the table
 * @param rows  u32 row numbers, `count` of them
 * @param h0    and so on, the four histograms: f64 gradient and f64 hessian a bin
 */
export function histogram(
  bins: usize,
  pairs: usize,
  rows: usize,
  count: i32,
  h0: usize,
  h1: usize,
  h2: usize,
  h3: usize,
): void {
  const end = rows + ((<usize>count) << 2);
  for (; rows < end; rows += 4) {
    const row = <usize>load<u32>(rows);
    const four = load<u32>(bins + (row << 2));
    const pair = f64x2.promote_low_f32x4(v128.load64_zero(pairs + (row << 3)));
    add(h0 + ((four & 255) << 4), pair);
    add(h1 + ((four >> 4) & 0xff0), pair);
    add(h2 + ((four >> 12) & 0xff0), pair);
    add(h3 + ((four >> 20) & 0xff0), pair);
  }
}

/** Sets `entries` pairs of doubles to zero. */
export function clear(at: usize, entries: i32): void {
  const end = at + ((<usize>entries) << 4);
  for (; at < end; at += 16) v128.store(at, i64x2.splat(0));
}

/** from −= what, `entries` pairs of doubles. */
export function subtract(from: usize, what: usize, entries: i32): void {
  const end = from + ((<usize>entries) << 4);
  for (; from < end; from += 16, what += 16) {
    v128.store(from, f64x2.sub(v128.load(from), v128.load(what)));
  }
}
