import { SCRIPTS, type Scan, scanText } from './scan.ts';
import { LANGUAGES } from './word-table.ts';

/** With fewer words than this nothing is said about the language. */
const SHORTEST_WORDS = 6;
/** Letters of other scripts that are enough: a Chinese character is about half a word. */
const SHORTEST_LETTERS = 12;
/** A Han, kana or Hangul character says as much as about three Latin letters. */
const DENSE = 3;

function scriptLanguage(scan: Scan): string | undefined {
  if (scan.letters.every((count, script) => count === 0 || script === 0)) return undefined;
  const of = (name: (typeof SCRIPTS)[number]) => scan.letters[SCRIPTS.indexOf(name)] as number;
  const east = of('han') + of('kana') + of('hangul');
  const others = [
    ['ja', of('kana') * 6 > of('han') ? (of('kana') + of('han')) * DENSE : 0],
    ['zh', of('kana') * 6 > of('han') ? 0 : of('han') * DENSE],
    ['ko', of('hangul') * DENSE],
    ['ru', of('cyrillic')],
    ['ar', of('arabic')],
    ['hi', of('hindi')],
    ['el', of('greek')],
    ['he', of('hebrew')],
    ['th', of('thai')],
  ] as const;
  const [language, weight] = others.reduce((best, next) => (next[1] > best[1] ? next : best));
  if (weight < (east > 0 ? SHORTEST_LETTERS * 2 : SHORTEST_LETTERS)) return undefined;
  return weight > of('latin') ? language : undefined;
}

/**
 * ISO 639-1 of the larger part of the text, or `und` when it is too short or has no word that tells: a bare list of
 * technologies is in no language.
 */
export function languageOfScan(scan: Scan): string {
  const byScript = scriptLanguage(scan);
  if (byScript !== undefined) return byScript;
  if (scan.words < SHORTEST_WORDS) return 'und';
  const best = scan.votes.reduce((top, score, index) => (score > (scan.votes[top] as number) ? index : top), 0);
  // One stray "de" or "no" in a list of names is no language: a fortieth of running text's words is far below any prose.
  return (scan.votes[best] as number) < Math.max(2, scan.words / 40) ? 'und' : (LANGUAGES[best] as string);
}

export const languageOf = (text: string): string => languageOfScan(scanText(text));
