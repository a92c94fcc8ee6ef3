import type { Found, FoundText } from '../document.ts';
import { decodedChunks } from '../encoding.ts';
import type { DocumentLimits } from '../limits.ts';
import type { OpenedFile } from '../opened-file.ts';
import { counted, listed, quoted, Refusal } from '../refusal.ts';
import { type CsvRow, CsvRows, delimiterOf } from './csv-rows.ts';
import { fieldKey, hasKnownField, hasTextField, LONG_TEXT, readRecord } from './record.ts';

/** Rows that the columns are told by, before the first one is read. */
const SAMPLE_ROWS = 50;
const SAMPLE_CHARACTERS = 2_000_000;
const LONGEST_HEADER = 80;

/** Postings of a CSV or TSV, one a row. The column with the text is told by its name, or by its length. */
export async function* readCsv(file: OpenedFile, limits: DocumentLimits): AsyncGenerator<Found> {
  const progress: Progress = { rows: 0, isRunaway: false };
  const rows = rowsOf(file, limits, progress);
  const sample = await firstRows(rows);
  if (progress.isRunaway && sample.length < 2) throw runaway(file.name, progress);
  const names = columnNames(file.name, sample);
  if (isHeader(sample)) sample.shift();
  let [texts, without] = [0, 0];
  for await (const row of chained(sample, rows)) {
    const text = await textOfRow(names, row, limits);
    if (text) {
      texts += 1;
      yield text;
    } else {
      without += 1;
    }
  }
  if (progress.isRunaway) throw runaway(file.name, progress);
  if (texts === 0) throw withoutTextColumn(file.name, names);
  if (without > 0) yield { note: `${quoted(file.name)}: ${counted(without)} rows without a text were left out.` };
}

async function firstRows(rows: AsyncGenerator<CsvRow>): Promise<CsvRow[]> {
  const sample: CsvRow[] = [];
  let characters = 0;
  while (sample.length <= SAMPLE_ROWS && characters < SAMPLE_CHARACTERS) {
    const next = await rows.next();
    if (next.done === true) break;
    sample.push(next.value);
    characters += next.value.reduce((sum, cell) => sum + cell.length, 0);
  }
  return sample;
}

/** @param progress how many rows were whole, and whether one follows that does not end */
async function* rowsOf(file: OpenedFile, limits: DocumentLimits, progress: Progress): AsyncGenerator<CsvRow> {
  let rows: CsvRows | undefined;
  for await (const chunk of decodedChunks(file.chunks())) {
    rows ??= new CsvRows(/\.(?:tsv|tab)$/i.test(file.name) ? '\t' : delimiterOf(chunk), limits.recordCharacters);
    for (const row of rows.push(chunk)) {
      progress.rows += 1;
      yield row;
    }
    if (rows.isRunaway) {
      progress.isRunaway = true;
      return;
    }
  }
  if (rows) yield* rows.end();
}

type Progress = { rows: number; isRunaway: boolean };

function runaway(name: string, { rows }: Progress): Refusal {
  return new Refusal(`${quoted(name)}: row ${counted(rows + 1)} does not end; close the quote that is open in it.`);
}

async function* chained(sample: readonly CsvRow[], rest: AsyncGenerator<CsvRow>): AsyncGenerator<CsvRow> {
  yield* sample;
  yield* rest;
}

async function textOfRow(
  names: readonly string[],
  row: CsvRow,
  limits: DocumentLimits,
): Promise<FoundText | undefined> {
  // By the cells, not by the names: a header of a million columns costs nothing in a row of one.
  const cells = row.slice(0, names.length).map((cell, column) => [names[column] ?? '', cell] as const);
  return readRecord(Object.fromEntries(cells.filter(([, cell]) => cell.trim() !== '')), limits);
}

/** A first row is the header if it has a name that is known, or if all of it is short and what follows is not. */
function isHeader([first = [], ...rest]: readonly CsvRow[]): boolean {
  if (hasKnownField(first)) return true;
  const isShort = first.every((cell) => cell.trim().length < LONGEST_HEADER);
  return isShort && rest.some((row) => row.some((cell) => cell.length >= LONG_TEXT));
}

/** Names of the columns, the one with the text under a name that is known. @throws Refusal without such a column */
function columnNames(name: string, sample: readonly CsvRow[]): readonly string[] {
  const [first = []] = sample;
  const hasHeader = isHeader(sample);
  const names = (hasHeader ? first : first.map((_, column) => `column ${column + 1}`)).map((each) => each.trim());
  if (hasTextField(names)) return unique(names);
  const rows = hasHeader ? sample.slice(1) : sample;
  const lengths = names.map(
    (_, column) => rows.reduce((sum, row) => sum + (row[column]?.length ?? 0), 0) / Math.max(1, rows.length),
  );
  const longest = Math.max(0, ...lengths);
  const others = lengths.filter((length) => length !== longest);
  if (longest < LONG_TEXT || longest < 2 * Math.max(0, ...others)) throw withoutTextColumn(name, first);
  return unique(names.map((each, column) => (column === lengths.indexOf(longest) ? 'text' : each)));
}

/** Of columns with one name the first keeps it. */
function unique(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.map((name, column) => {
    const isNew = !seen.has(fieldKey(name));
    seen.add(fieldKey(name));
    return isNew ? name : `column ${column + 1}`;
  });
}

function withoutTextColumn(name: string, names: readonly string[]): Refusal {
  const list = listed(names);
  const columns = list === '' ? 'none of its columns' : `none of its columns (${list})`;
  return new Refusal(
    `${quoted(name)} has no column with a text: ${columns} holds postings; name the one that does “description”.`,
  );
}
