import { expect, it } from 'vitest';
import { partsOf } from './sentence-parts.ts';

it('cuts a sentence around the titles in it', () => {
  expect(partsOf('Learn it by the lab “A lake” and the lab “Bees”.', ['A lake', 'Bees'])).toEqual([
    'Learn it by the lab “',
    'A lake',
    '” and the lab “',
    'Bees',
    '”.',
  ]);
});

it('loses nothing when a title is not there, or is part of another', () => {
  expect(partsOf('Nothing here.', ['A lake']).join('')).toBe('Nothing here.');
  expect(partsOf('By “A lake at night”.', ['A lake at night', 'A lake']).join('')).toBe('By “A lake at night”.');
});
