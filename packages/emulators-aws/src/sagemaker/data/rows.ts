import { type Table, tableFromRows } from '@cairn/learning-algorithms';

/** Numbers row by row, as files hold them. */
export interface NumberRows {
  readonly width: number;
  /** rows × width, NaN = missing. */
  readonly cells: readonly number[];
}

/** Features with their labels; `labels` is empty where the data has none. */
export interface LabelledTable {
  readonly table: Table;
  readonly labels: readonly number[];
}

/** Takes the first `labelSize` columns (0 or 1) for labels. */
export function splitLabels({ width, cells }: NumberRows, labelSize: number): LabelledTable {
  if (labelSize === 0) return { table: tableFromRows(cells, width), labels: [] };
  const labels = cells.filter((_, at) => at % width === 0);
  const features = cells.filter((_, at) => at % width !== 0);
  return { table: tableFromRows(features, width - 1), labels };
}
