import { documentOf } from '../patterns/pattern.ts';
import type { LogEvent } from '../state.ts';
import type { Cell } from './values.ts';

/** Insights discovers at most so many fields of a JSON event. */
const MOST_FIELDS = 200;
const DEEPEST = 8;

export interface Place {
  readonly accountId: string;
  readonly group: string;
  readonly stream: string;
}

/** The fields of an event: Insights' own, and those that it discovers in JSON and in Lambda's lines. */
export function rowOf(
  { at, ingestedAt, message, id }: LogEvent,
  { accountId, group, stream }: Place,
): Map<string, Cell> {
  const row = new Map<string, Cell>([
    ['@timestamp', at],
    ['@message', message],
    ['@ingestionTime', ingestedAt],
    ['@logStream', stream],
    ['@log', `${accountId}:${group}`],
    ['@ptr', Buffer.from(`${group}\n${stream}\n${id}`).toString('base64')],
  ]);
  if (group.startsWith('/aws/lambda/')) addLambdaFields(message, row);
  addJson(documentOf(message), '', row, 0);
  return row;
}

function addJson(value: unknown, path: string, row: Map<string, Cell>, depth: number): void {
  if (row.size > MOST_FIELDS || depth > DEEPEST) return;
  if (typeof value !== 'object' || value === null) {
    if (path !== '' && !row.has(path)) row.set(path, cellFrom(value));
    return;
  }
  for (const [name, entry] of Object.entries(value)) {
    addJson(entry, path === '' ? name : `${path}.${name}`, row, depth + 1);
  }
}

function cellFrom(value: unknown): Cell {
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'string' || typeof value === 'number' ? value : '';
}

const LAMBDA_FIELDS: readonly (readonly [name: string, pattern: RegExp, factor: number])[] = [
  ['@duration', /\tDuration: ([\d.]+) ms/, 1],
  ['@billedDuration', /Billed Duration: ([\d.]+) ms/, 1],
  ['@initDuration', /Init Duration: ([\d.]+) ms/, 1],
  // In bytes, though the line says MB.
  ['@memorySize', /Memory Size: (\d+) MB/, 1_000_000],
  ['@maxMemoryUsed', /Max Memory Used: (\d+) MB/, 1_000_000],
];

function addLambdaFields(message: string, row: Map<string, Cell>): void {
  const [, type, requestId] = /^(START|END|REPORT) RequestId: (\S+)/.exec(message) ?? [];
  const id = requestId ?? /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/.exec(message)?.[0];
  if (type !== undefined) row.set('@type', type);
  if (id !== undefined) row.set('@requestId', id);
  if (type !== 'REPORT') return;
  for (const [name, pattern, factor] of LAMBDA_FIELDS) {
    const found = pattern.exec(message)?.[1];
    if (found !== undefined) row.set(name, Number(found) * factor);
  }
}
