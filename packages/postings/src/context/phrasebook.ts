import { newIdle } from '../text/scan.ts';
import { buildTrie, type Trie } from '../text/trie.ts';
import { CUE_PHRASES, GLUE_WORDS } from './cue-phrases.ts';
import { HEADING_PHRASES, type SectionKind } from './heading-phrases.ts';

/** Phrases that say how the names around them are meant; `meanings` by number of the phrase: bits of `CUE`. */
export const CUES: { readonly trie: Trie; readonly idle: Int32Array; readonly meanings: Int32Array } = {
  ...cues(),
  idle: newIdle(),
};

/** Words of headings, by number of the phrase. */
export const HEADINGS: { readonly trie: Trie; readonly words: readonly HeadingWords[] } = headings();

export type HeadingWords = { readonly kind: SectionKind; readonly isClear: boolean; readonly rank: number };

/** Words that a name is glued to when line breaks are lost. */
export const GLUE: Trie = buildTrie(phrasesOf(GLUE_WORDS));

function cues(): { trie: Trie; meanings: Int32Array } {
  const all = CUE_PHRASES.flatMap(([meaning, list]) => phrasesOf(list).map((text) => ({ text, meaning })));
  const trie = buildTrie(all.map(({ text }) => text));
  const meanings = trie.phrases.map((numbers) =>
    numbers.reduce((bits, number) => bits | (all[number]?.meaning ?? 0), 0),
  );
  return { trie, meanings: Int32Array.from(meanings) };
}

function headings(): { trie: Trie; words: HeadingWords[] } {
  const all = HEADING_PHRASES.flatMap(({ kind, clear, faint }, rank) => [
    ...phrasesOf(clear).map((text) => ({ text, words: { kind, isClear: true, rank } })),
    ...phrasesOf(faint).map((text) => ({ text, words: { kind, isClear: false, rank } })),
  ]);
  const trie = buildTrie(all.map(({ text }) => text));
  return { trie, words: trie.phrases.flatMap((numbers) => all[numbers[0] ?? 0]?.words ?? []) };
}

function phrasesOf(list: string): string[] {
  return list
    .replace(/[()?!]/g, '')
    .split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}
