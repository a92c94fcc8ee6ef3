import { describe, expect, it } from 'vitest';
import { Item } from './item.ts';
import { domainOfTask, questionsOf } from './item-questions.ts';
import { ExamProfile, navigationOf } from './profile.ts';
import { OPEN_PROFILE, SECTIONED_PROFILE, sampleItem } from './sample-bank.ts';

const messagesFor = (change: object): string[] => {
  const parsed = Item.safeParse({ ...sampleItem({ id: 'demo/one' }), ...change });
  return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
};

describe('an item', () => {
  it.each([
    [{ id: 'One' }, 'an item id is its path'],
    [{ tasks: [] }, 'name the task statement'],
    [{ tasks: ['1.1'] }, 'a task is written certification/domain.task'],
    [{ angoff: 1 }, 'angoff lies between 0 and 1'],
    [{ sources: [] }, 'name at least one source'],
    [
      { sources: [{ url: 'http://a.example', title: 'A', checkedOn: '2026-11-21' }] },
      'a source needs an https address',
    ],
    [{ hint: 'psst' }, 'hint'],
  ])('with %o is refused in words', (change, message) => {
    expect(messagesFor(change).join(' ')).toContain(message);
  });

  it('may say how a blind solve went', () => {
    const review = { blindSolve: { agreed: true, confidence: 'high', date: '2026-11-21' } };

    expect(messagesFor({ review })).toEqual([]);
    expect(messagesFor({ review: { blindSolve: { ...review.blindSolve, confidence: 'sure' } } })).not.toEqual([]);
  });

  it('is no practice item and no scenario unless it says so', () => {
    const { practiceOnly, scenario, ...bare } = sampleItem({ id: 'demo/one' });

    expect(Item.parse(bare)).toMatchObject({ practiceOnly: false, scenario: false });
  });
});

describe('countable questions', () => {
  it('are one for a simple item', () => {
    const item = sampleItem({ id: 'demo/one', task: 'demo/3.2', angoff: 0.4 });

    expect(questionsOf(item)).toEqual([{ question: item.question, tasks: ['demo/3.2'], angoff: 0.4 }]);
  });

  it('have tasks and ratings of their own in a case study', () => {
    const item = sampleItem({ id: 'demo/case', kind: 'case-study', caseTasks: ['demo/1.1', 'demo/2.1'] });

    expect(questionsOf(item)).toMatchObject([
      { part: 'ask-1', tasks: ['demo/1.1'], angoff: 0.6 },
      { part: 'ask-2', tasks: ['demo/2.1'], angoff: 0.6 },
    ]);
  });

  it('share those of the item in a series', () => {
    const item = sampleItem({ id: 'demo/series', kind: 'solution-series', task: 'demo/2.2', angoff: 0.7 });

    expect(questionsOf(item)).toMatchObject(
      ['identity', 'vault', 'file'].map((part) => ({ part, tasks: ['demo/2.2'], angoff: 0.7 })),
    );
  });

  it('belong to the domain that their task names', () => {
    expect(domainOfTask('aif-c01/3.2')).toBe(3);
    expect(() => domainOfTask('aif-c01')).toThrow(RangeError);
  });
});

describe('an exam profile', () => {
  const messages = (change: object) => {
    const parsed = ExamProfile.safeParse({ ...OPEN_PROFILE, ...change });
    return parsed.success ? '' : parsed.error.issues.map(({ message }) => message).join(' ');
  };

  it.each([
    [{ scale: { min: 1, max: 100, pass: 700 } }, 'the pass score lies between min and max'],
    [{ kindTargets: [{ kind: 'case-study', min: 1, max: 1 }] }, 'a target names a kind that is missing in kinds'],
    [{ kindTargets: [{ kind: 'matching', min: 2, max: 1 }] }, 'min is larger than max'],
    [{ form: { questions: 5, unscored: 5, official: { min: 5, max: 5 } } }, 'at least one question must count'],
    [{ layout: [] }, 'at least one section'],
    [{ layout: [...OPEN_PROFILE.layout, ...OPEN_PROFILE.layout] }, 'a section kind comes once'],
  ])('with %o is refused in words', (change, message) => {
    expect(messages(change)).toContain(message);
  });

  it('is one open room or several that close', () => {
    expect(navigationOf(OPEN_PROFILE)).toBe('free');
    expect(navigationOf(SECTIONED_PROFILE)).toBe('sections');
  });
});
