import { type TextTable, textRows, textTable } from '@cairn/learning-algorithms';
import { linesOf, splitCsvLine } from './csv.ts';
import { UserFault } from './user-fault.ts';

/**
 * A table of texts from CSV.
 *
 * @param names the columns' names; left out, the first line is the header
 */
export function readTextCsv(text: string, source: string, names?: readonly string[]): TextTable {
  const rows = linesOf(text).map(splitCsvLine);
  const header = names ?? rows.shift();
  if (!header || rows.length === 0) throw new UserFault(`${source}: there are no rows in it.`);
  const odd = rows.findIndex((row) => row.length !== header.length);
  if (odd >= 0) {
    const width = rows[odd]?.length;
    throw new UserFault(`${source}: row ${odd + 1} has ${width} columns, but there are ${header.length} names.`);
  }
  return textTable(header, rows);
}

const quoted = (field: string): string => (/[",\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

const lineOf = (fields: readonly string[]): string => fields.map(quoted).join(',');

/** CSV of a table, with a header or, as training takes it, without. */
export function writeTextCsv(table: TextTable, hasHeader: boolean): string {
  const lines = [...(hasHeader ? [table.names] : []), ...textRows(table)].map(lineOf);
  return `${lines.join('\n')}\n`;
}
