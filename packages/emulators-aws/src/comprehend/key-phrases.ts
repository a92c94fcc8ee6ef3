import { wordKind } from './function-words.ts';
import { type Token, tokenize } from './tokens.ts';

/** A noun phrase, with offsets of JavaScript strings. */
export interface Phrase {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** After these a word alone tells what something is like: `was great`. */
const BEFORE_ADJECTIVE: ReadonlySet<string | undefined> = new Set(['auxiliary', 'adverb']);

/** Noun phrases of an English text: words that are no verbs, pronouns or links, with the determiner before them. */
export function findKeyPhrases(text: string): Phrase[] {
  const words = tokenize(text);
  const phrases: Phrase[] = [];
  let at = 0;
  while (at < words.length) {
    const end = endOfPhrase(text, words, at);
    const phrase = end > at ? phraseOf(words, at, end) : undefined;
    if (phrase) phrases.push(phrase);
    at = Math.max(end, at + 1);
  }
  return phrases;
}

/** Position after the phrase that begins at a word; the same position when none does. */
function endOfPhrase(text: string, words: readonly Token[], at: number): number {
  let end = at;
  if (kindAt(words, at) === 'determiner') end += 1;
  while (end < words.length && isContent(words, end) && (end === at || areTogether(text, words, end))) end += 1;
  return end;
}

const kindAt = (words: readonly Token[], at: number): string | undefined => wordKind(words[at]?.lower ?? '');

/**
 * A verb's form right after a determiner is a noun or an adjective (`the cost`, `a broken cup`), and so is one in -ing
 * between two nouns (`machine learning models`).
 */
function isContent(words: readonly Token[], at: number): boolean {
  const kind = kindAt(words, at);
  const word = words[at]?.lower ?? '';
  const isAfterDeterminer = kindAt(words, at - 1) === 'determiner';
  if (kind === undefined) return isAfterDeterminer || !word.endsWith('ly');
  if (kind !== 'verb' && kind !== 'irregular') return false;
  return isAfterDeterminer || (word.endsWith('ing') && isNoun(words, at - 1) && isNoun(words, at + 1));
}

const isNoun = (words: readonly Token[], at: number): boolean =>
  words[at] !== undefined && kindAt(words, at) === undefined;

const areTogether = (text: string, words: readonly Token[], at: number): boolean =>
  /^\s+$/.test(text.slice(words[at - 1]?.end, words[at]?.start));

function phraseOf(words: readonly Token[], at: number, end: number): Phrase | undefined {
  const [first, last] = [words[at], words[end - 1]];
  const hasDeterminer = kindAt(words, at) === 'determiner';
  if (!first || !last || (hasDeterminer && end === at + 1)) return undefined;
  if (!hasDeterminer && end === at + 1 && BEFORE_ADJECTIVE.has(kindAt(words, at - 1))) return undefined;
  const length = end - at;
  return { start: first.start, end: last.end, score: 1 - 0.1 / (length + (hasDeterminer ? 2 : 0)) };
}
