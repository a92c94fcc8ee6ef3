import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { USUAL_LIMITS } from '../limits.ts';
import { fileOf, outcomeOf } from '../testing.ts';
import { JsonUnits } from './json-units.ts';

const POSTING = { jobTitle: 'ML Engineer', location: 'Remote', description: 'We use Python, SQL and AWS.' };

describe('JSON', () => {
  it.each([
    ['a list', JSON.stringify([POSTING])],
    ['an object with a list', JSON.stringify({ total: 1, data: { jobs: [POSTING] } }, null, 2)],
    ['one posting', JSON.stringify(POSTING, null, 2)],
    ['JSON lines', `${JSON.stringify(POSTING)}\n`],
    ['hits of a search', JSON.stringify({ hits: { hits: [{ _id: 1, _source: POSTING }] } })],
    ['a feed with a description', JSON.stringify({ description: 'All our jobs', items: [POSTING] })],
  ])('as %s gives its postings', async (_, json) => {
    expect(await outcomeOf(fileOf('jobs.json', json, 7))).toEqual({
      texts: [
        { id: 'jobs.json#1', format: 'json', title: 'ML Engineer', location: 'Remote', text: POSTING.description },
      ],
      notes: [],
      refused: undefined,
    });
  });

  it('turns markup into text, also when it is escaped twice', async () => {
    const content = '&lt;p&gt;Python &amp;amp; SQL&lt;/p&gt;&lt;ul&gt;&lt;li&gt;AWS&lt;/li&gt;&lt;/ul&gt;';
    const postings = [{ title: 'A', content, location: { name: 'Berlin' } }, { text: 'a < b\nc &amp; d' }];

    const { texts } = await outcomeOf(fileOf('jobs.json', JSON.stringify(postings)));

    expect(texts.map(({ text }) => text)).toEqual(['Python & SQL\n\n• AWS', 'a < b\nc & d']);
    expect(texts[0]?.location).toBe('Berlin');
  });

  it('calls a text by the id of its record, and by its number where the id is missing, taken or no name', async () => {
    const records = [{ ...POSTING, id: 'us-15' }, { ...POSTING, jobId: 7 }, POSTING, { ...POSTING, id: 'us-15' }];
    const odd = [
      { ...POSTING, id: { deep: 1 } },
      { ...POSTING, id: 'x'.repeat(101) },
    ];

    const { texts } = await outcomeOf(fileOf('jobs.json', JSON.stringify([...records, ...odd])));

    expect(texts.map(({ id }) => id)).toEqual([
      'us-15',
      '7',
      'jobs.json#3',
      'jobs.json#4',
      'jobs.json#5',
      'jobs.json#6',
    ]);
  });

  it('adds sections and pay that stand in fields of their own', async () => {
    const record = {
      ...POSTING,
      minimumQualifications: ['5 years', 'SQL'],
      min_salary: 100000,
      max_salary: 120000,
      currency: 'EUR',
      pay_period: 'YEARLY',
    };

    const { texts } = await outcomeOf(fileOf('a.json', JSON.stringify([record])));

    expect(texts[0]?.text).toBe(
      'We use Python, SQL and AWS.\n\nMinimum qualifications\n• 5 years\n• SQL\n\nSalary: EUR 100,000 - 120,000 per year',
    );
  });

  it('that is no list of postings names the fields that it has', async () => {
    const { refused } = await outcomeOf(
      fileOf('package.json', JSON.stringify({ name: 'x', version: '1', scripts: { build: 'y' } })),
    );

    expect(refused).toBe(
      '“package.json” holds no postings: none of its fields (name, version, scripts, build) is a text; name the one with the posting “description”.',
    );
  });

  it('names its fields on one line, and without what a terminal would obey', async () => {
    const { refused } = await outcomeOf(fileOf('a.json', JSON.stringify([{ '\u001b[2Jred\nblue': 'x', b: 1 }])));

    expect(refused).toBe(
      '“a.json” holds no postings: none of its fields ([2Jred blue, b) is a text; name the one with the posting “description”.',
    );
  });

  it('reads on behind a record of very many fields', async () => {
    const wide = Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`k${index}`, 'x']));

    const { texts, notes } = await outcomeOf(fileOf('a.json', JSON.stringify([wide, POSTING])));

    expect(texts).toHaveLength(1);
    expect(notes).toEqual(['“a.json”: 1 records without a text were left out.']);
  });

  it('that breaks off gives the postings before, and says so', async () => {
    const whole = JSON.stringify([POSTING, POSTING, POSTING]);

    const { texts, notes } = await outcomeOf(fileOf('jobs.json', whole.slice(0, -20)));

    expect(texts).toHaveLength(2);
    expect(notes).toEqual(['“jobs.json” ends in the middle of a record; 2 before it were read.']);
  });

  it('with a broken line leaves out that line alone', async () => {
    const line = JSON.stringify(POSTING);

    const { texts, notes } = await outcomeOf(fileOf('jobs.jsonl', `${line}\n${line.slice(0, 30)}\n${line}\n`));

    expect(texts.map(({ id }) => id)).toEqual(['jobs.jsonl#1', 'jobs.jsonl#2']);
    expect(notes).toEqual(['“jobs.jsonl”: 1 records are no sound JSON and were left out.']);
  });

  it('finds the lists of an object that is larger than a record', async () => {
    const jobs = Array.from({ length: 50 }, (_, index) => ({ ...POSTING, jobTitle: `Job ${index}` }));

    const { texts } = await outcomeOf(fileOf('a.json', JSON.stringify({ meta: { page: [1] }, result: { jobs } })), {
      ...USUAL_LIMITS,
      recordCharacters: 500,
    });

    expect(texts.map(({ title }) => title)).toEqual(jobs.map(({ jobTitle }) => jobTitle));
  });

  it('nested without end is left out', async () => {
    const deep = `[${'['.repeat(100_000)}${']'.repeat(100_000)},${JSON.stringify(POSTING)}]`;

    const { texts, notes } = await outcomeOf(fileOf('a.json', deep));

    expect(texts).toHaveLength(1);
    expect(notes[0]).toMatch(/1 records are too large or nested too deep/);
  });

  it('that is none is called damaged', async () => {
    expect((await outcomeOf(fileOf('a.json', 'var jobs = [{}]'))).refused).toMatch(/is damaged or is no JSON/);
  });
});

describe('the units of a list', () => {
  it('are its elements, wherever the chunks end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue(), { minLength: 1 }),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        (values, step, isWide) => {
          const json = JSON.stringify(values, null, isWide ? 2 : 0);
          const reader = new JsonUnits(USUAL_LIMITS, false);

          const units: string[] = [];
          for (let at = 0; at < json.length; at += step) units.push(...reader.push(json.slice(at, at + step)));
          units.push(...reader.end());

          expect(units.map((unit) => JSON.parse(unit))).toEqual(JSON.parse(json));
          expect(reader.isWhole).toBe(true);
        },
      ),
    );
  });
});
