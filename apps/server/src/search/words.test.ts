import { describe, expect, it } from 'vitest';
import { piecesOf } from './marking.ts';
import { nearWords, vocabularyOf } from './mending.ts';
import { inWords, parseQuery } from './query.ts';
import { folded, plainText, wordsIn } from './words.ts';

describe('words', () => {
  it.each([
    ['Prüfung', 'prufung'],
    ['STRASSE Straße', 'strasse strase'],
    ['Łódź, Øre', 'lodz, ore'],
    ['e\u0301', 'e'],
  ])('%s folds to %s', (text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  it('end at every mark', () => {
    expect(wordsIn("train/test, node.js & 'AIF-C01'")).toEqual(['train', 'test', 'node', 'js', 'aif', 'c01']);
  });

  it('of Markdown are those that are read', () => {
    const markdown =
      '## Title\n\n**Bold** and `code` of [a page](https://example.org/x).\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```diagram\nbox\n```\n\n- one\n- two';

    expect(plainText(markdown)).toBe('Title Bold and code of a page. a b 1 2 one two');
  });
});

describe('a query', () => {
  it('is open while its last word may go on', () => {
    expect(parseQuery('drift detec')).toEqual({ words: ['drift', 'detec'], phrases: [], isOpen: true });
    expect(parseQuery('drift detec ').isOpen).toBe(false);
    expect(parseQuery('"drift"').isOpen).toBe(false);
  });

  it('keeps words in quotation marks together, and takes a single mark for nothing', () => {
    expect(parseQuery('cost "confusion matrix" „drift mitte“')).toMatchObject({
      words: ['cost'],
      phrases: [
        ['confusion', 'matrix'],
        ['drift', 'mitte'],
      ],
    });
    expect(parseQuery('5" screen')).toMatchObject({ words: ['5', 'screen'], phrases: [] });
  });

  it('is bounded', () => {
    expect(parseQuery('word '.repeat(60)).words).toHaveLength(12);
  });

  it('is told again in words', () => {
    expect(inWords(parseQuery('Kosten "drift detection"'))).toBe('"drift detection" kosten');
  });
});

describe('a mistyped word', () => {
  const vocabulary = vocabularyOf(['model', 'overfitting', 'retrieval', 'token', 'modal', 'cost', 'bedrock', 'at']);

  it.each([
    ['ovrefitting', ['overfitting']],
    ['retreival', ['retrieval']],
    ['bedrok', ['bedrock']],
    ['toekn', ['token']],
    ['medel', ['model']],
    ['modl', ['model', 'modal']],
    ['overfiting', ['overfitting']],
  ])('%s is taken for %s', (typed, meant) => {
    expect(nearWords(typed, vocabulary)).toEqual(meant);
  });

  it('of three letters, or far from every word, is left alone', () => {
    expect(nearWords('cot', vocabulary)).toEqual([]);
    expect(nearWords('kubernetes', vocabulary)).toEqual([]);
  });

  it('gives frequent words first, and those with its first letter before others', () => {
    expect(nearWords('modil', vocabularyOf(['nodil', 'modal', 'model']))).toEqual(['modal', 'model']);
  });
});

describe('pieces', () => {
  it('mark what the database found, and words that it writes otherwise', () => {
    expect(piecesOf('Eine \uE000Probe\uE001 der Prüfung.', (word) => word === 'prufung')).toEqual([
      { text: 'Eine ', isHit: false },
      { text: 'Probe', isHit: true },
      { text: ' der ', isHit: false },
      { text: 'Prüfung', isHit: true },
      { text: '.', isHit: false },
    ]);
  });

  it('lose no text, whatever it holds', () => {
    const text = '<b onclick="x">a</b> \uE000 open \uE001\uE001 日本 🙂';

    expect(
      piecesOf(text, () => false)
        .map((piece) => piece.text)
        .join(''),
    ).toContain('<b onclick="x">a</b>');
  });
});
