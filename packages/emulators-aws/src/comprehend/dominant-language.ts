import type { DominantLanguage } from '@aws-sdk/client-comprehend';
import { lexiconLines, once } from './lexicons.ts';

/** Scripts that are one language each here; kana make Han characters Japanese. */
const SCRIPTS: readonly (readonly [code: string, letters: RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['th', /\p{Script=Thai}/gu],
];
/** Scripts that several languages share: told apart by their letters' neighbours. */
const SHARED: readonly RegExp[] = [/\p{Script=Latin}/gu, /\p{Script=Cyrillic}/gu];
/** Neighbouring letters are not independent; less than 1 keeps short texts from sounding sure. */
const TEMPER = 0.3;
const SMOOTHING = 0.2;
/** Characters that are enough to tell a language. */
const SAMPLE = 10_000;
const LEAST_SCORE = 0.01;

interface Profile {
  readonly code: string;
  readonly isCyrillic: boolean;
  readonly counts: Map<string, number>;
  /** Of all pieces. */
  readonly total: number;
}

/** A language may have several lines: sentences, and its most frequent words. */
const profiles = once((): readonly Profile[] => {
  const texts = new Map<string, string>();
  for (const line of lexiconLines('languages.txt')) {
    const code = line.slice(0, 2);
    texts.set(code, `${texts.get(code) ?? ''}${line.slice(2)}`);
  }
  return [...texts].map(([code, text]) => {
    const pieces = piecesOf(text);
    const counts = new Map<string, number>();
    for (const piece of pieces) counts.set(piece, (counts.get(piece) ?? 0) + 1);
    return { code, isCyrillic: /\p{Script=Cyrillic}/u.test(text), counts, total: pieces.length };
  });
});

/** Pieces of one to four letters, with the edges of words. */
function piecesOf(text: string): string[] {
  const words = text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}']+/gu, ' ')
    .trim();
  if (words === '') return [];
  const letters = [...` ${words} `];
  return [1, 2, 3, 4].flatMap((size) => letters.slice(size - 1).map((_, at) => letters.slice(at, at + size).join('')));
}

/** Languages of a text, the likeliest first; none for a text without letters. Scores are shares of 1. */
export function dominantLanguages(text: string): DominantLanguage[] {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return [];
  const scores = new Map<string, number>();
  for (const [code, share] of scriptShares(text, letters)) scores.set(code, share);
  for (const script of SHARED) {
    const part = (text.match(script)?.length ?? 0) / letters;
    if (part > 0) for (const [code, share] of likelihoods(text, script)) scores.set(code, part * share);
  }
  return [...scores]
    .map(([LanguageCode, Score]) => ({ LanguageCode, Score }))
    .filter(({ Score }) => Score >= LEAST_SCORE)
    .sort((a, b) => b.Score - a.Score);
}

function scriptShares(text: string, letters: number): [string, number][] {
  const counts = SCRIPTS.map(([code, script]): [string, number] => [code, text.match(script)?.length ?? 0]);
  const [[, kana] = ['', 0], [, han] = ['', 0], ...others] = counts;
  const east: [string, number][] = kana > 0 ? [['ja', kana + han]] : [['zh', han]];
  return [...east, ...others].flatMap(([code, count]) => (count === 0 ? [] : [[code, count / letters]]));
}

/** Shares of the languages of a script, by naive Bayes over pieces of letters. */
function likelihoods(text: string, script: RegExp): [string, number][] {
  const pieces = piecesOf(text.slice(0, SAMPLE));
  const isCyrillic = script === SHARED[1];
  const candidates = profiles().filter((profile) => profile.isCyrillic === isCyrillic);
  const logs = candidates.map(({ counts, total }) => {
    const kinds = counts.size + 1;
    const log = (piece: string) => Math.log(((counts.get(piece) ?? 0) + SMOOTHING) / (total + SMOOTHING * kinds));
    return TEMPER * pieces.reduce((sum, piece) => sum + log(piece), 0);
  });
  const peak = Math.max(...logs);
  const masses = logs.map((log) => Math.exp(log - peak));
  const all = masses.reduce((sum, mass) => sum + mass, 0);
  return candidates.map(({ code }, at) => [code, (masses[at] ?? 0) / all]);
}
