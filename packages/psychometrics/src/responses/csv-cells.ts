/** Who is told of a file's cells, in order. */
export type CellListener = {
  /** A cell's bytes, without quotes; they are overwritten when the next cell begins. */
  readonly cell: (bytes: Uint8Array, length: number) => void;
  /** The end of a line that had at least one character. */
  readonly row: () => void;
  /**
   * Offers bytes at the beginning of a cell, before they are looked at one by one.
   *
   * @returns where the first cell begins that was not taken
   */
  readonly simpleCells: (chunk: Uint8Array, from: number, separator: number) => number;
};

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const COMMA = 44;
/** Comma, semicolon, tab: the first of them in the header separates the file's cells. */
const SEPARATORS = [COMMA, 59, 9];
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** Longer cells are cut: no id or number is that long, and memory stays bounded where a quote is never closed. */
const LONGEST_CELL = 1024;

type Cutter = {
  readonly listener: CellListener;
  readonly held: Uint8Array;
  length: number;
  state: 'start' | 'plain' | 'quoted' | 'quote';
  /** 0 until the header has shown it. */
  separator: number;
  isLineEmpty: boolean;
  line: number;
  /** Bytes of a byte order mark that were skipped; −1 after them. */
  marks: number;
};

function keep(cutter: Cutter, byte: number): void {
  if (cutter.length === LONGEST_CELL) return;
  cutter.held[cutter.length] = byte;
  cutter.length += 1;
}

function endCell(cutter: Cutter): void {
  cutter.listener.cell(cutter.held, cutter.length);
  cutter.length = 0;
  cutter.state = 'start';
}

function endLine(cutter: Cutter): void {
  if (!cutter.isLineEmpty) {
    endCell(cutter);
    cutter.listener.row();
  }
  cutter.isLineEmpty = true;
  cutter.line += 1;
}

function isSeparator(cutter: Cutter, byte: number): boolean {
  if (cutter.separator === 0 && SEPARATORS.includes(byte)) cutter.separator = byte;
  return byte === cutter.separator;
}

function takeQuoted(cutter: Cutter, byte: number): void {
  if (byte === LINE_FEED) cutter.line += 1;
  if (cutter.state === 'quoted' && byte === QUOTE) {
    cutter.state = 'quote';
    return;
  }
  cutter.state = 'quoted'; // a doubled quote stands for one
  keep(cutter, byte);
}

function takeText(cutter: Cutter, byte: number): void {
  if (cutter.state === 'start' && byte === QUOTE) cutter.state = 'quoted';
  else {
    cutter.state = 'plain';
    keep(cutter, byte);
  }
}

function takePlain(cutter: Cutter, byte: number): void {
  if (byte === LINE_FEED) endLine(cutter);
  else if (byte !== CARRIAGE_RETURN) {
    cutter.isLineEmpty = false;
    if (isSeparator(cutter, byte)) endCell(cutter);
    else takeText(cutter, byte);
  }
}

/** Whether the byte belongs to a byte order mark at the very beginning. */
function isMark(cutter: Cutter, byte: number): boolean {
  if (cutter.marks < 0) return false;
  cutter.marks = byte === BYTE_ORDER_MARK[cutter.marks] ? cutter.marks + 1 : -1;
  return cutter.marks > 0;
}

function take(cutter: Cutter, byte: number): void {
  const { state } = cutter;
  if (isMark(cutter, byte)) return;
  if (state === 'quoted' || (state === 'quote' && byte === QUOTE)) takeQuoted(cutter, byte);
  else takePlain(cutter, byte);
}

/** Lets the listener take simple cells; answers where it stopped. */
function offer(cutter: Cutter, chunk: Uint8Array, from: number): number {
  if (cutter.state !== 'start' || cutter.separator === 0) return from;
  const next = cutter.listener.simpleCells(chunk, from, cutter.separator);
  if (next > from) cutter.isLineEmpty = false;
  return next;
}

/** Cuts a stream of bytes into cells, after RFC 4180: quotes, doubled quotes, CRLF or LF. Holds one cell, no text. */
export function csvCells(listener: CellListener) {
  const cutter: Cutter = {
    listener,
    held: new Uint8Array(LONGEST_CELL),
    length: 0,
    state: 'start',
    separator: 0,
    isLineEmpty: true,
    line: 1,
    marks: 0,
  };
  return {
    /** The line that is being read, from 1. */
    line: () => cutter.line,
    /** @param chunk the next bytes of the file; cells and lines may be cut anywhere */
    feed(chunk: Uint8Array): void {
      for (let i = offer(cutter, chunk, 0); i < chunk.length; i = offer(cutter, chunk, i + 1)) {
        take(cutter, chunk[i] as number); // i < chunk.length
      }
    },
    /** Ends the last line if the file does not. */
    end(): void {
      if (!cutter.isLineEmpty) endLine(cutter);
    },
  };
}
