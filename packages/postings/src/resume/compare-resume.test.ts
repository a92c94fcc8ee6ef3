import { describe, expect, it } from 'vitest';
import { gapOf, type SkillEvidence } from '../gap/gap.ts';
import { Tally } from '../survey/tally.ts';
import { postingOf } from '../survey/testing.ts';
import { compareResume, type ResumeNames, resumeSentence } from './compare-resume.ts';
import { waysToLearn } from './ways.ts';

const tally = new Tally();
for (const { read, text } of [
  postingOf('1', { Python: 'required', SQL: 'required', Spark: 'required', 'Certified Developer': 'preferred' }),
  postingOf('2', { Python: 'required', SQL: 'preferred', Terraform: 'stack' }),
  postingOf('3', { Python: 'stack', AWS: 'boilerplate' }),
]) {
  tally.add(read, text);
}
const survey = tally.survey();

const RECORD = new Map<string, SkillEvidence>([
  ['sql', { credit: 11, answers: 12, labStepsPassed: 1 }],
  ['spark', { credit: 1, answers: 2, labStepsPassed: 0 }],
]);
const WAYS = waysToLearn({
  lessons: [{ id: 'spark-first', title: 'Spark, first steps', skills: ['spark'] }],
  labs: [{ id: 'lake', title: 'A data lake', skills: ['spark', 'sql'] }],
  certifications: [{ id: 'dea', title: 'Data Engineer', skills: ['spark', 'spark'] }],
});
const compared = ({ read, text }: { read: ResumeNames; text: string }) =>
  compareResume({ names: read, text }, survey, gapOf(survey, RECORD), WAYS);
const RESUME = postingOf('cv', { Rust: 'stack', Python: 'boilerplate', AWS: 'boilerplate' });

describe('a résumé beside the postings', () => {
  it('shows what is asked for and on it with a quote from each side', () => {
    const { inBoth } = compared(RESUME);

    expect(inBoth).toMatchObject([
      {
        canonical: 'Python',
        postings: 3,
        asked: { quote: 'Python', strength: 'required' },
        resume: { before: 'We speak of ', quote: 'Python', after: ' (boilerplate) here.' },
      },
    ]);
  });

  it('shows what no posting asks for, in the order of the résumé', () => {
    expect(compared(RESUME).notAsked.map(({ canonical }) => canonical)).toEqual(['Rust', 'Amazon Web Services']);
  });

  it('lets only that be added which the record shows', () => {
    const suggestions = new Map(compared(RESUME).notOnResume.map((name) => [name.canonical, name.suggestion]));

    expect(suggestions.get('SQL')).toEqual({
      kind: 'may-add',
      text: 'Your record shows 12 answers with 92 % of the points and 1 lab step passed alone on SQL: add it if you have used it.',
    });
    expect(suggestions.get('Spark')).toMatchObject({
      kind: 'learn-first',
      text: 'Your record shows only 2 answers with 50 % of the points on Spark: learn it first, by the lesson “Spark, first steps”, the lab “A data lake” and the certification “Data Engineer”.',
      ways: [{ kind: 'lesson' }, { kind: 'lab' }, { kind: 'certification' }],
    });
    expect(suggestions.get('Terraform')).toEqual({
      kind: 'nothing-here',
      text: 'Your record shows nothing of Terraform, and nothing here teaches it.',
    });
    expect(suggestions.get('Certified Developer')?.text).toBe(
      'Certified Developer belongs on a résumé once it is passed.',
    );
  });

  it('never says "add" of what the record does not show', () => {
    const empty = compareResume({ names: RESUME.read, text: RESUME.text }, survey, gapOf(survey, new Map()), WAYS);

    for (const { suggestion } of empty.notOnResume) expect(suggestion.text).not.toMatch(/\badd\b/);
  });

  it('is counted in a sentence', () => {
    expect(resumeSentence(compared(RESUME))).toBe(
      '1 name asked for and on your résumé; 4 asked for and not on it, 1 of them supported by your record; 2 on it that no posting asks for.',
    );
  });
});
