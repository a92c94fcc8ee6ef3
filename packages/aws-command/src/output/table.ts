import { isPlainList, isPlainRecord, type Plain, type PlainRecord } from './plain.ts';
import { renderSections, type Section } from './table-layout.ts';
import { isScalar, scalarText } from './text.ts';

/**
 * Boxes of ASCII characters as `--output table` draws them.
 *
 * @param title name of the operation
 * @param width of the terminal in columns: a wider table is turned on its side
 */
export function tableText(title: string, value: Plain, width: number): string {
  const sections: Section[] = [];
  build(sections, title, value, 0);
  return sections.length === 0 ? '' : renderSections(sections, width);
}

/** @param title empty for a part without a title of its own */
function build(sections: Section[], title: string, value: Plain, indent: number): void {
  if (isNothing(value)) return;
  section(sections, title, indent); // of a bare value the AWS CLI shows the title, and not the value
  if (isPlainRecord(value)) buildRecord(sections, value, indent);
  else if (isPlainList(value)) buildList(sections, title, value, indent);
}

/** What Python takes for false. */
function isNothing(value: Plain): boolean {
  if (isPlainList(value)) return value.length === 0;
  if (isPlainRecord(value)) return Object.keys(value).length === 0;
  return value === null || value === '' || value === 0 || value === false;
}

function buildList(sections: Section[], title: string, items: readonly Plain[], indent: number): void {
  const [first] = items;
  if (isPlainRecord(first)) buildRecords(sections, items.filter(isPlainRecord), indent, title);
  else if (isPlainList(first)) buildLists(sections, items, indent);
  else for (const one of items) row(sections, [scalarText(one)]);
}

function buildLists(sections: Section[], lists: readonly Plain[], indent: number): void {
  for (const inner of lists) {
    if (isPlainList(inner) && inner.every(isScalar)) row(sections, inner.map(scalarText));
    else build(sections, '', inner, indent);
  }
}

function section(sections: Section[], title: string, indent: number): void {
  if (title !== '') sections.push({ title, indent, headers: [], rows: [] });
}

function row(sections: Section[], cells: readonly string[]): void {
  sections.at(-1)?.rows.push(cells);
}

function keysOf(record: PlainRecord, wanted: boolean): string[] {
  return Object.entries(record).flatMap(([key, value]) => (isScalar(value) === wanted ? [key] : []));
}

function buildRecord(sections: Section[], record: PlainRecord, indent: number): void {
  const headers = keysOf(record, true).sort();
  const [onlyHeader] = headers;
  if (headers.length === 1 && onlyHeader !== undefined)
    row(sections, [onlyHeader, scalarText(record[onlyHeader] ?? null)]);
  else if (headers.length > 1) {
    sections.at(-1)?.headers.push(...headers);
    row(
      sections,
      headers.map((key) => scalarText(record[key] ?? null)),
    );
  }
  for (const key of keysOf(record, false).sort()) build(sections, key, record[key] ?? null, indent + 1);
}

function buildRecords(sections: Section[], records: readonly PlainRecord[], indent: number, title: string): void {
  const headers = [...new Set(records.flatMap((record) => keysOf(record, true)))].sort();
  const deeper = [...new Set(records.flatMap((record) => keysOf(record, false)))].sort();
  sections.at(-1)?.headers.push(...headers);
  records.forEach((record, index) => {
    if (index > 0 && deeper.length > 0) {
      section(sections, title, indent);
      sections.at(-1)?.headers.push(...headers);
    }
    row(
      sections,
      headers.map((key) => (Object.hasOwn(record, key) ? scalarText(record[key] ?? null) : '')),
    );
    for (const key of deeper) if (Object.hasOwn(record, key)) build(sections, key, record[key] ?? null, indent + 1);
  });
}
