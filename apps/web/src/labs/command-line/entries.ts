/** What a command line shows: each command with what it printed. */

export type Printed = { readonly kind: 'stdout' | 'stderr'; readonly text: string };

export type Entry = {
  readonly number: number;
  readonly line: string;
  readonly printed: readonly Printed[];
  /** undefined while it runs. */
  readonly exitCode: number | undefined;
};

/** More than anybody scrolls back, and little enough that a page stays quick. */
const MOST_ENTRIES = 100;
const MOST_LETTERS = 60_000;

export function begun(entries: readonly Entry[], number: number, line: string): readonly Entry[] {
  return [...entries, { number, line, printed: [], exitCode: undefined }].slice(-MOST_ENTRIES);
}

/** Text of the same stream is one piece. What is too much is left out, and it is said so once. */
export function printed(entries: readonly Entry[], number: number, { kind, text }: Printed): readonly Entry[] {
  return changed(entries, number, (entry) => {
    const length = entry.printed.reduce((sum, piece) => sum + piece.text.length, 0);
    if (length > MOST_LETTERS) return entry;
    const room = MOST_LETTERS - length;
    const shown =
      text.length <= room ? text : `${text.slice(0, room)}\n… the rest is not shown: narrow it with --query\n`;
    const last = entry.printed.at(-1);
    if (last?.kind !== kind) return { ...entry, printed: [...entry.printed, { kind, text: shown }] };
    return { ...entry, printed: [...entry.printed.slice(0, -1), { kind, text: last.text + shown }] };
  });
}

export function ended(entries: readonly Entry[], number: number, exitCode: number): readonly Entry[] {
  return changed(entries, number, (entry) => ({ ...entry, exitCode }));
}

function changed(entries: readonly Entry[], number: number, change: (entry: Entry) => Entry): readonly Entry[] {
  return entries.map((entry) => (entry.number === number ? change(entry) : entry));
}
