import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSalaries } from './index.ts';
import { payIn } from './testing.ts';

const thousands = fc.integer({ min: 30, max: 400 });

/** Low and high of yearly pay in thousands. */
const pair = fc.tuple(thousands, fc.integer({ min: 1, max: 120 })).map(([low, more]) => ({ low, high: low + more }));

const grouped = (thousand: number, separator: string) => `${thousand}${separator}000`;

type Style = {
  readonly currency: string;
  readonly print: (low: number, high: number, dash: string) => string;
};

const dashes = fc.constantFrom('-', ' - ', '–', ' – ', ' — ', ' to ', '‑', ' − ');

const STYLES: readonly Style[] = [
  { currency: 'USD', print: (low, high, dash) => `$${grouped(low, ',')}${dash}$${grouped(high, ',')}` },
  { currency: 'USD', print: (low, high, dash) => `$${grouped(low, ',')}${dash}${grouped(high, ',')}` },
  { currency: 'USD', print: (low, high, dash) => `$${low}k${dash}$${high}k` },
  { currency: 'USD', print: (low, high, dash) => `$${low}${dash}${high}K` },
  { currency: 'USD', print: (low, high, dash) => `${low}${dash}${high}k USD` },
  { currency: 'USD', print: (low, high, dash) => `USD ${grouped(low, ',')}.00${dash}${grouped(high, ',')}.00` },
  { currency: 'GBP', print: (low, high, dash) => `£${low}k${dash}£${high}k` },
  { currency: 'GBP', print: (low, high, dash) => `${grouped(low, ',')}${dash}${grouped(high, ',')} GBP` },
  { currency: 'EUR', print: (low, high, dash) => `${grouped(low, '.')} €${dash}${grouped(high, '.')} €` },
  { currency: 'EUR', print: (low, high, dash) => `${grouped(low, '.')}${dash}${grouped(high, '.')} EUR` },
  { currency: 'EUR', print: (low, high, dash) => `${grouped(low, '\u00a0')}${dash}${grouped(high, '\u00a0')} €` },
  { currency: 'CHF', print: (low, high, dash) => `CHF ${grouped(low, '’')}${dash}${grouped(high, '’')}` },
  { currency: 'CAD', print: (low, high, dash) => `C$${grouped(low, ',')}${dash}C$${grouped(high, ',')}` },
  { currency: 'AUD', print: (low, high, dash) => `$${grouped(low, ',')}${dash}$${grouped(high, ',')} AUD` },
  { currency: 'PLN', print: (low, high, dash) => `PLN ${grouped(low, ' ')}${dash}${grouped(high, ' ')}` },
];

const LEADS = ['Salary: ', 'The base pay range is ', 'Compensation\n', 'We pay ', 'Base salary range for this role: '];

/** Prose without money, with numbers of all other kinds. */
const PROSE = [
  'You will build data pipelines with a team of 8 to 12 engineers.',
  'We ask for 5+ years of experience and a degree in mathematics.',
  'The model has 7B parameters and serves 100k requests per day.',
  'Founded in 2012, we have 300 people in 14 countries.',
  'Call 555-0100 or write before 2026-03-31.',
  'The stack: Python 3.12, CUDA 12.4, Kubernetes 1.31.',
  'Up to 20% travel; 40 hours per week, 9 to 5.',
];

describe('pay', () => {
  it.each(STYLES.map((style) => [style.print(90, 120, ' – '), style] as const))('reads back %s', (_example, style) => {
    fc.assert(
      fc.property(pair, dashes, fc.constantFrom(...LEADS), ({ low, high }, dash, lead) => {
        const text = `${PROSE[0]}\n\n${lead}${style.print(low, high, dash)} per year.\n\n${PROSE[1]}`;

        expect(payIn(text)).toBe(`${low * 1000}-${high * 1000} ${style.currency} year`);
      }),
      { numRuns: 60 },
    );
  });

  it('reads back lakhs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 40 }), fc.integer({ min: 1, max: 20 }), dashes, (low, more, dash) => {
        const pay = `${low * 100_000}-${(low + more) * 100_000} INR year`;

        expect(payIn(`CTC: ${low}${dash}${low + more} LPA`)).toBe(pay);
        expect(payIn(`Salary ₹${low}${dash}${low + more} lakhs`)).toBe(pay);
      }),
    );
  });

  it('is none in prose without money, in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(PROSE), fc.constantFrom(' ', '\n', '\n\n- '), (sentences, joint) => {
        expect(findSalaries(sentences.join(joint)).salaries).toEqual([]);
      }),
    );
  });
});

const piece = fc.oneof(
  fc.constantFrom(
    '$',
    '£',
    '€',
    '₹',
    'k',
    ' - ',
    '–',
    ' to ',
    'USD ',
    ' LPA',
    'salary ',
    'bonus ',
    'per hour',
    '/yr',
    '\n',
    '. ',
    ', ',
    '(',
    ')',
    'up to ',
    'from ',
  ),
  fc.integer({ min: 0, max: 400_000 }).map(String),
  fc.integer({ min: 1, max: 400 }).map((thousand) => `${thousand},000`),
  fc.string({ maxLength: 6 }),
);

describe('whatever the text', () => {
  it('every finding quotes it exactly and its floor is not above its top', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const { salary, salaries } = findSalaries(text);

        for (const { quote, start, end, low, high } of salary === undefined ? salaries : [salary, ...salaries]) {
          expect(quote).toBe(text.slice(start, end));
          expect(low ?? 0).toBeLessThanOrEqual(high ?? Number.POSITIVE_INFINITY);
          expect(low ?? high).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });
});
