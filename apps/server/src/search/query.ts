import { folded, wordsIn } from './words.ts';

/** What somebody looks for: words, the last one perhaps unfinished, and words that stand beside each other. */
export type SearchQuery = {
  readonly words: readonly string[];
  readonly phrases: readonly (readonly string[])[];
  /** Whether the last word may go on. */
  readonly isOpen: boolean;
};

/** More words than this narrow nothing down. */
const MOST_WORDS = 12;

/** Any text is a query; what is no word says nothing. */
export function parseQuery(text: string): SearchQuery {
  const pieces = folded(text).split(/["“”„]/);
  const isQuoted = (index: number) => index % 2 === 1 && index < pieces.length - 1;
  const phrases = pieces.flatMap((piece, index) => (isQuoted(index) ? [wordsIn(piece).slice(0, MOST_WORDS)] : []));
  const words = pieces.flatMap((piece, index) => (isQuoted(index) ? [] : wordsIn(piece))).slice(0, MOST_WORDS);
  const isOpen = /[\p{L}\p{N}]$/u.test(folded(text)) && words.length > 0;
  return { words, phrases: phrases.filter((phrase) => phrase.length > 0).slice(0, 4), isOpen };
}

export const isEmpty = ({ words, phrases }: SearchQuery): boolean => words.length === 0 && phrases.length === 0;

/** As words for people. */
export function inWords({ words, phrases }: SearchQuery): string {
  return [...phrases.map((phrase) => `"${phrase.join(' ')}"`), ...words].join(' ');
}
