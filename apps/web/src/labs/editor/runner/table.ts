import { inspect, shownValue } from './inspect.ts';

const INDEX = '(index)';
const VALUES = 'Values';

/** What `console.table` prints; undefined for what has no rows. */
export function tableText(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const rows = Object.entries(data).map(([index, row]) => ({ index, cells: cellsOf(row) }));
  const names = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))];
  const lines = [
    [INDEX, ...names],
    ...rows.map(({ index, cells }) => [index, ...names.map((name) => cells[name] ?? '')]),
  ];
  const widths = [INDEX, ...names].map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  const lineOf = (line: readonly string[]) => line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ');
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  const [head = [], ...body] = lines;
  return [lineOf(head), rule, ...body.map(lineOf)].map((line) => line.trimEnd()).join('\n');
}

function cellsOf(row: unknown): Readonly<Record<string, string>> {
  if (typeof row !== 'object' || row === null) return { [VALUES]: shownValue(row) };
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, oneLine(value)]));
}

const oneLine = (value: unknown): string => (typeof value === 'string' ? value : inspect(value).replace(/\s+/g, ' '));
