import type { Catalog } from '@cairn/catalog';

type Term = Catalog['glossary'][number];

export type LetterGroup = { readonly letter: string; readonly terms: readonly Term[] };

/** Terms in which every word of `search` occurs, in the term or its text, grouped by first letter. */
export function termsByLetter(terms: readonly Term[], search: string): readonly LetterGroup[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const matching = terms
    .filter(({ term, text }) => words.every((word) => `${term} ${text}`.toLowerCase().includes(word)))
    .sort((a, b) => a.term.localeCompare(b.term, 'en', { sensitivity: 'base' }));
  const groups = new Map<string, Term[]>();
  for (const term of matching) {
    const letter = letterOf(term.term);
    groups.set(letter, [...(groups.get(letter) ?? []), term]);
  }
  return [...groups].map(([letter, group]) => ({ letter, terms: group }));
}

function letterOf(term: string): string {
  const first = term.charAt(0).toUpperCase();
  return /[A-Z]/.test(first) ? first : '0–9';
}
