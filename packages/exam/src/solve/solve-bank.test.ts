import { seededRng } from '@cairn/kernel';
import { grade, publish } from '@cairn/question-types';
import { describe, expect, it } from 'vitest';
import { chanceOf } from '../chance.ts';
import { questionsOf } from '../item-questions.ts';
import { OPEN_PROFILE, SECTIONED_PROFILE, sampleBank } from '../sample-bank.ts';
import { respond } from './respond.ts';
import { solveBank } from './solve-bank.ts';
import { preferenceOf, TEST_WISE } from './strategy.ts';

const openBank = sampleBank(OPEN_PROFILE, 12);
const sectionedBank = sampleBank(SECTIONED_PROFILE);

describe('solving a bank', () => {
  it('by the key earns everything', () => {
    expect(solveBank(sectionedBank, 'key', '1', SECTIONED_PROFILE)).toEqual({
      items: sectionedBank.length,
      questions: sectionedBank.flatMap(questionsOf).length,
      correct: sectionedBank.length,
      percent: 100,
      scaledEstimate: 1000,
    });
  });

  it.each(['first', 'random'] as const)('by %s earns about what chance gives', (strategy) => {
    const chance = openBank.flatMap(questionsOf).map(({ question }) => chanceOf(question, 'all-or-nothing'));
    const expected = (100 * chance.reduce((a, b) => a + b, 0)) / chance.length;

    const { percent, scaledEstimate } = solveBank(openBank, strategy, '1', OPEN_PROFILE);

    expect(Math.abs(percent - expected)).toBeLessThan(6);
    expect(scaledEstimate).toBeLessThan(250);
  });

  it('by length finds keys that are longer than the rest', () => {
    const cued = openBank.slice(0, 8).map((item) => {
      if (item.question.kind !== 'multiple-choice') return item;
      const choices = item.question.choices.map((choice) =>
        choice.correct === true ? { ...choice, text: `${choice.text}, at length and in detail` } : choice,
      );
      return { ...item, question: { ...item.question, choices } };
    });

    expect(solveBank(cued, 'longest', '1', OPEN_PROFILE).percent).toBe(100);
  });

  it.each([
    ['echo', ['About alpha beta gamma', 'delta', 'epsilon', 'zeta']],
    ['most-alike', ['one two three', 'one two four', 'one five three', 'six seven eight']],
    ['odd-one-out', ['nine ten eleven', 'one two three', 'one two four', 'one two five']],
    ['shortest', ['one', 'two three', 'four five six', 'seven eight nine']],
  ] as const)('by %s finds keys that stand out so', (strategy, texts) => {
    const cued = openBank.flatMap((item) => {
      if (item.question.kind !== 'multiple-choice') return [];
      const [key, ...others] = texts;
      const left = [...others];
      const choices = item.question.choices.map((choice) => ({
        ...choice,
        text: choice.correct === true ? key : (left.shift() ?? 'zzz'),
      }));
      return [{ ...item, question: { ...item.question, stem: 'Which is about alpha, beta and gamma?', choices } }];
    });

    expect(cued.length).toBeGreaterThan(5);
    expect(solveBank(cued, strategy, '1', OPEN_PROFILE).percent).toBe(100);
  });

  it('repeats with its seed', () => {
    const solve = (seed: string) => solveBank(openBank, 'random', seed, OPEN_PROFILE);

    expect(solve('1')).toEqual(solve('1'));
    expect(solve('1')).not.toEqual(solve('2'));
  });

  it('of nothing is nothing', () => {
    expect(solveBank([], 'first', '1', OPEN_PROFILE)).toMatchObject({ items: 0, correct: 0, percent: 0 });
  });
});

it.each(TEST_WISE)('answers every kind completely by %s', (strategy) => {
  for (const item of [...openBank, ...sectionedBank]) {
    for (const { question } of questionsOf(item)) {
      const rng = seededRng(item.id);
      const response = respond(publish(question, rng.shuffle), preferenceOf(strategy, rng));

      expect(grade(question, response).outcome).toBe('graded');
    }
  }
});

describe('chance', () => {
  const questionOf = (kind: string) =>
    [...openBank, ...sectionedBank].flatMap(questionsOf).find(({ question }) => question.kind === kind)?.question;
  const chance = (kind: string, credit: 'all-or-nothing' | 'per-part') => {
    const question = questionOf(kind);
    return question === undefined ? Number.NaN : chanceOf(question, credit);
  };

  it.each([
    ['multiple-choice', 'all-or-nothing', 1 / 4],
    ['multiple-response', 'all-or-nothing', 1 / 10],
    ['multiple-select', 'per-part', 2 / 5],
    ['ordering', 'all-or-nothing', 1 / 6],
    ['build-list', 'per-part', 1 / 5],
    ['matching', 'all-or-nothing', 1 / 27],
    ['hot-area', 'per-part', 1 / 2],
    ['active-screen', 'all-or-nothing', 1 / 4],
  ] as const)('of %s, %s, is %d', (kind, credit, expected) => {
    expect(chance(kind, credit)).toBeCloseTo(expected, 12);
  });
});
