import { expect, it } from 'vitest';
import { namesOf } from './term-names.ts';

it.each([
  ['Overfitting', ['Overfitting']],
  ['Retrieval-augmented generation (RAG)', ['Retrieval-augmented generation', 'RAG']],
  ['BLEU and ROUGE', ['BLEU and ROUGE', 'BLEU', 'ROUGE']],
  ['Bias (statistical)', []],
  ['Data residency', ['Data residency']],
  ['F1 score', ['F1 score']],
  ['Model', []],
])('%s is written %j', (term, names) => {
  expect(namesOf(term)).toEqual(names);
});
