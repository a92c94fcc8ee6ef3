// AssemblyScript, see index.ts.

/** table[r] = table[parent[r]] × categories[category[r]] for rows first … last − 1; a parent stands before its child. */
export function build(
  table: usize,
  categories: usize,
  parent: usize,
  category: usize,
  first: i32,
  last: i32,
  q: i32,
): void {
  const stride = (<usize>q) << 3;
  for (let r = first; r < last; r++) {
    const to = table + <usize>r * stride;
    const from = table + <usize>load<u32>(parent + ((<usize>r) << 2)) * stride;
    const by = categories + <usize>load<u32>(category + ((<usize>r) << 2)) * stride;
    for (let n: usize = 0; n < stride; n += 16) {
      v128.store(to + n, f64x2.mul(v128.load(from + n), v128.load(by + n)));
    }
  }
}

/** The way back: each row's count goes to its category and to its parent, children first. */
export function fold(
  table: usize,
  categories: usize,
  parent: usize,
  category: usize,
  first: i32,
  last: i32,
  q: i32,
): void {
  const stride = (<usize>q) << 3;
  for (let r = last - 1; r >= first; r--) {
    const from = table + <usize>r * stride;
    const up = table + <usize>load<u32>(parent + ((<usize>r) << 2)) * stride;
    const to = categories + <usize>load<u32>(category + ((<usize>r) << 2)) * stride;
    for (let n: usize = 0; n < stride; n += 16) {
      const value = v128.load(from + n);
      v128.store(up + n, f64x2.add(v128.load(up + n), value));
      v128.store(to + n, f64x2.add(v128.load(to + n), value));
    }
  }
}
