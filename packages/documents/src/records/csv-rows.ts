export type CsvRow = readonly string[];

const QUOTE = '"';

/**
 * Cuts CSV into rows as chunks come (RFC 4180, any line ending, any delimiter). A quote within a quoted field that
 * ends nothing is taken as it stands, because spreadsheets of other people hold such.
 */
export class CsvRows {
  readonly #delimiter: string;
  readonly #special: RegExp;
  readonly #limit: number;
  #row: string[] = [];
  #field = '';
  #state: 'start' | 'plain' | 'quoted' | 'quote-in-quoted' = 'start';
  #afterReturn = false;
  #rowCharacters = 0;
  /** A row grew over the limit, as happens behind a quote that is never closed. Nothing more is read. */
  isRunaway = false;

  /** @param limit characters of one row */
  constructor(delimiter: string, limit: number) {
    this.#delimiter = delimiter;
    this.#limit = limit;
    this.#special = new RegExp(`[\\r\\n${delimiter === '|' ? '\\|' : delimiter}]`, 'g');
  }

  push(chunk: string): readonly CsvRow[] {
    const rows: CsvRow[] = [];
    let at = 0;
    while (at < chunk.length && !this.isRunaway) {
      const from = at;
      at = this.#state === 'quoted' ? this.#quoted(chunk, at) : this.#unquoted(chunk, at, rows);
      this.#rowCharacters += at - from;
      if (this.#rowCharacters > this.#limit) this.isRunaway = true;
    }
    return rows;
  }

  /** The last row, if the input ended without a line break. */
  end(): readonly CsvRow[] {
    const rows: CsvRow[] = [];
    if (!this.isRunaway && (this.#row.length > 0 || this.#state !== 'start')) this.#endRow(rows);
    return rows;
  }

  #quoted(chunk: string, at: number): number {
    const end = chunk.indexOf(QUOTE, at);
    this.#field += chunk.slice(at, end === -1 ? undefined : end);
    if (end === -1) return chunk.length;
    this.#state = 'quote-in-quoted';
    return end + 1;
  }

  #unquoted(chunk: string, at: number, rows: CsvRow[]): number {
    const character = chunk.charAt(at);
    if (this.#state === 'start' && character === QUOTE) {
      this.#state = 'quoted';
      this.#afterReturn = false;
      return at + 1;
    }
    const isEnd = character === this.#delimiter || character === '\r' || character === '\n';
    if (this.#state === 'quote-in-quoted' && !isEnd) return this.#strayQuote(character, at);
    this.#special.lastIndex = at;
    const end = this.#special.exec(chunk)?.index ?? chunk.length;
    if (end > at) {
      this.#field += chunk.slice(at, end);
      this.#state = 'plain';
      this.#afterReturn = false;
    }
    return end === chunk.length ? end : this.#endField(chunk.charAt(end), end, rows);
  }

  #strayQuote(character: string, at: number): number {
    this.#field += character === QUOTE ? QUOTE : `${QUOTE}${character}`;
    this.#state = 'quoted';
    return at + 1;
  }

  #endField(mark: string, at: number, rows: CsvRow[]): number {
    if (mark === '\n' && this.#afterReturn) {
      this.#afterReturn = false; // the second half of a line break
      return at + 1;
    }
    this.#afterReturn = mark === '\r';
    if (mark === '\r' || mark === '\n') {
      this.#endRow(rows);
    } else {
      this.#row.push(this.#field);
      this.#field = '';
      this.#state = 'start';
    }
    return at + 1;
  }

  #endRow(rows: CsvRow[]): void {
    const isBlank = this.#row.length === 0 && this.#field.trim() === '';
    if (!isBlank) rows.push([...this.#row, this.#field]);
    this.#row = [];
    this.#field = '';
    this.#state = 'start';
    this.#rowCharacters = 0;
  }
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Rows that the delimiter is told by. */
const SAMPLE_ROWS = 30;

/** The delimiter that cuts most of the first rows into the same number of columns, and into most of them. */
export function delimiterOf(head: string): string {
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const rows = new CsvRows(delimiter, head.length + 1).push(head).slice(0, SAMPLE_ROWS);
    const columns = rows[0]?.length ?? 1;
    const alike = rows.filter((row) => row.length === columns).length / Math.max(1, rows.length);
    const score = columns > 1 ? alike * alike * Math.log2(columns + 1) : 0;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}
