import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Survey } from '../survey/survey.ts';
import { Tally } from '../survey/tally.ts';
import { anyBatch, postingOf } from '../survey/testing.ts';
import { coverage } from './coverage.ts';
import { gapOf, type SkillEvidence } from './gap.ts';

function surveyOf(postings: readonly ReturnType<typeof postingOf>[]): Survey {
  const tally = new Tally();
  for (const { read, text } of postings) tally.add(read, text);
  return tally.survey();
}

const ASKED = surveyOf([
  postingOf('1', { Python: 'required', SQL: 'required', AWS: 'required', 'Certified Developer': 'required' }),
  postingOf('2', { Python: 'required', SQL: 'preferred', 'Amazon S3': 'stack' }),
  postingOf('3', { Python: 'required', Spark: 'one-of', AWS: 'boilerplate' }),
]);

const evidence = (credit: number, answers: number, labStepsPassed = 0): SkillEvidence => ({
  credit,
  answers,
  labStepsPassed,
});

const rowFor = (id: string, shown: SkillEvidence | undefined) =>
  gapOf(ASKED, new Map(shown ? [[id, shown]] : [])).rows.find((row) => row.id === id);

describe('the gap', () => {
  it('weighs what is asked for by its strength, and leaves certifications out', () => {
    const { rows } = gapOf(ASKED, new Map());

    expect(rows.map(({ canonical, weight }) => [canonical, weight])).toEqual([
      ['Python', 3],
      ['SQL', 1.5],
      ['Amazon Web Services', 1],
      ['Spark', 0.7],
      ['Amazon S3', 0.3],
    ]);
  });

  it.each([
    ['missing', undefined],
    ['missing', evidence(0, 0)],
    ['partly', evidence(1, 1)],
    ['partly', evidence(4, 4)],
    ['have', evidence(5, 5)],
    ['partly', evidence(4, 5)],
    ['partly', evidence(0, 9)],
    ['have', evidence(9, 11)],
    ['have', evidence(3, 3, 2)],
    ['partly', evidence(0, 0, 1)],
    ['have', evidence(0, 0, 2)],
    ['have', evidence(2, 4, 2)],
    ['partly', evidence(1, 12, 2)],
  ] as const)('is %s for %j', (state, shown) => {
    expect(rowFor('python', shown)?.state).toBe(state);
  });

  it('says why', () => {
    expect(rowFor('python', undefined)?.reason).toBe('Nothing in your record shows it.');
    expect(rowFor('python', evidence(1, 2))?.reason).toBe(
      'Your record shows a beginning: 2 answers with 50 % of the points.',
    );
    expect(rowFor('python', evidence(3, 9))?.reason).toBe(
      'Your record does not show it safely yet: 9 answers with 33 % of the points.',
    );
    expect(rowFor('python', { ...evidence(6, 6, 1), last: '2026-10-02' })?.reason).toBe(
      'Your record shows it: 6 answers with 100 % of the points and 1 lab step passed alone, last on 2026-10-02.',
    );
  });

  it('divides all weight among have, partly and missing, and never shrinks what is had by a right answer', () => {
    const record = fc.dictionary(
      fc.constantFrom('python', 'sql', 'amazon-s3', 'amazon-web-services'),
      fc.record({ right: fc.nat({ max: 12 }), wrong: fc.nat({ max: 6 }), labStepsPassed: fc.nat({ max: 3 }) }),
    );
    fc.assert(
      fc.property(anyBatch, record, (batch, entries) => {
        const survey = surveyOf(batch);
        const withMore = (more: number) =>
          new Map(
            Object.entries(entries).map(([id, { right, wrong, labStepsPassed }]) => [
              id,
              evidence(right + more, right + wrong + more, labStepsPassed),
            ]),
          );
        const [gap, better] = [gapOf(survey, withMore(0)), gapOf(survey, withMore(1))];

        const sum = gap.shares.have + gap.shares.partly + gap.shares.missing;
        expect(sum).toBeCloseTo(gap.rows.length > 0 ? 1 : 0, 12);
        expect(better.shares.have).toBeGreaterThanOrEqual(gap.shares.have);
        expect(better.shares.missing).toBeLessThanOrEqual(gap.shares.missing);
      }),
      { numRuns: 60 },
    );
  });
});

const task = (id: string, ...skills: string[]) => ({ id, text: `Do ${id}`, skills });
const DATA = { code: 'DATA', tasks: [task('d/1', 'sql', 'spark'), task('d/2', 'sql')] };
const CLOUD = { code: 'CLOUD', tasks: [task('c/1', 'amazon-web-services', 'amazon-s3'), task('c/2', 'sql')] };
const CODE = { code: 'CODE', tasks: [task('p/1', 'python')] };
const SHOWN = new Map([['python', evidence(8, 8)]]);

describe('what certifications and labs cover', () => {
  const gap = gapOf(ASKED, SHOWN);
  const found = coverage(
    gap,
    [CLOUD, CODE, DATA],
    [{ id: 'lake', title: 'Data lake', skills: ['amazon-s3', 'python'] }],
  );

  it('is a share of the demand and of what is not shown yet, with the task statements that name it', () => {
    const cloud = found.certifications.find(({ code }) => code === 'CLOUD');

    expect(cloud?.ofDemand).toBeCloseTo((1.5 + 1 + 0.3) / 6.5, 12);
    expect(cloud?.ofGap).toBeCloseTo((1.5 + 1 + 0.3) / 3.5, 12);
    expect(cloud?.closes.map(({ id, tasks }) => [id, tasks.map((one) => one.id)])).toEqual([
      ['sql', ['c/2']],
      ['amazon-web-services', ['c/1']],
      ['amazon-s3', ['c/1']],
    ]);
  });

  it('closes nothing where the record shows it all', () => {
    const code = found.certifications.at(-1);

    expect(code).toMatchObject({ code: 'CODE', ofGap: 0, closes: [], has: [{ id: 'python' }] });
  });

  it('adds up over those that close most together', () => {
    expect(found.together.steps).toEqual([
      { code: 'CLOUD', adds: expect.closeTo(2.8 / 3.5, 12), closes: ['sql', 'amazon-web-services', 'amazon-s3'] },
      { code: 'DATA', adds: expect.closeTo(0.7 / 3.5, 12), closes: ['spark'] },
    ]);
    expect(found.together.ofGap).toBeCloseTo(1, 12);
  });

  it('names labs that practise what is missing, and what nothing covers', () => {
    const bare = coverage(gap, [CODE], [{ id: 'lake', title: 'Data lake', skills: ['amazon-s3', 'python'] }]);

    expect(found.labs).toMatchObject([{ id: 'lake', practises: [{ id: 'amazon-s3' }] }]);
    expect(found.uncovered).toEqual([]);
    expect(bare.uncovered.map(({ id, labs }) => [id, labs])).toEqual([
      ['sql', []],
      ['amazon-web-services', []],
      ['spark', []],
      ['amazon-s3', ['lake']],
    ]);
  });

  it('counts half of what is partly shown', () => {
    const partly = gapOf(ASKED, new Map([...SHOWN, ['sql', evidence(1, 2)]]));

    expect(coverage(partly, [DATA]).certifications[0]?.ofGap).toBeCloseTo((0.75 + 0.7) / (0.75 + 1 + 0.7 + 0.3), 12);
  });

  it('stays within 0 and 1, and together is at least the best one', () => {
    fc.assert(
      fc.property(anyBatch, (batch) => {
        const any = coverage(gapOf(surveyOf(batch), SHOWN), [CLOUD, CODE, DATA]);

        for (const { ofDemand, ofGap } of any.certifications) {
          expect(Math.min(ofDemand, ofGap)).toBeGreaterThanOrEqual(0);
          expect(Math.max(ofDemand, ofGap)).toBeLessThanOrEqual(1 + 1e-12);
        }
        expect(any.together.ofGap).toBeGreaterThanOrEqual((any.certifications[0]?.ofGap ?? 0) - 1e-12);
        expect(any.together.ofGap).toBeLessThanOrEqual(1 + 1e-12);
      }),
      { numRuns: 60 },
    );
  });
});
