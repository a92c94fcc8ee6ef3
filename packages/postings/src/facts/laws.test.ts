import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf } from './facts.ts';
import { described } from './salary/testing.ts';

const WORDS = [
  'senior',
  'staff',
  'Ph.D.',
  "Master's",
  'BS',
  'degree in',
  'remote',
  'hybrid',
  'on-site',
  'office',
  'home',
  'days',
  'years',
  '5+',
  '3-5',
  'experience',
  'Location:',
  'Berlin,',
  'Germany',
  'based in',
  'TX',
  'preferred',
  'or equivalent experience',
  '\n',
  '\n\n',
  '- ',
  '. ',
  '📍',
  '\u00ad',
  '\ud800',
  'İ',
  'Title:',
  'Engineer',
  '$120k',
  'two',
  'of which',
  'at least 4 in',
] as const;

const hostile = fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'binary', maxLength: 4 })), {
  maxLength: 50,
});

describe('whatever the text', () => {
  it('every finding quotes it exactly', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom('', ' '), (pieces, joint) => {
        const text = pieces.join(joint);
        const { years, seniority, education, location, workMode, salaries } = factsOf({ text });

        for (const found of [...years, ...salaries, seniority, education, location, workMode]) {
          if (found !== undefined) expect(found.quote).toBe(text.slice(found.start, found.end));
        }
      }),
      { numRuns: 400 },
    );
  });

  // A quadratic look would need minutes for these; the test's own limit of time is the measure.
  const read = (unit: string, length: number) => factsOf({ text: unit.repeat(Math.ceil(length / unit.length)) });

  it.each(['7', '$', ' ', '$5'])('a megabyte of %j is read in linear time', (unit) => {
    expect(() => read(unit, 1_000_000)).not.toThrow();
  });

  it.each([
    '\n',
    'a',
    '1,',
    '$1-',
    'years ',
    '5 years ',
    'remote ',
    'location ',
    'BS ',
    'salary ',
    'office ',
    'Berlin, ',
    '120,000 - ',
    'degree in ',
    '3 days ',
  ])('so are 250 kilobytes of %j', (unit) => {
    expect(() => read(unit, 250_000)).not.toThrow();
  });
});

type Posting = { readonly id: string; readonly title: string; readonly location: string; readonly text: string };
const { postings } = JSON.parse(readFileSync(new URL('../../fixtures/usajobs.json', import.meta.url), 'utf8')) as {
  postings: readonly Posting[];
};

/** Read by a person from the second lines of the postings. */
const PAY: Readonly<Record<string, string>> = {
  'us-01': '49960-99314',
  'us-02': '143913-187093',
  'us-03': '143913-187093',
  'us-04': '91870-158322',
  'us-05': '100602-130786',
  'us-06': '121785-158322',
  'us-07': '129096-167830',
  'us-08': '108019-140426',
  'us-09': '150424-197200',
  'us-10': '121785-187093',
  'us-11': '85447-133142',
  'us-12': '52727-118204',
  'us-13': '106437-144481',
  'us-14': '143913-187093',
  'us-15': '121785-187093',
  'us-16': '62893-118569',
};

describe('postings of the United States government', () => {
  it.each(postings.map((posting) => [posting.id, posting] as const))('%s: its pay, in English', (id, posting) => {
    const { salary, salaries, language } = factsOf(posting);

    expect(described(salary)).toBe(`${PAY[id]} USD year`);
    expect(salaries).toHaveLength(1);
    expect(language).toBe('en');
  });

  it('takes the place from the field', () => {
    for (const posting of postings) expect(factsOf(posting).location?.place).toBe(posting.location);
  });
});
