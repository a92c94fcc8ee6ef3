export type Cell = { readonly row: number; readonly column: number };

/** Where a key leads in a grid; undefined for a key that does not move. At an edge it stays. */
export function movedCell(
  { row, column }: Cell,
  key: string,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): Cell | undefined {
  const within = (next: Cell): Cell => ({
    row: Math.min(rows - 1, Math.max(0, next.row)),
    column: Math.min(columns - 1, Math.max(0, next.column)),
  });
  switch (key) {
    case 'ArrowRight':
      return within({ row, column: column + 1 });
    case 'ArrowLeft':
      return within({ row, column: column - 1 });
    case 'ArrowDown':
      return within({ row: row + 1, column });
    case 'ArrowUp':
      return within({ row: row - 1, column });
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return within({ row, column: columns - 1 });
    default:
      return undefined;
  }
}
