import { linesOf } from './csv.ts';
import type { NumberRows } from './rows.ts';
import { UserFault } from './user-fault.ts';

const PAIR = /^(\d+):(\S+)$/;

type SparseRow = { readonly label: number; readonly entries: readonly (readonly [number, number])[] };

function readLine(line: string, i: number, source: string): SparseRow {
  const [label = '', ...pairs] = (line.split('#')[0] ?? '').trim().split(/\s+/);
  const entries = pairs.map((pair) => {
    const [, index, value] = PAIR.exec(pair) ?? [];
    if (index === undefined || !Number.isFinite(Number(value))) {
      throw new UserFault(`${source}: row ${i + 1} holds "${pair.slice(0, 40)}" where index:value should stand.`);
    }
    return [Number(index), Number(value)] as const;
  });
  if (!Number.isFinite(Number(label))) {
    throw new UserFault(`${source}: row ${i + 1} begins with "${label.slice(0, 40)}", but a label is a number.`);
  }
  return { label: Number(label), entries };
}

/**
 * Rows in LIBSVM's format, with the label as first column; what a row does not name is missing, as XGBoost has it.
 *
 * @param features width to fill up to, so that training and validation data fit one another
 */
export function readLibsvm(text: string, source: string, features = 0): NumberRows {
  const rows = linesOf(text).map((line, i) => readLine(line, i, source));
  const most = rows.reduce((top, { entries }) => entries.reduce((n, [index]) => Math.max(n, index + 1), top), features);
  const cells: number[] = [];
  for (const { label, entries } of rows) {
    const row = new Array<number>(most).fill(Number.NaN);
    for (const [index, value] of entries) row[index] = value;
    cells.push(label, ...row);
  }
  return { width: most + 1, cells };
}
