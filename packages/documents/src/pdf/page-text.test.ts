import { expect, it } from 'vitest';
import { pageText } from './page-text.ts';

const run = (str: string, bottom: number, hasEOL = true) => ({
  str,
  hasEOL,
  height: 10,
  transform: [1, 0, 0, 1, 0, bottom],
});

it('ends lines without blanks, and keeps an empty line where the gap is wide', () => {
  expect(pageText([run('One \t ', 100), run('  two', 88), run('three', 50)])).toBe('One\n  two\n\nthree');
});

it('takes a run of very many blanks as fast as other text', () => {
  const blanks = ' '.repeat(400_000);

  expect(pageText([run(`a${blanks}b`, 100)])).toBe(`a${blanks}b`);
});
