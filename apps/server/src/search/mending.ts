import { editDistance } from '@cairn/kernel';

/** Words that may be meant instead of one that nobody wrote. */
const MOST_ALTERNATIVES = 4;

/** Slips that a word of this length may hold: in a short one every letter counts. */
function slipsIn(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 7 ? 1 : 2;
}

/** Two letters that changed places are the commonest slip, and count as one. */
function isTransposed(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  if (at < 0) return false;
  return a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2) === b;
}

/** One bit a letter: words whose letters differ much need not be compared. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index += 1) letters |= 1 << (word.charCodeAt(index) & 31);
  return letters;
}

function bitsIn(value: number): number {
  let [left, bits] = [value, 0];
  for (; left !== 0; bits += 1) left &= left - 1;
  return bits;
}

export type Vocabulary = {
  readonly known: ReadonlySet<string>;
  /** Frequent words first. */
  readonly entries: readonly { readonly word: string; readonly letters: number }[];
};

export function vocabularyOf(words: Iterable<string>): Vocabulary {
  const known = new Set(words);
  return { known, entries: [...known].map((word) => ({ word, letters: lettersOf(word) })) };
}

function slipsBetween(typed: string, word: string): number {
  return isTransposed(typed, word) ? 1 : editDistance(typed, word);
}

/** The words with the fewest slips between them and what was typed, frequent ones first; none if nothing is near. */
export function nearWords(typed: string, { entries }: Vocabulary): readonly string[] {
  const most = slipsIn(typed);
  const letters = lettersOf(typed);
  let [fewest, near]: [number, string[]] = [most, []];
  if (most === 0) return [];
  for (const { word, letters: others } of entries) {
    if (Math.abs(word.length - typed.length) > fewest || bitsIn(letters ^ others) > 2 * fewest) continue;
    const slips = slipsBetween(typed, word);
    if (slips > fewest) continue;
    if (slips < fewest) near = [];
    fewest = slips;
    near.push(word);
  }
  // Whoever mistypes a word hits its first letter.
  const begins = near.filter((word) => word[0] === typed[0]);
  return (begins.length > 0 ? begins : near).slice(0, MOST_ALTERNATIVES);
}
