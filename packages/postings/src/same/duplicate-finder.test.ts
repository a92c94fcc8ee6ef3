import { seededRng } from '@cairn/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DuplicateFinder } from './duplicate-finder.ts';

const rng = seededRng('postings that never were');
const SYLLABLES = 'ka ro mi ten su lor va pel dri no'.split(' ');
const word = () => Array.from({ length: 2 + rng.below(3) }, () => SYLLABLES[rng.below(10)]).join('');
const VOCABULARY = Array.from({ length: 1_500 }, word);
/** Prose of `count` words in sentences of about twelve, a sentence a line. */
const prose = (count: number) =>
  Array.from({ length: count }, (_, i) => `${VOCABULARY[rng.below(1_500)]}${i % 12 === 11 ? '.\n' : ' '}`).join('');

const JOB = `Machine learning engineer, CITY
Posted on DATE. Place of work: CITY.
We look for somebody who builds and runs models in production. You will own data pipelines from the first query to the
endpoint, write Python that others like to read, and watch what your models do after they are deployed. You bring three
years with SQL and Spark, know SageMaker or Vertex AI, and have put at least one model before real users. You will work
from CITY two days a week with a team of nine. Talk to us if you would rather explain a result than polish a slide. Our
interviews take two conversations and one small exercise that we pay for. Applications close on DATE.`;
const jobIn = (city: string, date: string) => JOB.replaceAll('CITY', city).replaceAll('DATE', date);

function kindsOf(texts: readonly string[]): string[] {
  const finder = new DuplicateFinder();
  return texts.map((text, i) => {
    const found = finder.add({ id: `${i}`, text });
    return found === 'new' ? 'new' : `${found.kind} as ${found.duplicateOf}`;
  });
}

describe('a posting that was seen before', () => {
  it('is the same whatever its blanks and case', () => {
    const wrapped = JOB.replaceAll(' ', '\n  ').toUpperCase();

    expect(kindsOf([JOB, wrapped, `\u00a0${JOB}\n`, JOB.replace('pipelines', 'pipe\u00adlines')])).toEqual([
      'new',
      'same as 0',
      'same as 0',
      'same as 0',
    ]);
  });

  it('is near in another city and with another date', () => {
    const cities = [
      jobIn('Boston, MA', 'March 3, 2026'),
      jobIn('Austin, TX', '14 April 2026'),
      jobIn('Leeds', '1st of May'),
    ];

    expect(kindsOf(cities)).toEqual(['new', 'near as 0', 'near as 0']);
  });

  it('is near with every date and number of another year', () => {
    const dated = (year: number, month: string, weekday: string) =>
      `Data analyst for the census. Interviews ${weekday} ${month} 3rd ${year}, tests ${weekday} ${month} 21st ${year},
      start ${month} 1st ${year}, first report ${month} 30 ${year}, end of the project ${weekday} ${month} 9 ${year + 1}.`;

    const texts = [dated(2024, 'March', 'Monday'), dated(2025, 'Sept', 'Thursday'), dated(2026, 'June', 'Fri')];
    expect(kindsOf(texts)).toEqual(['new', 'near as 0', 'near as 0']);
  });

  it('is near when a few words of a long text differ', () => {
    const text = prose(600);
    const words = text.split(' ');
    const edited = words.map((one, i) => (i % 61 === 30 ? 'otherwise' : one)).join(' ');

    expect(kindsOf([text, edited])).toEqual(['new', 'near as 0']);
  });

  it('is near when a notice was added at its end', () => {
    expect(kindsOf([JOB, `${JOB}\nRequisition 4471-B, full time.`])).toEqual(['new', 'near as 0']);
  });

  it('points to the first of its kind, also from a copy of a near one', () => {
    const [first, second] = [jobIn('Boston', 'May 3'), jobIn('Cork', 'May 9')];

    expect(kindsOf([first, second, second])).toEqual(['new', 'near as 0', 'same as 0']);
  });
});

describe('a posting that was not seen before', () => {
  it('is new however much of the text is the company', () => {
    const company = prose(1_000);
    const jobs = Array.from({ length: 12 }, () => `${prose(60)}\n${company}`);

    expect(kindsOf(jobs)).toEqual(jobs.map(() => 'new'));
  });

  it('is new when it asks for something else in other words', () => {
    expect(kindsOf(Array.from({ length: 200 }, () => prose(200))).every((kind) => kind === 'new')).toBe(true);
  });

  it('is new when it is short and differs in one word', () => {
    expect(kindsOf(['Data engineer wanted in Cork', 'Data scientist wanted in Cork'])).toEqual(['new', 'new']);
  });

  it('is new when many sentences of a short text ask for something else', () => {
    const others = { pipelines: 'dashboards', Python: 'Java', SQL: 'COBOL', SageMaker: 'Tomcat', slide: 'diagram' };
    const changes = Object.entries({ ...others, small: 'written' });
    const other = changes.reduce((text, [from, to]) => text.replace(` ${from}`, ` ${to}`), JOB);

    expect(kindsOf([JOB, other])).toEqual(['new', 'new']);
  });

  it('is new when it is for another role or level in the same words', () => {
    const role = (title: string) => JOB.replace('Machine learning engineer', title);

    expect(kindsOf(['Data engineer', 'Data scientist', 'Senior data engineer'].map(role))).toEqual([
      'new',
      'new',
      'new',
    ]);
  });

  it('is told by C++ and C#', () => {
    expect(kindsOf(['C++ developer', 'C# developer', 'C developer'])).toEqual(['new', 'new', 'new']);
  });
});

describe('every batch', () => {
  it('holds a text once, wherever its copies stand', () => {
    const texts = fc.array(fc.constantFrom('alpha beta', 'gamma delta', ' ', '', 'Alpha  Beta', '日本語の求人', 'ß'), {
      maxLength: 30,
    });
    const folded = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim();
    fc.assert(
      fc.property(texts, (batch) => {
        const fresh = kindsOf(batch).filter((kind) => kind === 'new').length;

        expect(fresh).toBe(new Set(batch.map(folded)).size);
      }),
      { numRuns: 30 },
    );
  });

  it('may hold any text at all', () => {
    const hostile = [
      'a'.repeat(1e6),
      '\n'.repeat(1e6),
      '\ud800'.repeat(1e5),
      'a b '.repeat(3e5),
      '漢'.repeat(2e5),
      '-',
    ];

    expect(kindsOf([...hostile, ...hostile]).slice(hostile.length)).toEqual(hostile.map((_, i) => `same as ${i}`));
  });

  it('finds the one near copy among thousands', () => {
    const many = Array.from({ length: 2_000 }, () => prose(60));
    const copy = `Cork. ${many[700]}`;

    expect(kindsOf([...many, copy]).at(-1)).toBe('near as 700');
  });
});
