/** One record of a delimited file with the line it starts on, the first being 1. */
export type DelimitedRow = { readonly line: number; readonly cells: readonly string[] };

export type Separator = ',' | ';' | '\t';

/** A record longer than this is a quotation mark that nobody closed. */
const LONGEST_RECORD = 1_000_000;

/** The separator that occurs most in the header; a comma where none does. */
export function separatorOf(header: string): Separator {
  const separators: readonly Separator[] = [',', ';', '\t'];
  const count = (separator: Separator) => header.split(separator).length;
  return separators.reduce((best, one) => (count(one) > count(best) ? one : best));
}

/** Cells of one record as RFC 4180 has them: quotes around a cell, two quotes for one within. */
function cellsOf(record: string, separator: Separator): string[] {
  if (!record.includes('"')) return record.split(separator).map((cell) => cell.trim());
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let i = 0; i < record.length; i += 1) {
    const letter = record[i] ?? '';
    if (letter === '"' && isQuoted && record[i + 1] === '"') {
      cell += letter;
      i += 1;
    } else if (letter === '"') {
      isQuoted = !isQuoted;
    } else if (letter === separator && !isQuoted) {
      cells.push(cell.trim());
      cell = '';
    } else {
      cell += letter;
    }
  }
  return [...cells, cell.trim()];
}

const quotesIn = (text: string): number => text.split('"').length - 1;

/** Cuts text that arrives in pieces into records. Holds no more than the record that is not complete yet. */
export class DelimitedReader {
  readonly #take: (row: DelimitedRow) => void;
  #separator: Separator | undefined;
  #rest = '';
  #line = 1;

  constructor(take: (row: DelimitedRow) => void) {
    this.#take = take;
  }

  /** @throws RangeError for a quotation mark that is never closed */
  push(text: string): void {
    this.#rest += this.#line === 1 && this.#rest === '' ? text.replace(/^\uFEFF/, '') : text;
    let start = 0;
    let end = this.#rest.indexOf('\n');
    while (end >= 0) {
      const record = this.#rest.slice(start, end);
      if (quotesIn(record) % 2 === 0) {
        this.#emit(record);
        start = end + 1;
      }
      end = this.#rest.indexOf('\n', end + 1);
    }
    this.#rest = this.#rest.slice(start);
    if (this.#rest.length > LONGEST_RECORD) this.#refuse();
  }

  /** The last record may come without a line end. */
  end(): void {
    if (quotesIn(this.#rest) % 2 === 1) this.#refuse();
    this.#emit(this.#rest);
    this.#rest = '';
  }

  #refuse(): never {
    throw new RangeError(
      `From line ${this.#line} on no record ends: a quotation mark (") there is not closed. Close it, or leave quotation marks out.`,
    );
  }

  #emit(record: string): void {
    const line = this.#line;
    this.#line += record.split('\n').length;
    const text = record.endsWith('\r') ? record.slice(0, -1) : record;
    if (text.trim() === '') return;
    this.#separator ??= separatorOf(text);
    this.#take({ line, cells: cellsOf(text, this.#separator) });
  }
}
