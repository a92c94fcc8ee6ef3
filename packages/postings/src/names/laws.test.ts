import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNames } from './find-names.ts';
import { CATALOG_ENTRIES, CATALOG_LEXICON, namesIn } from './testing/catalog-names.ts';

const CLOUD_WORDS: Record<string, string> = { AWS: 'AWS', Azure: 'Azure', GCP: 'GCP' };

/** Spellings that alone in a list do not say what they mean, with the reason. */
const UNCLEAR: Record<string, string> = {
  'AWS Solutions Architect': 'a title of a job unless something about certificates stands near',
  'Azure Solutions Architect': 'the same',
  'Azure AI Engineer': 'the same',
  'Professional Machine Learning Engineer': 'the same',
  JumpStart: 'counts beside SageMaker only',
};

const SPELLINGS = CATALOG_ENTRIES.flatMap(({ canonical, vendor, aliases }) =>
  aliases.map((alias) => ({ canonical, cloud: CLOUD_WORDS[vendor ?? ''] ?? 'AWS', ...alias })),
);

const ANY_TEXT = fc
  .array(
    fc.oneof(
      fc.constantFrom(...SPELLINGS.map(({ text }) => text)),
      fc.constantFrom(
        'experience with',
        ', ',
        ' or ',
        ' and ',
        '\n',
        '\n\n- ',
        'Requirements:',
        '**',
        '\u00ad',
        '. ',
        ' ',
        '/',
        '(',
        ')',
        'is a plus',
        'About us\n',
        '\ud800',
      ),
      fc.string({ maxLength: 6, unit: 'binary' }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

function allOf(text: string) {
  const { platforms, services, skills, certifications } = findNames(text, CATALOG_LEXICON);
  return [...platforms, ...services, ...skills, ...certifications];
}

describe('every text', () => {
  it('gives findings whose quote stands at their offsets, each name once', () => {
    fc.assert(
      fc.property(ANY_TEXT, (text) => {
        const found = allOf(text);
        for (const { quote, start, end } of found) expect(text.slice(start, end)).toBe(quote);
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
      }),
    );
  });

  it('gives findings that overlap only where one spelling names two things', () => {
    fc.assert(
      fc.property(ANY_TEXT, (text) => {
        const spans = allOf(text)
          .map(({ start, end }) => ({ start, end }))
          .sort((a, b) => a.start - b.start);
        spans.slice(1).forEach(({ start, end }, index) => {
          const before = spans[index];
          if (before !== undefined && start < before.end) expect({ start, end }).toEqual(before);
        });
      }),
    );
  });

  it('twice over names the same, more often', () => {
    const texts = SPELLINGS.map(
      ({ text, cloud }) => `Requirements:\n- Experience with ${text}, Python and ${cloud}.\n\n`,
    );
    fc.assert(
      fc.property(fc.constantFrom(...texts), (text) => {
        const once = allOf(text);
        const twice = new Map(allOf(text + text).map(({ id, mentions }) => [id, mentions]));
        expect([...twice.keys()].sort()).toEqual(once.map(({ id }) => id).sort());
        for (const { id, mentions } of once) expect(twice.get(id)).toBe(2 * mentions);
      }),
    );
  });
});

describe('every spelling', () => {
  it('is found in a list of requirements', () => {
    const missed = SPELLINGS.filter(({ text, canonical, cloud }) => {
      const found = allOf(`Requirements:\n- Experience with ${text}, Python and ${cloud}`).map(
        (name) => name.canonical,
      );
      return !found.includes(canonical) && UNCLEAR[text] === undefined;
    });

    expect(missed.map(({ text }) => text)).toEqual([]);
  });

  it('means the same within ordinary prose', () => {
    const prose = 'We meet on Mondays and eat together. ';
    fc.assert(
      fc.property(fc.constantFrom(...SPELLINGS), ({ text, cloud }) => {
        const list = `Experience with ${text}, Python and ${cloud}. `;
        expect(namesIn(`Clerk\n\n${prose}${list}${prose}`)).toEqual(namesIn(`Clerk\n\n${list}`));
      }),
    );
  });

  it('of several words is found in capitals and in small letters', () => {
    const free = SPELLINGS.filter(
      ({ text, caseSensitive, needs }) => /^\w+ \w+ \w+$/.test(text) && caseSensitive !== true && needs === undefined,
    );
    const missed = free.filter(({ text, canonical, cloud }) =>
      [text.toLowerCase(), text.toUpperCase()].some(
        (written) =>
          !allOf(`Requirements:\n- Experience with ${written}, Python and ${cloud}`).some(
            (name) => name.canonical === canonical,
          ),
      ),
    );

    // Written small or in capitals these are prose: "on the lookout for vision", "the AWS data pipeline".
    expect(missed.map(({ text }) => text).sort()).toEqual([
      'AWS Data Pipeline',
      'AWS Solutions Architect',
      'Azure AI Engineer',
      'Azure Solutions Architect',
      'Lookout for Vision',
    ]);
  });
});

describe('hostile text', () => {
  const MILLION = 1_000_000;

  it.each([
    ['letters', 'a'.repeat(MILLION)],
    ['capitals', 'A'.repeat(MILLION)],
    ['line breaks', '\n'.repeat(MILLION)],
    ['blanks in a name', `machine${' '.repeat(MILLION)}learning`],
    ['marks', '*_'.repeat(MILLION / 2)],
    ['marks in a name', `Py${'*'.repeat(MILLION)}thon`],
    ['halves of pairs', '\ud800'.repeat(MILLION)],
    ['half a name', 'machine '.repeat(MILLION / 8)],
    ['colons', 'Requirements:'.repeat(MILLION / 13)],
    ['one name', 'R, '.repeat(MILLION / 30)],
    ['dots', '.'.repeat(MILLION)],
    ['parentheses', '('.repeat(MILLION)],
    ['one long sentence', 'Python and a plus '.repeat(MILLION / 180)],
  ])('of %s ends', (_, text) => {
    expect(allOf(text).length).toBeLessThan(5);
  });
});
