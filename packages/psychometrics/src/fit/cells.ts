/** Observed and expected counts of one score among persons who are alike. */
export type Cell = { readonly observed: number; readonly expected: number };

const add = (x: Cell, y: Cell): Cell => ({ observed: x.observed + y.observed, expected: x.expected + y.expected });

/**
 * Joins neighbouring cells until each expects at least `minimum`; what is left at the end joins the last. Impossible cells,
 * which expect nothing, vanish.
 */
export function joinCells(cells: readonly Cell[], minimum: number): Cell[] {
  const joined: Cell[] = [];
  let open: Cell = { observed: 0, expected: 0 };
  for (const cell of cells) {
    open = add(open, cell);
    if (open.expected < minimum) continue;
    joined.push(open);
    open = { observed: 0, expected: 0 };
  }
  const last = joined.pop();
  if (last !== undefined) joined.push(add(last, open));
  return joined;
}

/**
 * Joins neighbouring rows until each can be cut into two cells or more that expect `minimum`; returns those cells, row by
 * row. Rows that remain at the end join the last good one.
 */
export function joinRows(rows: readonly (readonly Cell[])[], minimum: number): Cell[][] {
  const good: (readonly Cell[])[] = [];
  let open: readonly Cell[] | undefined;
  const joinedWith = (row: readonly Cell[] | undefined, other: readonly Cell[]) =>
    row === undefined ? other : other.map((cell, k) => add(cell, row[k] ?? { observed: 0, expected: 0 }));
  for (const row of rows) {
    open = joinedWith(open, row);
    if (joinCells(open, minimum).length < 2) continue;
    good.push(open);
    open = undefined;
  }
  const last = good.pop();
  if (last !== undefined) good.push(open === undefined ? last : joinedWith(last, open));
  return good.map((row) => joinCells(row, minimum));
}

/** Pearson's statistic and its cells less one a row. */
export function pearson(rows: readonly (readonly Cell[])[]): { statistic: number; degrees: number } {
  let statistic = 0;
  let degrees = 0;
  for (const row of rows) {
    degrees += row.length - 1;
    for (const { observed, expected } of row) statistic += (observed - expected) ** 2 / expected;
  }
  return { statistic, degrees };
}
