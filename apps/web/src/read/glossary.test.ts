import { describe, expect, it } from 'vitest';
import { termsByLetter } from './glossary.ts';

const term = (name: string, text: string) => ({
  id: name.toLowerCase().replaceAll(' ', '-'),
  term: name,
  text,
  skills: [],
});
const TERMS = [
  term('RAG', 'Retrieval before generation'),
  term('agent', 'Acts on its own'),
  term('3D vision', 'Depth'),
];

describe('termsByLetter', () => {
  it('groups by first letter whatever its case, digits apart', () => {
    expect(termsByLetter(TERMS, '').map(({ letter }) => letter)).toEqual(['0–9', 'A', 'R']);
  });

  it('finds all words, in the term or its text, in any case and order', () => {
    expect(termsByLetter(TERMS, 'GENERATION rag').flatMap(({ terms }) => terms.map((one) => one.term))).toEqual([
      'RAG',
    ]);
    expect(termsByLetter(TERMS, 'rag depth')).toEqual([]);
  });
});
