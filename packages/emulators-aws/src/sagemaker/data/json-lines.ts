import { linesOf } from './csv.ts';
import type { NumberRows } from './rows.ts';
import { UserFault } from './user-fault.ts';

function parsed(line: string, where: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value));
  } catch {
    // said below: whatever the parser stumbles over, the row is to be looked at
  }
  throw new UserFault(`${where} is no JSON object.`);
}

function numberFrom(value: unknown, where: string): number {
  if (value === null) return Number.NaN;
  if (typeof value === 'number') return value;
  throw new UserFault(`${where} holds ${JSON.stringify(value) ?? 'nothing'}, which is no number.`);
}

/**
 * One object a line: `{"label": 1, "features": [0.5, null]}`, the label left out where `labelSize` is 0.
 */
export function readJsonLines(text: string, source: string, labelSize: number): NumberRows {
  let width = 0;
  const cells = linesOf(text).flatMap((line, i) => {
    const where = `${source}: line ${i + 1}`;
    const { features, label } = parsed(line, where);
    if (!Array.isArray(features)) throw new UserFault(`${where} has no list "features".`);
    const row = [...(labelSize > 0 ? [label] : []), ...features].map((value) => numberFrom(value, where));
    if (i === 0) width = row.length;
    if (row.length !== width) throw new UserFault(`${where} has ${row.length} numbers, the first line has ${width}.`);
    return row;
  });
  return { width, cells };
}
