import { NOT_PRESENTED } from '@cairn/psychometrics';
import type { AnswerSheet } from './answer-sheet.ts';
import type { DelimitedRow } from './delimited.ts';
import { type Fault, FaultList, UnusableFile } from './faults.ts';
import { type Header, headerOf } from './header.ts';

export type ReadSheet = {
  readonly sheet: AnswerSheet;
  readonly faults: readonly Fault[];
  readonly faultCount: number;
  /** Lines that were left out because their number of cells is wrong. */
  readonly raggedLines: number;
};

const MISSING = new Set(['', 'na', 'n/a', 'nan', 'null', '.', '-', '–']);
const MOST_OPTIONS = 40;
const MOST_GROUPS = 20;
const HIGHEST_SCORE = 20;
/** Names that are compared; the memory for more is better spent on answers. */
const MOST_NAMES = 300_000;
/** A sheet of this many answers still fits beside its analysis, which needs some 50 bytes for each. */
const MOST_CELLS = 10_000_000;

type Column = {
  readonly id: string;
  readonly at: number;
  readonly key: string | undefined;
  readonly options: string[];
};

/** The first cell of its kind. */
type Unread = { readonly line: number; readonly id: string; readonly cell: string };

/** Takes a file line by line and keeps one byte a cell. */
export class SheetBuilder {
  readonly #faults = new FaultList();
  #header: Header | undefined;
  #columns: readonly Column[] = [];
  #cells = new Uint8Array(1 << 16);
  #groupOf: number[] = [];
  #groups: string[] = [];
  #persons = 0;
  readonly #names = new Set<string>();
  #ragged = 0;
  #letters: Unread | undefined;
  #words: Unread | undefined;
  #hasScore = false;

  /** @throws UnusableFile */
  take({ line, cells }: DelimitedRow): void {
    if (!this.#header) {
      this.#header = headerOf(cells);
      this.#columns = this.#header.items.map(({ id, at }) => ({ id, at, key: undefined, options: [] }));
      return;
    }
    if (cells.length !== this.#header.columns) {
      this.#ragged += 1;
      this.#faults.add({
        line,
        message: `has ${cells.length} cells, the first line has ${this.#header.columns}; it was left out`,
      });
      return;
    }
    if (this.#persons === 0 && this.#isKey(cells)) this.#takeKey(cells);
    else this.#takePerson(line, cells);
  }

  /** @throws UnusableFile for a file without persons, or with letters and no key */
  finish(): ReadSheet {
    if (!this.#header)
      throw new UnusableFile('The file is empty. It needs a first line with the ids of the questions.');
    const hasKey = this.#columns.some(({ key }) => key !== undefined);
    if (this.#letters && !hasKey) throw noKey(this.#letters);
    if (this.#words && !this.#hasScore && !hasKey) throw noScores(this.#words);
    if (this.#persons === 0) {
      throw new UnusableFile(
        'No line below the first one could be read: there is nobody to analyse. Add a line a person.',
      );
    }
    const items = this.#columns.map(({ id, key, options }) => ({
      id,
      keyed: key === undefined ? undefined : { options, key: 0 },
    }));
    const hasGroups = this.#header.group !== undefined && this.#groups.length > 1;
    return {
      sheet: {
        persons: this.#persons,
        items,
        cells: this.#cells.slice(0, this.#persons * items.length),
        groupOf: hasGroups ? Uint8Array.from(this.#groupOf) : undefined,
        groups: hasGroups ? this.#groups : [],
      },
      faults: this.#faults.kept,
      faultCount: this.#faults.count,
      raggedLines: this.#ragged,
    };
  }

  #isKey(cells: readonly string[]): boolean {
    const person = this.#header?.person;
    return person !== undefined && cells[person]?.toLowerCase() === 'key';
  }

  /** The key is option 0 of its question. Without a key the cells are scores. */
  #takeKey(cells: readonly string[]): void {
    this.#columns = this.#columns.map(({ id, at }) => {
      const key = cells[at] ?? '';
      return MISSING.has(key.toLowerCase()) ? { id, at, key: undefined, options: [] } : { id, at, key, options: [key] };
    });
  }

  #takePerson(line: number, cells: readonly string[]): void {
    this.#notice(line, cells);
    const start = this.#persons * this.#columns.length;
    this.#makeRoom(start + this.#columns.length);
    this.#columns.forEach((column, j) => {
      this.#cells[start + j] = this.#codeOf(cells[column.at] ?? '', column, line);
    });
    const group = this.#header?.group;
    if (group !== undefined) this.#groupOf.push(this.#groupIndex(cells[group] ?? '', line));
    this.#persons += 1;
  }

  #notice(line: number, cells: readonly string[]): void {
    const name = this.#header?.person === undefined ? '' : (cells[this.#header.person] ?? '');
    if (name === '') return;
    if (this.#names.has(name)) {
      this.#faults.add({
        line,
        message: `the person “${name.slice(0, 30)}” stands on an earlier line too; both lines count`,
      });
    } else if (this.#names.size < MOST_NAMES) {
      this.#names.add(name);
    }
  }

  #codeOf(cell: string, column: Column, line: number): number {
    if (MISSING.has(cell.toLowerCase())) return NOT_PRESENTED;
    return column.key === undefined ? this.#scoreOf(cell, column, line) : this.#optionOf(cell, column, line);
  }

  #scoreOf(cell: string, { id }: Column, line: number): number {
    const score = Number(cell);
    if (Number.isInteger(score) && score >= 0 && score <= HIGHEST_SCORE) {
      this.#hasScore = true;
      return score;
    }
    this.#words ??= { line, id, cell: cell.slice(0, 30) };
    if (/^[a-z]$/i.test(cell)) this.#letters ??= { line, id, cell };
    const message = `“${cell.slice(0, 30)}” is no score (a whole number from 0 to ${HIGHEST_SCORE}); the cell counts as empty`;
    this.#faults.add({ line, column: id, message });
    return NOT_PRESENTED;
  }

  #optionOf(cell: string, { id, options }: Column, line: number): number {
    const wanted = cell.toLowerCase();
    const known = options.findIndex((option) => option.toLowerCase() === wanted);
    if (known >= 0) return known;
    if (options.length < MOST_OPTIONS) return options.push(cell) - 1;
    const message = `has more than ${MOST_OPTIONS} different answers, so “${cell.slice(0, 30)}” counts as empty; is it free text?`;
    this.#faults.add({ line, column: id, message });
    return NOT_PRESENTED;
  }

  #groupIndex(name: string, line: number): number {
    const known = this.#groups.indexOf(name);
    if (known >= 0) return known;
    if (this.#groups.length >= MOST_GROUPS) {
      throw new UnusableFile(
        `Line ${line} starts group number ${MOST_GROUPS + 1} (“${name.slice(0, 30)}”). The column “group” tells groups of persons apart, such as two cohorts; rename it if it is something else.`,
      );
    }
    return this.#groups.push(name) - 1;
  }

  #makeRoom(length: number): void {
    if (length <= this.#cells.length) return;
    if (length > MOST_CELLS) {
      throw new UnusableFile(
        `The file is too large for a browser: more than ${MOST_CELLS / 1e6} million answers. Use “cairn irt calibrate” on the command line, or take a part of the persons.`,
      );
    }
    const larger = new Uint8Array(Math.max(length, this.#cells.length * 2));
    larger.set(this.#cells);
    this.#cells = larger;
  }
}

function noScores({ line, id, cell }: Unread): UnusableFile {
  return new UnusableFile(
    `No cell holds a score: line ${line} has “${cell}” for “${id}”. Write whole numbers from 0 to ${HIGHEST_SCORE}, or, if these are options, put a line right below the first one with “key” in the column “person” and the right option of each question.`,
  );
}

function noKey({ line, id, cell }: Unread): UnusableFile {
  return new UnusableFile(
    `Line ${line} holds the letter “${cell}” for “${id}”, but there is no key. Put a line right below the first one with “key” in the column “person” and the right letter of each question.`,
  );
}
