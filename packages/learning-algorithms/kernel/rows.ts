// AssemblyScript, see index.ts.

/**
 * The bin of each value: how many cuts are ≤ it, at most the last bin.
 *
 * @param column f32, `rows` of them
 * @param cuts   f32 ascending, `count` of them, at least one
 * @param out    every fourth byte is written
 */
export function encode(column: usize, rows: i32, cuts: usize, count: i32, missing: i32, out: usize): void {
  const end = column + ((<usize>rows) << 2);
  for (; column < end; column += 4, out += 4) {
    const value = load<f32>(column);
    if (!(value <= Infinity)) {
      store<u8>(out, missing);
      continue;
    }
    let base: i32 = 0;
    for (let length = count; length > 1; ) {
      const half = length >> 1;
      const isAbove = load<f32>(cuts + ((<usize>(base + half - 1)) << 2)) <= value;
      base += select(half, 0, isAbove);
      length -= half;
    }
    base += select(1, 0, load<f32>(cuts + ((<usize>base) << 2)) <= value);
    store<u8>(out, select(base, count - 1, base < count));
  }
}

/**
 * Puts the rows whose bin, turned round by `rotate`, is at most `limit` before the others; keeps the order within both.
 *
 * @param bins  the byte of the feature in row 0; the next row's is four bytes on
 * @param spare place for `count` row numbers
 * @returns     how many stand before
 */
export function partition(bins: usize, rows: usize, count: i32, rotate: i32, limit: i32, spare: usize): i32 {
  const end = rows + ((<usize>count) << 2);
  let left = rows;
  let right = spare;
  for (let at = rows; at < end; at += 4) {
    const row = load<u32>(at);
    const bin = (<i32>load<u8>(bins + ((<usize>row) << 2)) + rotate) & 255;
    const step = (<usize>(bin <= limit)) << 2;
    store<u32>(left, row); // never beyond `at`
    store<u32>(right, row);
    left += step;
    right += 4 - step;
  }
  for (let from = spare, to = left; from < right; from += 4, to += 4) store<u32>(to, load<u32>(from));
  return <i32>((left - rows) >> 2);
}
