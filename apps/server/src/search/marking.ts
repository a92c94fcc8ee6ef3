import type { SearchText } from '@cairn/contract';
import { folded } from './words.ts';

/** Around a hit in what the database gives: characters that no text has, for `plainText` takes them out. */
export const HIT = { begin: '\uE000', end: '\uE001' } as const;

const PIECES = /\uE000([^\uE001]*)\uE001|([\p{L}\p{N}\p{M}]+)|([^\uE000\p{L}\p{N}]+|\uE000)/gu;

/** A text in pieces. What the database marked is a hit, and so is a word that `isWanted` in its folded form. */
export function piecesOf(marked: string, isWanted: (word: string) => boolean): SearchText {
  const pieces: { text: string; isHit: boolean }[] = [];
  for (const [, hit, word, between] of marked.matchAll(PIECES)) {
    const text = hit ?? word ?? between ?? '';
    const isHit = hit !== undefined || (word !== undefined && isWanted(folded(word)));
    const last = pieces.at(-1);
    if (last && last.isHit === isHit) last.text += text;
    else if (text !== '') pieces.push({ text, isHit });
  }
  return pieces;
}

/** A part of a text says that it is one. */
export function elided(snippet: string): string {
  const begun = /^[\uE000\s]*\p{Ll}/u.test(snippet) ? `… ${snippet}` : snippet;
  return begun === '' || /[.!?…]\uE001?\s*$/u.test(begun) ? begun : `${begun} …`;
}
