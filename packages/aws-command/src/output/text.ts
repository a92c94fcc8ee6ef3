import { Decimal, floatText, isPlainList, isPlainRecord, numberText, type Plain, type PlainRecord } from './plain.ts';

/** Tab-separated lines as `--output text` prints them: keys are lost, sorted by name, lists are told by their key. */
export function textOf(value: Plain): string {
  const lines: string[] = [];
  write(value, lines, undefined, undefined);
  return lines.map((line) => `${line}\n`).join('');
}

function write(value: Plain, lines: string[], name: string | undefined, columns: readonly string[] | undefined): void {
  if (isPlainList(value)) writeList(value, lines, name);
  else if (isPlainRecord(value)) writeRecord(value, lines, name, columns);
  else lines.push(scalarText(value));
}

function writeList(items: readonly Plain[], lines: string[], name: string | undefined): void {
  if (items.length === 0) return;
  const records = items.filter(isPlainRecord);
  if (records.length > 0) {
    const columns = [...new Set(records.flatMap(scalarKeys))].sort();
    for (const item of items) write(item, lines, name, columns);
    return;
  }
  const lists = items.filter(isPlainList);
  const scalars = items.filter((item) => !isPlainList(item));
  if (scalars.length > 0) writeScalars(scalars, lines, name);
  for (const list of lists) write(list, lines, name, undefined);
}

function writeScalars(items: readonly Plain[], lines: string[], name: string | undefined): void {
  if (name === undefined) lines.push(items.map(scalarText).join('\t'));
  else for (const item of items) lines.push(`${name.toUpperCase()}\t${scalarText(item)}`);
}

function writeRecord(
  record: PlainRecord,
  lines: string[],
  name: string | undefined,
  columns: readonly string[] = scalarKeys(record).sort(),
): void {
  const cells = columns.map((key) => (Object.hasOwn(record, key) ? scalarText(record[key] ?? null) : ''));
  if (cells.length > 0) lines.push((name === undefined ? cells : [name.toUpperCase(), ...cells]).join('\t'));
  const shown = new Set(columns);
  for (const key of Object.keys(record).sort()) {
    if (!shown.has(key)) write(record[key] ?? null, lines, key, undefined);
  }
}

function scalarKeys(record: PlainRecord): string[] {
  return Object.entries(record).flatMap(([key, value]) => (isScalar(value) ? [key] : []));
}

export function isScalar(value: Plain): boolean {
  return !isPlainList(value) && !isPlainRecord(value);
}

/** As Python's `str`: `None`, `True`, `1.0`. */
export function scalarText(value: Plain): string {
  if (value === null) return 'None';
  if (value instanceof Decimal) return floatText(value.value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return numberText(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
