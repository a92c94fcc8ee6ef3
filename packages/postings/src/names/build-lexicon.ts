import { kindOf, type LexiconEntry, type NameKind } from '../lexicon.ts';
import { newIdle } from '../text/scan.ts';
import { buildTrie, type Trie } from '../text/trie.ts';
import { rulesOf } from './ambiguous/index.ts';
import type { NameRule } from './ambiguous/rule.ts';
import { buildMisspelt, type Misspelt } from './misspelt.ts';
import { type Spelling, spellingsOf } from './spellings.ts';

/** A name of the catalog, ready to be found. */
export type KnownName = {
  readonly id: string;
  readonly canonical: string;
  readonly vendor?: string;
  readonly kind: NameKind;
};

export type KnownSpelling = Spelling & {
  readonly name: KnownName;
  readonly rules: readonly NameRule[];
  /** Neither rules nor needs: found is meant. */
  readonly isPlain: boolean;
  /** Whether other names of its vendor decide on it: those must be settled before. */
  readonly leansOnVendor: boolean;
};

/** All that `findNames` wants to know; build it once. */
export type Lexicon = {
  readonly trie: Trie;
  readonly spellings: readonly KnownSpelling[];
  readonly misspelt: Misspelt;
  /** Words that were met and have nothing to do with any name (see `newIdle`). */
  readonly idle: Int32Array;
  /** Spellings by their text in small letters, as numbers. */
  readonly byText: ReadonlyMap<string, number>;
  readonly names: ReadonlyMap<string, KnownName>;
};

/** @throws RangeError if a name has a character that no name may have */
export function buildLexicon(entries: readonly LexiconEntry[]): Lexicon {
  const spellings = entries.flatMap((entry) => {
    const name = knownName(entry);
    return spellingsOf(entry).map((spelling): KnownSpelling => {
      const rules = rulesOf(entry.id, spelling.alias);
      const isPlain = rules.length === 0 && spelling.needs === undefined;
      const leansOnVendor = spelling.needs === 'vendor' || rules.some(({ only }) => only?.vendor !== undefined);
      return { ...spelling, name, rules, isPlain, leansOnVendor };
    });
  });
  return {
    trie: buildTrie(spellings.map(({ text }) => text)),
    spellings,
    idle: newIdle(),
    misspelt: buildMisspelt(
      spellings.flatMap((spelling, number) =>
        mayBeMisspelt(spelling) ? [{ text: spelling.text, spelling: number }] : [],
      ),
    ),
    byText: new Map(spellings.map(({ text }, number) => [text.toLowerCase(), number])),
    names: new Map(spellings.map(({ name }) => [name.id, name])),
  };
}

/** Names that need proof, or their very capitals, are not meant by a word that only looks like them. */
function mayBeMisspelt({ text, alias, needs, rules }: KnownSpelling): boolean {
  return (
    text === alias && needs === undefined && rules.every(({ isExact, only }) => isExact !== true && only === undefined)
  );
}

function knownName(entry: LexiconEntry): KnownName {
  const { id, canonical, vendor } = entry;
  return { id, canonical, kind: kindOf(entry), ...(vendor === undefined ? {} : { vendor }) };
}
