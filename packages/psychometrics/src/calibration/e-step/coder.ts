import { NOT_PRESENTED } from '../../responses/responses.ts';
import type { Digit, ItemRun } from './item-runs.ts';
import { SCORE_VALUES } from './tallies.ts';
import { startProgram } from './wasm-program.ts';

/** Codes of some rows: of row i, those from ends[i − 1] (0 for the first) to ends[i]. Overwritten by the next block. */
export type CodedBlock = { readonly codes: Uint32Array; readonly ends: Uint32Array };

/** Writes the codes of up to `CODER_BLOCK` rows of cells; a run without an answer has none. */
export type Coder = (cells: Uint8Array, rows: number) => CodedBlock;

export const CODER_BLOCK = 1024;

/** Numbers of the runs for the loop over all cells. */
type RunTable = {
  readonly items: number;
  /** items × 256: what each score adds to its run's code. */
  readonly values: Uint32Array;
  /** Four a run: first item, end, the code that means no answer, where its codes begin among all runs' codes. */
  readonly runs: Uint32Array;
};

/** Stands for "cannot be" where somebody answered every run. */
const NO_CODE = 0xffff_ffff;

function runTable(runs: readonly ItemRun[], digits: readonly Digit[]): RunTable {
  const values = new Uint32Array(digits.length * SCORE_VALUES);
  const numbers = new Uint32Array(4 * runs.length);
  let base = 0;
  runs.forEach(({ first, last, places, codes, emptyCode }, g) => {
    numbers.set([first, last, emptyCode < 0 ? NO_CODE : emptyCode, base], 4 * g);
    base += codes;
    places.forEach((place, k) => {
      const categories = digits[first + k]?.categories ?? 0;
      const at = (first + k) * SCORE_VALUES;
      for (let score = 0; score < categories; score += 1) values[at + score] = score * place;
      values[at + NOT_PRESENTED] = categories * place;
    });
  });
  return { items: digits.length, values, runs: numbers };
}

/** The codes of one row, as `encode` of the compiled program writes them; answers where it ended. */
function encodeRow({ values, runs }: RunTable, cells: Uint8Array, row: number, codes: Uint32Array, at: number): number {
  let end = at;
  for (let g = 0; g < runs.length; g += 4) {
    let code = 0;
    const last = runs[g + 1] as number; // in range, as all here: tables have one entry a run or a cell
    for (let j = runs[g] as number; j < last; j += 1) {
      code += values[j * SCORE_VALUES + (cells[row + j] as number)] as number;
    }
    if (code === runs[g + 2]) continue;
    codes[end] = code + (runs[g + 3] as number);
    end += 1;
  }
  return end;
}

function javascriptCoder(table: RunTable): Coder {
  const codes = new Uint32Array((CODER_BLOCK * table.runs.length) / 4);
  const ends = new Uint32Array(CODER_BLOCK);
  return (cells, rows) => {
    let at = 0;
    for (let i = 0; i < rows; i += 1) {
      at = encodeRow(table, cells, i * table.items, codes, at);
      ends[i] = at;
    }
    return { codes, ends };
  };
}

function wasmCoder({ items, values, runs }: RunTable): Coder | undefined {
  const program = startProgram();
  if (program === undefined) return undefined;
  const { memory, run, space } = program;
  const at = {
    cells: space.place(CODER_BLOCK * items),
    values: space.place(values.byteLength),
    runs: space.place(runs.byteLength),
    codes: space.place(CODER_BLOCK * runs.byteLength),
    ends: space.place(4 * CODER_BLOCK),
  };
  const words = new Uint32Array(memory.buffer);
  words.set(values, at.values / 4);
  words.set(runs, at.runs / 4);
  const block = {
    codes: words.subarray(at.codes / 4, at.ends / 4),
    ends: words.subarray(at.ends / 4, at.ends / 4 + CODER_BLOCK),
  };
  const bytes = new Uint8Array(memory.buffer);
  return (cells, rows) => {
    bytes.set(cells, at.cells);
    run.encode(at.cells, rows, items, at.values, at.runs, runs.length / 4, at.codes, at.ends);
    return block;
  };
}

export function coderFor(runs: readonly ItemRun[], digits: readonly Digit[]): Coder {
  const table = runTable(runs, digits);
  return wasmCoder(table) ?? javascriptCoder(table);
}
