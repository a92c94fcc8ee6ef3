import { hashOf } from '../text/words.ts';
import { RARITY, STOP_WORDS } from './stop-words.ts';
import { ROLE, type Role, WORDS } from './vocabulary.ts';

export const LANGUAGES: readonly string[] = Object.keys(STOP_WORDS);

export type Entry = { readonly word: string; readonly roles: number; readonly languages: readonly string[] };

const split = (words: string) => words.split(/\s+/).filter((word) => word !== '');

function entries(): readonly Entry[] {
  const roles = new Map<string, number>();
  for (const role of Object.keys(WORDS) as Role[]) {
    for (const word of split(WORDS[role])) roles.set(word, (roles.get(word) ?? 0) | ROLE[role]);
  }
  const languages = new Map<string, string[]>();
  for (const [language, words] of Object.entries(STOP_WORDS)) {
    for (const word of new Set(split(words))) languages.set(word, [...(languages.get(word) ?? []), language]);
  }
  return [...new Set([...languages.keys(), ...roles.keys()])].map((word) => ({
    word,
    roles: roles.get(word) ?? 0,
    languages: languages.get(word) ?? [],
  }));
}

/** The vocabulary, words that speak for a language first; a mark's id is the place in it. */
export const ENTRIES: readonly Entry[] = entries();
export const VOTERS: number = ENTRIES.filter(({ languages }) => languages.length > 0).length;
export const ROLES = Int32Array.from(ENTRIES, ({ roles }) => roles);
/** Where each entry's votes begin; the one after the last entry closes the list. */
export const VOTES_FROM = new Int32Array(ENTRIES.length + 1);
ENTRIES.forEach(({ languages }, id) => {
  VOTES_FROM[id + 1] = (VOTES_FROM[id] as number) + languages.length;
});
export const VOTE_LANGUAGE = Uint8Array.from(
  ENTRIES.flatMap(({ languages }) => languages.map((language) => LANGUAGES.indexOf(language))),
);
/** A word of four languages counts a quarter for each. */
export const VOTE_WEIGHT = Float64Array.from(
  ENTRIES.flatMap(({ languages }) => languages.map((language) => (RARITY[language] ?? 1) / languages.length)),
);

// Words are told apart by their hashes; the build of the table refuses a clash.
const SLOTS = 1 << 14;
const slotOf = (hash: number) => (hash ^ (hash >>> 15)) & (SLOTS - 1);
const NONE = -1;

function table(): { readonly hashes: Int32Array; readonly ids: Int16Array } {
  const hashes = new Int32Array(SLOTS);
  const ids = new Int16Array(SLOTS).fill(NONE);
  ENTRIES.forEach(({ word }, id) => {
    const hash = hashOf(word);
    let slot = slotOf(hash);
    while (ids[slot] !== NONE) {
      if (hashes[slot] === hash) throw new RangeError(`"${word}" clashes`);
      slot = (slot + 1) & (SLOTS - 1);
    }
    hashes[slot] = hash;
    ids[slot] = id;
  });
  return { hashes, ids };
}
const { hashes: HASHES, ids: IDS } = table();

/** The entry of a word, by its hash (`hashOf`); −1 for none. */
export function entryOf(hash: number): number {
  let slot = slotOf(hash);
  while (HASHES[slot] !== hash) {
    if (IDS[slot] === NONE) return NONE; // most words end here, at an empty place
    slot = (slot + 1) & (SLOTS - 1);
  }
  return IDS[slot] as number;
}
