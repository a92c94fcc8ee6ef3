import { describe, expect, it } from 'vitest';
import type { ReadPosting, Strength } from '../posting.ts';
import { SURVEY_BYTES, utf8Bytes } from './bounded.ts';
import { marketEvidence } from './market-evidence.ts';
import { sentencesOf } from './sentences.ts';
import type { Survey } from './survey.ts';
import { Tally } from './tally.ts';
import { postingOf, salary } from './testing.ts';

type Posting = ReturnType<typeof postingOf>;

function surveyOf(postings: readonly Posting[]): Survey {
  const tally = new Tally();
  for (const { read, text } of postings) tally.add(read, text);
  return tally.survey();
}

const many = (
  count: number,
  prefix: string,
  demands: Readonly<Record<string, Strength>>,
  rest: Partial<Omit<ReadPosting, 'id'>> = {},
) => Array.from({ length: count }, (_, i) => postingOf(`${prefix}-${i}`, demands, rest));

const texts = (survey: Survey, about: string) =>
  sentencesOf(survey)
    .filter((sentence) => sentence.about === about)
    .map(({ text }) => text);

describe('a survey', () => {
  it('counts each name by the strength of the demand, and leaves the company text out', () => {
    const survey = surveyOf([
      ...many(3, 'a', { AWS: 'required', Python: 'required' }),
      ...many(2, 'b', { AWS: 'one-of', Azure: 'one-of', Python: 'preferred' }),
      ...many(4, 'c', { AWS: 'boilerplate', SQL: 'stack' }),
    ]);

    expect(survey.postings).toBe(9);
    expect(survey.withCloud).toBe(5);
    expect(survey.platforms.map(({ vendor, postings }) => [vendor, postings])).toEqual([
      ['AWS', 5],
      ['Azure', 2],
    ]);
    expect(survey.platforms[0]?.byStrength).toEqual({
      required: 3,
      'one-of': 2,
      preferred: 0,
      stack: 0,
      boilerplate: 4,
    });
    expect(survey.platforms[0]?.shareOfCloud).toMatchObject({ count: 5, of: 5, high: 1 });
    expect(survey.names.map(({ canonical, postings }) => [canonical, postings])).toEqual([
      ['Python', 5],
      ['SQL', 4],
    ]);
  });

  it('quotes up to three of the strongest demands with the sentence around them', () => {
    const survey = surveyOf([...many(9, 'weak', { SQL: 'stack' }), ...many(2, 'strong', { SQL: 'required' })]);

    const quotes = survey.names[0]?.quotes ?? [];
    expect(quotes.map(({ strength }) => strength)).toEqual(['required', 'required', 'stack']);
    expect(quotes[0]).toMatchObject({ before: 'We speak of ', quote: 'SQL', after: ' (required) here.' });
  });

  it('tells duplicates, other languages and unreadable texts apart from what was read', () => {
    const tally = new Tally();
    const german = postingOf('de', { Python: 'required' }, { language: 'de', salary: salary(60_000, 80_000, 'EUR') });
    tally.add(german.read, german.text);
    const short = postingOf('short', { Python: 'stack' }, { language: 'und' });
    tally.add(short.read, short.text);
    tally.add({ ...short.read, id: 'empty', skills: [] }, '');
    tally.addDuplicate('same');
    tally.addDuplicate('near');
    tally.addUnreadable();

    const survey = tally.survey();

    expect(survey).toMatchObject({ postings: 1, duplicates: { same: 1, near: 1 }, unreadable: 1 });
    expect(survey.otherLanguages).toEqual([
      { language: 'de', postings: 1 },
      { language: 'und', postings: 1 },
    ]);
    expect(survey.pay).toMatchObject([{ currency: 'EUR', postings: 1 }]);
    expect(texts(survey, 'batch')).toEqual([
      '1 posting read.',
      '2 duplicates left out: 1 the same, 1 nearly so.',
      '2 postings in another language (German 1, unknown 1): only pay is read from them.',
      '1 text could not be read.',
    ]);
  });

  it('counts levels, years, degrees, modes and places, and says what is unstated', () => {
    const at = { quote: '', start: 0, end: 0 };
    const survey = surveyOf([
      postingOf(
        'a',
        {},
        {
          seniority: { level: 'senior', ...at },
          years: [
            { low: 2, isRequired: true, ...at },
            { low: 5, isRequired: true, ...at },
            { low: 8, isRequired: false, ...at },
          ],
          education: { degree: 'bachelor', isRequired: true, orExperience: true, ...at },
          workMode: { mode: 'remote', ...at },
          location: { place: 'Austin,  TX', ...at },
        },
      ),
      postingOf('b', {}, { location: { place: 'austin, tx', ...at } }),
      postingOf('c', {}, { location: { place: 'Austin, TX', ...at } }),
    ]);

    expect(survey.seniority).toEqual([
      { value: 'senior', postings: 1 },
      { value: 'unstated', postings: 2 },
    ]);
    expect(survey.years).toEqual([{ years: 5, postings: 1 }]);
    expect(survey.yearsUnstated).toBe(2);
    expect(survey.degrees[0]).toEqual({ value: 'bachelor', postings: 1, required: 1, orExperience: 1 });
    expect(survey.workModes[0]).toEqual({ value: 'remote', postings: 1 });
    expect(survey.locations).toEqual([{ value: 'Austin, TX', postings: 3 }]);
  });

  it('gives quartiles of pay from twenty postings on, by currency and period', () => {
    const dollars = Array.from({ length: 21 }, (_, i) =>
      postingOf(`usd-${i}`, {}, { salary: salary(100_000 + i * 1_000, 150_000 + i * 1_000) }),
    );
    const pounds = many(19, 'gbp', {}, { salary: salary(50_000, 60_000, 'GBP') });

    const survey = surveyOf([...dollars, ...pounds]);

    expect(survey.pay[0]?.lows.quartiles).toEqual({ lower: 105_000, median: 110_000, upper: 115_000 });
    expect(survey.pay[1]).toMatchObject({ currency: 'GBP', lows: { postings: 19 } });
    expect(survey.pay[1]?.lows).not.toHaveProperty('quartiles');
    expect(texts(survey, 'pay')).toEqual([
      'Pay in USD a year, 21 postings: half of the low ends lie between 105,000 and 115,000, the middle is 110,000; half of the high ends lie between 155,000 and 165,000, the middle is 160,000.',
      'Pay is stated in GBP a year by 19 postings: below 20 no middle is given.',
    ]);
  });

  it('samples forty postings for the heat map against the names asked for most', () => {
    const survey = surveyOf([
      ...many(50, 'a', { Python: 'required', SQL: 'stack' }),
      ...many(9, 'b', { AWS: 'boilerplate' }, { title: 'Data\nengineer' }),
    ]);

    expect(survey.heatMap.names.map(({ canonical }) => canonical)).toEqual(['Python', 'SQL']);
    expect(survey.heatMap.postings).toHaveLength(40);
    const kinds = new Set(survey.heatMap.postings.map(({ cells, title }) => `${title} ${cells.join(' ')}`));
    expect([...kinds].sort()).toEqual(['Data engineer  ', 'undefined required stack']);
  });

  it('is empty, with words, for no postings', () => {
    const survey = new Tally().survey();

    expect(survey).toMatchObject({ postings: 0, platforms: [], names: [] });
    expect(sentencesOf(survey).map(({ text }) => text)).toEqual(['No posting was read: nothing can be said.']);
  });
});

describe('what is said of clouds', () => {
  it('is a hint below twenty postings', () => {
    const survey = surveyOf([...many(4, 'a', { AWS: 'required' }), ...many(3, 'b', { Python: 'required' })]);

    expect(texts(survey, 'platforms')[0]).toBe(
      'With 7 postings the share of AWS lies anywhere between 23 and 86 %: read it as a hint.',
    );
    expect(texts(survey, 'names')).toEqual(['Asked for most: Python (3 of 7).']);
  });

  it('is a share of all and of those that ask for any cloud, with its interval', () => {
    const survey = surveyOf([
      ...many(60, 'a', { AWS: 'required' }),
      ...many(20, 'b', { Azure: 'one-of' }),
      ...many(20, 'c', { Python: 'stack' }),
    ]);

    expect(texts(survey, 'platforms').slice(0, 2)).toEqual([
      'AWS is asked for in 60 % (50 to 69 %) of 100 postings; of the 80 that ask for any cloud, 75 % (65 to 83 %).',
      'AWS in 60 postings: required in 60.',
    ]);
  });

  it('names the cloud that is asked for more often only when the postings that name one alone decide it', () => {
    const decided = surveyOf([...many(60, 'a', { AWS: 'required' }), ...many(20, 'b', { Azure: 'required' })]);
    const open = surveyOf([
      ...many(80, 'both', { AWS: 'one-of', Azure: 'one-of' }),
      ...many(9, 'a', { AWS: 'required' }),
      ...many(6, 'b', { Azure: 'required' }),
    ]);

    expect(decided.platformPairs).toMatchObject([{ onlyMore: 60, onlyLess: 20, both: 0, verdict: 'decided' }]);
    expect(texts(decided, 'order-of-platforms')).toEqual([
      'AWS is asked for more often than Azure: only AWS in 60 postings, only Azure in 20 (chance above 99 %).',
    ]);
    expect(open.platformPairs).toMatchObject([{ onlyMore: 9, onlyLess: 6, both: 80, verdict: 'undecided' }]);
    expect(texts(open, 'order-of-platforms')).toEqual([
      'Whether AWS or Azure is asked for more often is undecided: only AWS in 9 postings, only Azure in 6 (chance 78 % for AWS).',
    ]);
  });

  it('says that none of many name a certification without calling it impossible', () => {
    expect(texts(surveyOf(many(9_000, 'a', {})), 'certifications')[0]).toMatch(
      /^A certification is named in 0 of 9,000 postings: 0 % \(0 to below 0\.1 %\)\./,
    );
  });

  it('says how rarely certifications are named', () => {
    const survey = surveyOf([
      ...many(2, 'a', { 'Certified Solutions Architect': 'preferred' }),
      ...many(98, 'b', { Python: 'required' }),
    ]);

    expect(survey.certificates).toMatchObject({ count: 2, of: 100 });
    expect(texts(survey, 'certifications')).toEqual([
      'A certification is named in 2 of 100 postings: 2 % (0.4 to 6 %). Postings rarely name one: of 1,718 read in 2026 about 2 % did.',
    ]);
  });
});

describe('the bound', () => {
  it('holds for more and longer names than a catalog has, in any script', () => {
    const wide = (i: number) => `${'漢'.repeat(80)}${i}`;
    const postings = Array.from({ length: 300 }, (_, p) => {
      const names = Array.from({ length: 10 }, (_, i) => [wide(p * 10 + i), 'required'] as const);
      return postingOf(`${'"\\'.repeat(300)}${p}`, Object.fromEntries(names), { title: '\ud800'.repeat(500) });
    });

    const survey = surveyOf(postings);

    expect(utf8Bytes(JSON.stringify(survey))).toBeLessThanOrEqual(SURVEY_BYTES);
    expect(survey.names.length).toBeGreaterThan(100);
    expect(survey.names.length + survey.namesLeftOut).toBe(3_000);
    expect(texts(survey, 'batch')).toContain(
      `${(survey.namesLeftOut / 1_000).toFixed(3).replace('.', ',')} names that few postings ask for left out: the list would be too long.`,
    );
  });

  it('leaves control characters, marks of direction and broken pairs out of quotes', () => {
    const text = 'Needs\u0000 \u202eevil\u202c\r\nPy\u00adthon\ud800 now.';
    const start = text.indexOf('Py');
    const end = text.indexOf('\ud800');
    const { read } = postingOf('a', { Python: 'required' });
    const skills = read.skills.map((skill) => ({ ...skill, start, end }));

    const survey = surveyOf([{ read: { ...read, skills }, text }]);

    expect(survey.names[0]?.quotes[0]).toMatchObject({ before: 'Needs evil ', quote: 'Python', after: '\ufffd now.' });
  });

  it('ends a quote with its sentence, not at "e.g."', () => {
    const text = 'First sentence. You know clouds (e.g. AWS, or\nsimilar) well. Last.';
    const { read } = postingOf('a', { SQL: 'required' });
    const start = text.indexOf('AWS');
    const skills = read.skills.map((skill) => ({ ...skill, start, end: start + 3 }));

    const survey = surveyOf([{ read: { ...read, skills }, text }]);

    expect(survey.names[0]?.quotes[0]).toMatchObject({
      before: 'You know clouds (e.g. ',
      quote: 'AWS',
      after: ', or similar) well.',
    });
  });

  it('counts bytes as an encoder does', () => {
    const text = 'aé漢😀"\n';

    expect(utf8Bytes(text)).toBe(Buffer.byteLength(text));
  });
});

describe('the evidence for the advisor', () => {
  it('is a cloud by its vendor once and the names that are asked for, each with a quote', () => {
    const survey = surveyOf([
      ...many(3, 'a', { AWS: 'required', Python: 'required' }),
      ...many(1, 'b', { Azure: 'boilerplate' }),
    ]);
    const [aws] = survey.platforms;
    if (!aws) throw new Error('no AWS');
    const govCloud = { ...aws, id: 'aws-govcloud', postings: 1 };

    const evidence = marketEvidence({ ...survey, platforms: [...survey.platforms, govCloud] });

    expect(evidence).toMatchObject({
      postings: 4,
      platforms: [{ vendor: 'AWS', postings: 3, quote: expect.stringContaining('AWS') }],
      names: [{ id: 'python', postings: 3, quote: expect.stringContaining('Python') }],
    });
  });
});
