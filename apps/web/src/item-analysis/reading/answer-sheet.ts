import { NOT_PRESENTED } from '@cairn/psychometrics';

/** One question of a file. Keyed: options were chosen. Otherwise the cells are scores. */
export type SheetItem = {
  readonly id: string;
  readonly keyed:
    | {
        /** As written; a cell of the sheet is an index into it. */
        readonly options: readonly string[];
        readonly key: number;
      }
    | undefined;
};

/** What was read: one byte a cell, however long the file. */
export type AnswerSheet = {
  readonly persons: number;
  readonly items: readonly SheetItem[];
  /** persons × items: a score, or an index into the item's options; NOT_PRESENTED for an empty cell. */
  readonly cells: Uint8Array;
  /** Group of each person as an index into `groups`; undefined without a column for it. */
  readonly groupOf: Uint8Array | undefined;
  readonly groups: readonly string[];
};

/** Scores of a sheet: the key is 1, any other option 0. */
export function scoresOf({ persons, items, cells }: AnswerSheet): Uint8Array {
  const scores = cells.slice();
  items.forEach(({ keyed }, j) => {
    if (!keyed) return;
    for (let i = 0; i < persons; i += 1) {
      const at = i * items.length + j;
      const cell = cells[at] ?? NOT_PRESENTED;
      if (cell !== NOT_PRESENTED) scores[at] = cell === keyed.key ? 1 : 0;
    }
  });
  return scores;
}
