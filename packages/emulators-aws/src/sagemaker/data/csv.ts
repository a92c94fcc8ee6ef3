import type { NumberRows } from './rows.ts';
import { UserFault } from './user-fault.ts';

/** Splits one line of CSV; quotes are taken off, a doubled quote inside stands for one. */
export function splitCsvLine(line: string): string[] {
  if (!line.includes('"')) return line.split(',');
  const fields: string[] = [];
  for (const [, quoted, plain] of line.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/g)) {
    fields.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
  }
  // The pattern finds an empty field at the very end, which is one only after a comma.
  return line.endsWith(',') ? fields : fields.slice(0, -1);
}

/** Lines that hold something. */
export const linesOf = (text: string): string[] => text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');

const MISSING = new Set(['', 'nan', 'na', 'null', 'none']);

/** The number a field stands for; NaN where it is missing; undefined where it is text. */
function numberIn(field: string): number | undefined {
  const value = Number(field);
  const trimmed = field.trim();
  if (trimmed !== '' && !Number.isNaN(value)) return value;
  return MISSING.has(trimmed.toLowerCase()) ? Number.NaN : undefined;
}

/**
 * Numbers from CSV without a header.
 *
 * @param source what the text is, for messages: "Channel train, file data.csv"
 */
export function readNumberCsv(text: string, source: string): NumberRows {
  const cells: number[] = [];
  let width = 0;
  for (const [i, line] of linesOf(text).entries()) {
    const fields = splitCsvLine(line);
    if (i === 0) width = fields.length;
    if (fields.length !== width) {
      throw new UserFault(`${source}: row ${i + 1} has ${fields.length} columns, but the first row has ${width}.`);
    }
    for (const [j, field] of fields.entries()) {
      const value = numberIn(field);
      if (value === undefined) throw textFault(source, i, j, field);
      cells.push(value);
    }
  }
  return { width, cells };
}

function textFault(source: string, i: number, j: number, field: string): UserFault {
  const what = `${source}: row ${i + 1}, column ${j + 1} holds "${field.slice(0, 40)}", which is no number`;
  const advice = i === 0 ? 'remove the header row, if it is one, and encode text as numbers' : 'encode text as numbers';
  return new UserFault(`${what}: ${advice}.`);
}
