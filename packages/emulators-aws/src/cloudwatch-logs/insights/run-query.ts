import { between } from '../patterns/tokens.ts';
import type { QueryField } from '../state.ts';
import { aggregated } from './aggregate.ts';
import type { Column, SortKey, Step } from './query.ts';
import { type Cell, cellOf, isTrue, numberOf, type Row } from './values.ts';

const MOST_ROWS = 10_000;

export interface Outcome {
  readonly rows: readonly (readonly QueryField[])[];
  readonly matched: number;
}

interface Progress {
  rows: Map<string, Cell>[];
  /** Names to show; undefined until a command says. */
  shown: readonly string[] | undefined;
  matched: number;
  isSorted: boolean;
  isAggregated: boolean;
}

/** Runs the steps over the events' rows, newest first unless the query sorts. */
export function runQuery(steps: readonly Step[], rows: Map<string, Cell>[], limit: number | undefined): Outcome {
  const progress: Progress = { rows, shown: undefined, matched: rows.length, isSorted: false, isAggregated: false };
  for (const step of steps) take(step, progress);
  if (!progress.isSorted && !progress.isAggregated) {
    progress.rows.sort((a, b) => (numberOf(b.get('@timestamp')) ?? 0) - (numberOf(a.get('@timestamp')) ?? 0));
  }
  const names = progress.shown ?? ['@timestamp', '@message'];
  const columns = progress.isAggregated ? names : [...names, '@ptr'];
  const result = progress.rows.slice(0, limit ?? MOST_ROWS).map((row) => shownFields(row, columns));
  return { rows: result, matched: progress.matched };
}

function take(step: Step, progress: Progress): void {
  switch (step.kind) {
    case 'fields':
    case 'display':
      setColumns(progress, step.columns, step.kind === 'fields' ? (progress.shown ?? []) : []);
      return;
    case 'filter':
      progress.rows = progress.rows.filter((row) => isTrue(cellOf(step.condition, row)));
      if (!progress.isAggregated) progress.matched = progress.rows.length;
      return;
    case 'parse':
      for (const row of progress.rows) parseInto(step, row);
      return;
    case 'stats':
      progress.rows = aggregated(step, progress.rows);
      progress.shown = [...step.groups, ...step.aggregates].map(({ name }) => name);
      progress.isAggregated = true;
      return;
    case 'sort':
      sortRows(progress.rows, step.keys);
      progress.isSorted = true;
      return;
    case 'limit':
      progress.rows = newestFirst(progress).slice(0, step.count);
      return;
    case 'dedup':
      progress.rows = deduplicated(newestFirst(progress), step.names);
  }
}

/** `limit` and `dedup` before a `sort` keep the newest events. */
function newestFirst({ rows, isSorted, isAggregated }: Progress): Map<string, Cell>[] {
  if (isSorted || isAggregated) return rows;
  return rows.sort((a, b) => (numberOf(b.get('@timestamp')) ?? 0) - (numberOf(a.get('@timestamp')) ?? 0));
}

function setColumns(progress: Progress, columns: readonly Column[], before: readonly string[]): void {
  for (const row of progress.rows) for (const { term, name } of columns) row.set(name, cellOf(term, row));
  progress.shown = [...new Set([...before, ...columns.map(({ name }) => name)])];
}

function parseInto({ from, by, names }: Step & { readonly kind: 'parse' }, row: Map<string, Cell>): void {
  const text = String(cellOf(from, row) ?? '');
  if (by.kind === 'expression') {
    const groups = by.matches.groups(text, names);
    for (const name of groups ? names : []) row.set(name, groups?.get(name));
    return;
  }
  const [before, ...found] = between(by.parts, text) ?? [];
  if (before === undefined) return;
  for (const [index, name] of names.entries()) row.set(name, found[index]);
}

function sortRows(rows: Map<string, Cell>[], keys: readonly SortKey[]): void {
  rows.sort((a, b) => {
    for (const { term, isDescending } of keys) {
      const order = compare(cellOf(term, a), cellOf(term, b));
      if (order !== 0) return isDescending ? -order : order;
    }
    return 0;
  });
}

function compare(a: Cell, b: Cell): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  const [left, right] = [numberOf(a), numberOf(b)];
  if (left !== undefined && right !== undefined) return left - right;
  return String(a) < String(b) ? -1 : Number(String(a) > String(b));
}

function deduplicated(rows: readonly Map<string, Cell>[], names: readonly string[]): Map<string, Cell>[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = JSON.stringify(names.map((name) => row.get(name) ?? null));
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const shownFields = (row: Row, names: readonly string[]): QueryField[] =>
  names.flatMap((field) => {
    const cell = row.get(field);
    return cell === undefined ? [] : [{ field, value: shownCell(field, cell) }];
  });

/** Times are shown as `2026-01-05 12:00:00.000`, numbers without needless digits. */
function shownCell(field: string, cell: string | number | boolean): string {
  const isTime = /^(@timestamp|@ingestionTime)$/.test(field) || /^(bin|datefloor|frommillis|todate)\(/.test(field);
  if (isTime && typeof cell === 'number') return new Date(cell).toISOString().replace('T', ' ').replace('Z', '');
  return typeof cell === 'number' && !Number.isInteger(cell) ? String(Number(cell.toFixed(4))) : String(cell);
}
