import { expect, it } from 'vitest';
import { Batch } from './batch.ts';
import { buildLexicon } from './names/build-lexicon.ts';

const lexicon = buildLexicon([
  { id: 'python', canonical: 'Python', category: 'language', aliases: [{ text: 'Python' }] },
]);
const text = (city: string, other = '') =>
  `Data engineer in ${city}. Requirements: experience with Python and a sense of humour in meetings of any length. ${other}`;

it('counts a job once, and still names the posting that repeats it', () => {
  const batch = new Batch(lexicon);

  const [first, again] = [batch.add({ id: 'a', text: text('Leeds') }), batch.add({ id: 'b', text: text('Leeds') })];

  expect(first).toMatchObject({ outcome: 'counted', title: expect.stringMatching(/^Data engineer in Leeds/) });
  expect(again).toEqual({ outcome: 'repeated', id: 'b', duplicateOf: 'a', kind: 'same' });
  expect(batch.survey()).toMatchObject({ postings: 1, duplicates: { same: 1, near: 0 } });
});

it('gives two postings of one name ids of their own', () => {
  const batch = new Batch(lexicon);
  const ids = ['a', 'a', 'a'].map((id, i) => batch.add({ id, text: text('Leeds', `Number ${i} of many.`) }).id);

  expect(ids).toEqual(['a', 'a (2)', 'a (3)']);
});

it('gives very many postings of one name ids of their own, none of which another has', () => {
  const batch = new Batch(lexicon);
  batch.add({ id: 'a (3)', text: text('York', 'The third by name.') });
  const ids = Array.from({ length: 2_000 }, (_, i) => batch.add({ id: 'a', text: `Posting ${i}` }).id);

  expect(new Set([...ids, 'a (3)']).size).toBe(2_001);
  expect(ids.slice(0, 3)).toEqual(['a', 'a (2)', 'a (4)']);
});

it('counts a file without text as unreadable', () => {
  const batch = new Batch(lexicon);
  batch.addUnreadable();

  expect(batch.survey()).toMatchObject({ postings: 0, unreadable: 1 });
});
