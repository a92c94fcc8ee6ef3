import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rightEdge } from './boundary.ts';
import { SHAPE, UPPER } from './fold.ts';
import { newIdle, scan } from './scan.ts';
import { buildTrie } from './trie.ts';
import { newPath, type Path, walk } from './walk.ts';
import { wordsOf } from './words.ts';

const PHRASES = [
  'Python',
  'SageMaker',
  'machine learning',
  'scikit-learn',
  "don't need",
  '.NET',
  'C++',
  'C',
  'R&D',
  'CI/CD',
  'Node.js',
  'S3',
  '3D vision',
  'data lake',
  'data',
  'data lake house',
  'A/B testing',
];
const trie = buildTrie(PHRASES);

/** Shared by all texts: what one leaves behind must not hide anything in the next. */
const idle = newIdle();

type Found = { readonly start: number; readonly ends: readonly number[] };

/** What ends inside a word is found by no filter, and is no phrase. */
function found(text: string, start: number, { ends, count }: Path): Found[] {
  const whole = [...ends.subarray(0, count)].filter((end) => rightEdge(text, end, end - start) !== 'inside');
  return whole.length === 0 ? [] : [{ start, ends: whole }];
}

function scanned(text: string): Found[] {
  const all: Found[] = [];
  scan(text, trie, 0, text.length, {
    idle,
    phrases: (start, path) => all.push(...found(text, start, path)) > 0,
  });
  return all;
}

/** Without any filter: the automaton is walked from wherever a phrase may begin. */
function walked(text: string): Found[] {
  const words = wordsOf(text);
  const { starts, ends, count } = words;
  const places = new Set<number>();
  for (let index = 0; index < count; index += 1) {
    const start = starts[index] ?? 0;
    if (text[start - 1] === '.') places.add(start - 1);
    if (start !== ends[index - 1] || SHAPE[text.charCodeAt(start)] === UPPER) places.add(start);
    const capitals = /^[A-Z][A-Z\u00ad]*[A-Z](?=[a-z])/.exec(text.slice(start, ends[index]))?.[0].length ?? 0;
    if (capitals > 0) places.add(start + capitals - 1);
  }
  const path = newPath();
  return [...places]
    .sort((a, b) => a - b)
    .flatMap((start) => {
      walk(words, trie, start, text.length, path);
      return found(text, start, path);
    });
}

const writing = fc.constantFrom(
  (phrase: string) => phrase,
  (phrase: string) => phrase.toLowerCase(),
  (phrase: string) => phrase.toUpperCase(),
  (phrase: string) => phrase.replace(/[ -]/, '\n'),
  (phrase: string) => phrase.replace(/[ -]/, '- '),
  (phrase: string) => phrase.replace("'", ''),
  (phrase: string) => `${phrase.slice(0, 3)}**${phrase.slice(3)}`,
  (phrase: string) => `${phrase.slice(0, 2)}\u00ad${phrase.slice(2)}`,
  (phrase: string) => phrase.slice(0, -1),
);
const written = fc.tuple(fc.constantFrom(...PHRASES), writing).map(([phrase, write]) => write(phrase));
const between = fc.constantFrom(' ', ', ', '', '\n- ', ' with ', 'Using', '.', ' 2', '(', '’', 'é', ' the data of ');
const anyText = fc.array(fc.tuple(written, between), { maxLength: 8 }).map((parts) => parts.flat().join(''));

describe('scanning for phrases', () => {
  it('meets them in the order of the text, however they are written', () => {
    const text = 'PYTHON, sage**Maker** and Machine-learning in .net; c++ on a data\nlake';
    expect(scanned(text).map(({ start, ends }) => text.slice(start, ends.at(-1)))).toEqual([
      'PYTHON',
      'sage**Maker',
      'Machine-learning',
      '.net',
      'c++',
      'data\nlake',
    ]);
  });

  it('leaves out nothing that a walk from every word finds', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(scanned(text)).toEqual(walked(text));
      }),
      { numRuns: 2_000 },
    );
  });
});
