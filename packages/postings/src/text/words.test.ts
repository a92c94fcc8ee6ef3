import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HAS_HIDDEN, HAS_JOINT, hashOf, joined, OF_DIGITS, wordFrom, wordsOf } from './words.ts';

function wordList(text: string): string[] {
  const { starts, ends, count } = wordsOf(text);
  return Array.from({ length: count }, (_, index) => text.slice(starts[index], ends[index]));
}

function kindsOf(text: string): number[] {
  const { kinds, count } = wordsOf(text);
  return [...kinds.subarray(0, count)];
}

/** Pieces of what stands in postings, and of what nobody would write. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom('Python', 'AWS', 'iPhone13', ' ', '\n', '- ', '\u00ad', '\u200b', 'é', 'É', '日本', 'мир', '😀'),
      fc.constantFrom('AWSExperience', '120,000', 'a', 'A', '.', '’', '**', '\u00a0', 'x1', '\ud83d'),
      fc.string({ maxLength: 8 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('the words of a text', () => {
  it('are cut where small letters meet a capital, and at digits', () => {
    expect(wordList('a BA in AA')).toEqual(['a', 'BA', 'in', 'AA']);
    expect(wordList('My iPhone13, PyTorch/AWS-S3 and PhDs')).toEqual([
      'My',
      'i',
      'Phone',
      '13',
      'Py',
      'Torch',
      'AWS',
      'S',
      '3',
      'and',
      'Ph',
      'Ds',
    ]);
  });

  it('go on over marks that nobody sees, and over accents', () => {
    expect(wordList('Kuber\u00adnetes naïve Éclair')).toEqual(['Kuber\u00adnetes', 'naïve', 'Éclair']);
    expect((kindsOf('Kuber\u00adnetes')[0] ?? 0) & HAS_HIDDEN).toBe(HAS_HIDDEN);
    expect(wordsOf('Kuber\u00adnetes').hashes[0]).toBe(hashOf('kubernetes'));
  });

  it('say where capitals run into another word, and which are numbers', () => {
    expect((kindsOf('AWSExperience')[0] ?? 0) & HAS_JOINT).toBe(HAS_JOINT);
    expect(kindsOf('AWS Experience').some((kind) => (kind & HAS_JOINT) !== 0)).toBe(false);
    expect(kindsOf('x 42').map((kind) => kind & OF_DIGITS)).toEqual([0, OF_DIGITS]);
  });

  it('are single signs in scripts without blanks', () => {
    expect(wordList('日本 мир')).toEqual(['日', '本', 'мир']);
    expect(wordsOf('日本').isForeign).toBe(true);
    expect(wordsOf('wow 😀 é').isForeign).toBe(false);
  });

  it('stand in order, one behind the other, and leave out no letter and no digit from A to Z', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { starts, ends, count, codes } = wordsOf(text);
        let rest = '';
        let end = 0;
        for (let index = 0; index < count; index += 1) {
          expect(starts[index]).toBeGreaterThanOrEqual(end);
          rest += text.slice(end, starts[index]);
          end = ends[index] ?? 0;
          expect(end).toBeGreaterThan(starts[index] ?? 0);
        }
        expect(rest + text.slice(end)).not.toMatch(/[a-z0-9]/i);
        expect([...codes.subarray(0, text.length + 1)]).toEqual([
          ...Array.from(text.split(''), (unit) => unit.charCodeAt(0)),
          0,
        ]);
      }),
    );
  });

  it('are the same again after another text', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, other) => {
        const all = () => {
          const { starts, ends, hashes, kinds, count } = wordsOf(text);
          return [starts, ends, hashes, kinds].map((list) => [...list.subarray(0, count)]);
        };
        const before = all();
        wordsOf(other);
        expect(all()).toEqual(before);
      }),
    );
  });

  it('are found by place', () => {
    fc.assert(
      fc.property(anyText, fc.nat(400), (text, place) => {
        const words = wordsOf(text);
        const index = wordFrom(words, place);
        expect(index === 0 || (words.ends[index - 1] ?? 0) <= place).toBe(true);
        expect(index === words.count || (words.ends[index] ?? 0) > place).toBe(true);
      }),
    );
  });

  it('may be more than room is kept for', () => {
    const text = 'Word 1 '.repeat(20_000);
    expect(wordsOf(text).count).toBe(40_000);
    expect(wordList('and a short one')).toEqual(['and', 'a', 'short', 'one']);
  });
});

describe('the hash of a word', () => {
  it('follows from those of its parts', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), fc.string({ maxLength: 100 }), (a, b) => {
        expect(joined(hashOf(a), hashOf(b), b.length)).toBe(hashOf(a + b));
      }),
    );
  });

  it('does not see case', () => {
    expect(hashOf('SageMaker')).toBe(hashOf('sagemaker'));
    expect(hashOf('sagemaker')).not.toBe(hashOf('sagemakes'));
  });
});
