import { csvCells } from './csv-cells.ts';
import { type CsvColumns, type CsvFault, csvColumns } from './csv-columns.ts';
import { type GrowingScores, growingScores } from './growing-scores.ts';
import type { Responses } from './responses.ts';
import { growingNumbers, nameNumbers, scoreOf } from './row-values.ts';
import { textOf } from './text-of-bytes.ts';

/** A file of responses, read. */
export type ResponseTable = {
  readonly itemIds: readonly string[];
  /** Without the rows that had a fault in their length; a faulty cell is `NOT_PRESENTED`. */
  readonly responses: Responses;
  /** Latent group of each person, and the names in the order of their numbers; undefined without a group column. */
  readonly groups: { readonly names: readonly string[]; readonly ofPerson: Float64Array } | undefined;
  /** The first faults; there may be more. */
  readonly faults: readonly CsvFault[];
  readonly faultCount: number;
};

export type ResponseReader = {
  /** The next bytes of the file, cut anywhere. */
  readonly feed: (chunk: Uint8Array) => void;
  /** Call once, after the last bytes. */
  readonly end: () => ResponseTable;
};

export type ResponseReaderOptions = {
  /** Bytes that will come, if known: the scores then never move in memory. A cell takes at least a byte. */
  readonly expectedBytes?: number;
  /** Faults to keep; all are counted. Default 100. */
  readonly maximumFaults?: number;
};

const MOST_SHOWN = 40;

function faultList(maximum: number) {
  const kept: CsvFault[] = [];
  let count = 0;
  return {
    add(fault: CsvFault): void {
      count += 1;
      if (kept.length < maximum) kept.push(fault);
    },
    kept,
    count: () => count,
  };
}

type Sheet = CsvColumns & {
  /** Item of each column, −1 for the others. */
  readonly itemOf: Int32Array;
  readonly scores: GrowingScores;
  readonly weights: ReturnType<typeof growingNumbers>;
  readonly groups: ReturnType<typeof growingNumbers>;
  readonly names: ReturnType<typeof nameNumbers>;
};

function newSheet(header: readonly string[], expectedBytes: number): Sheet {
  const parsed = csvColumns(header);
  return {
    ...parsed,
    itemOf: Int32Array.from(parsed.columns, (column) => (column.role === 'score' ? column.item : -1)),
    scores: growingScores(parsed.itemIds.length, expectedBytes),
    weights: growingNumbers(),
    groups: growingNumbers(),
    names: nameNumbers(),
  };
}

const has = (sheet: Sheet, role: 'group' | 'weight'): boolean => sheet.columns.some((column) => column.role === role);

function tableOf(sheet: Sheet, faults: ReturnType<typeof faultList>): ResponseTable {
  const responses = { persons: sheet.scores.rows(), items: sheet.itemIds.length, scores: sheet.scores.take() };
  return {
    itemIds: sheet.itemIds,
    responses: has(sheet, 'weight') ? { ...responses, weights: sheet.weights.take() } : responses,
    groups: has(sheet, 'group') ? { names: sheet.names.names(), ofPerson: sheet.groups.take() } : undefined,
    faults: faults.kept,
    faultCount: faults.count(),
  };
}

/** The row that is being read. */
type Row = { column: number; weight: number; group: string };

const freshRow = (): Row => ({ column: 0, weight: 1, group: '' });

type FaultAt = (column: number, message: string) => void;

function takeScore(sheet: Sheet, row: Row, item: number, bytes: Uint8Array, length: number, fault: FaultAt): void {
  const score = scoreOf(bytes, length);
  if (score === undefined) {
    const shown = textOf(bytes.slice(0, Math.min(length, MOST_SHOWN)));
    const wanted = 'write a whole number from 0 to 254, or leave it empty';
    fault(row.column + 1, `"${shown}" is no score for item "${sheet.itemIds[item]}"; ${wanted}.`);
  } else if (score >= 0) sheet.scores.put(item, score);
}

function takeWeight(row: Row, text: string, fault: FaultAt): void {
  row.weight = text.trim() === '' ? Number.NaN : Number(text);
  if (row.weight >= 0 && row.weight < Number.POSITIVE_INFINITY) return;
  fault(row.column + 1, `"${text}" is no weight; write a number from 0.`);
  row.weight = 0;
}

function takeCell(sheet: Sheet, row: Row, bytes: Uint8Array, length: number, fault: FaultAt): void {
  if (row.column === 0) sheet.scores.open();
  const column = sheet.columns[row.column];
  if (column?.role === 'score') takeScore(sheet, row, column.item, bytes, length, fault);
  if (column?.role === 'weight') takeWeight(row, textOf(bytes.slice(0, length)), fault);
  if (column?.role === 'group') row.group = textOf(bytes.slice(0, length));
  row.column += 1;
}

function takeRow(sheet: Sheet, row: Row, fault: FaultAt): void {
  const wanted = sheet.columns.length;
  if (row.column === wanted) {
    sheet.scores.close();
    if (has(sheet, 'weight')) sheet.weights.push(row.weight);
    if (has(sheet, 'group')) sheet.groups.push(sheet.names.of(row.group));
  } else {
    const cells = row.column === 1 ? '1 cell' : `${row.column} cells`;
    const message = `This row has ${cells}, the header ${wanted}; it is left out. Add or remove cells.`;
    fault(Math.min(row.column, wanted) + 1, message);
  }
  Object.assign(row, freshRow());
}

const ZERO = 48;
const NINE = 57;

/** Bytes of the cell at `at` if it is empty (0) or one digit (1) and a separator follows; −1 if it is anything else. */
function simpleLength(chunk: Uint8Array, at: number, separator: number): number {
  const byte = chunk[at] as number; // the caller keeps at + 1 within the chunk
  if (byte === separator) return 0;
  return byte >= ZERO && byte <= NINE && chunk[at + 1] === separator ? 1 : -1;
}

/** Takes cells of one digit, and empty ones, up to the first that is anything else: most of a file, at once. */
function takeSimple(sheet: Sheet, row: Row, chunk: Uint8Array, from: number, separator: number): number {
  let i = from;
  while (i + 1 < chunk.length && row.column < sheet.itemOf.length) {
    const item = sheet.itemOf[row.column] as number; // column < length
    const length = simpleLength(chunk, i, separator);
    if (item < 0 || length < 0) return i;
    if (row.column === 0) sheet.scores.open();
    if (length === 1) sheet.scores.put(item, (chunk[i] as number) - ZERO);
    row.column += 1;
    i += length + 1;
  }
  return i;
}

/**
 * Reads a CSV of responses as its bytes arrive, without holding it as text: a header of item ids, then one row a person;
 * empty or NA is an item that was not presented. The first column may be `person` or `id`; columns `group` and `weight`
 * (or `freq`) may stand anywhere. Comma, semicolon or tab; quotes; LF or CRLF; a byte order mark is skipped, as are empty
 * lines.
 */
export function responseReader({ expectedBytes = 0, maximumFaults = 100 }: ResponseReaderOptions = {}): ResponseReader {
  const faults = faultList(maximumFaults);
  const header: string[] = [];
  const row = freshRow();
  let sheet: Sheet | undefined;
  const fault: FaultAt = (column, message) => faults.add({ line: cells.line(), column, message });
  const begin = () => {
    sheet = newSheet(header, expectedBytes);
    for (const found of sheet.faults) faults.add(found);
    return sheet;
  };
  const cells = csvCells({
    cell: (bytes, length) => {
      if (sheet) takeCell(sheet, row, bytes, length, fault);
      else header.push(textOf(bytes.slice(0, length)).trim());
    },
    row: () => {
      if (sheet) takeRow(sheet, row, fault);
      else begin();
    },
    simpleCells: (chunk, from, separator) => (sheet ? takeSimple(sheet, row, chunk, from, separator) : from),
  });
  return {
    feed: cells.feed,
    end: () => {
      cells.end();
      return tableOf(sheet ?? begin(), faults);
    },
  };
}
