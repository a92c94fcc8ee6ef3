import { type Day, day } from '@cairn/kernel';
import type { Activity, Plan } from '@cairn/scheduling';
import { describe, expect, it } from 'vitest';
import { doneActivities, markDone, missedBefore, missedSentence, type WorkDone } from './done.ts';

const NOTHING: WorkDone = {
  lessons: new Map(),
  labs: new Map(),
  mocks: [],
  lastMockId: undefined,
  practice: [],
  diagnoses: [],
  cards: new Set(),
  exams: [],
  ticked: new Map(),
};

const activity = (id: string, over: Partial<Activity> = {}): Activity => ({
  id,
  kind: 'practice',
  title: id,
  tasks: [],
  minutes: 20,
  value: 0.1,
  state: 'planned',
  why: { code: 'mixed-practice', text: 'Because.' },
  ...over,
});

function planOf(days: Record<string, Activity[]>): Plan {
  const planned = Object.entries(days).map(([on, activities]) => ({ day: day(on), activities }));
  return { examDay: day('2026-12-19'), days: planned, cut: [] } as unknown as Plan; // the rest has no part in this
}

const doneIn = (plan: Plan, work: Partial<WorkDone>) =>
  doneActivities(plan, { ...NOTHING, ...work }).map((one) => [one.activity.id, one.day]);

const D1 = day('2026-11-21');
const D2 = day('2026-11-22');
const D3 = day('2026-11-23');
const three = planOf({
  [D1]: [activity('practice:1')],
  [D2]: [activity('practice:2')],
  [D3]: [activity('practice:3')],
});

describe('practice', () => {
  it('counts for what was planned on its day', () => {
    expect(doneIn(three, { practice: [D2] })).toEqual([['practice:2', D2]]);
  });

  it('counts for what was missed if its own day holds none, and else for what comes next', () => {
    expect(doneIn(three, { practice: [D2, D2, D2] })).toEqual([
      ['practice:1', D2],
      ['practice:2', D2],
      ['practice:3', D2],
    ]);
  });

  it('that a plan holds as done is not counted again for another', () => {
    const plan = planOf({ [D1]: [activity('practice:1', { state: 'done' })], [D2]: [activity('practice:2')] });

    expect(doneIn(plan, { practice: [D1] })).toEqual([['practice:1', D1]]);
  });

  it.each([D2, day('2026-11-20')])('that is held as done stays one where the zone of now puts it on %s', (there) => {
    const plan = planOf({ [D1]: [activity('practice:1', { state: 'done' })], [D3]: [activity('practice:2')] });

    expect(doneIn(plan, { practice: [there] })).toEqual([['practice:1', D1]]);
  });

  it('of the next day is another one', () => {
    const plan = planOf({ [D1]: [activity('practice:1', { state: 'done' })], [D3]: [activity('practice:2')] });

    expect(doneIn(plan, { practice: [D1, D2] })).toEqual([
      ['practice:1', D1],
      ['practice:2', D2],
    ]);
  });

  it('is done if the learner says so', () => {
    expect(doneIn(three, { ticked: new Map([['practice:3', D1]]) })).toEqual([['practice:3', D1]]);
  });
});

it('a part of a lab is done with its share of the steps, in whatever order they come', () => {
  const lab = (number: number) => activity(`lab:x/${number}`, { kind: 'lab', ref: 'x', part: { number, of: 2 } });
  const plan = planOf({ [D1]: [lab(1)], [D2]: [lab(2)] });
  const passed = (days: Day[]) => doneIn(plan, { labs: new Map([['x', { steps: 4, passed: days }]]) });

  expect(passed([D1])).toEqual([]);
  expect(passed([D2, D1])).toEqual([['lab:x/1', D2]]);
  expect(passed([D1, D1, D3, D2]).map(([id]) => id)).toEqual(['lab:x/1', 'lab:x/2']);
});

it('nobody misses cards, rest or what is still to come', () => {
  const plan = planOf({
    [D1]: [activity('cards:1', { kind: 'cards' }), activity('rest:1', { kind: 'rest' }), activity('practice:1')],
    [D2]: [activity('practice:2')],
  });

  expect(missedBefore(plan, D2).map(({ id }) => id)).toEqual(['practice:1']);
  expect(missedBefore(markDone(plan, doneActivities(plan, { ...NOTHING, practice: [D1] })), D2)).toEqual([]);
});

it.each([
  [1, D1, 'Not done yesterday: a.'],
  [3, D1, 'Not done yesterday: a; a and 1 more.'],
  [1, D2, 'Not done on its day: a.'],
])('%i missed are said without reproach', (count, yesterday, sentence) => {
  const missed = Array.from({ length: count }, () => ({ id: 'a', title: 'a', day: D1 }));

  expect(missedSentence(missed, yesterday)).toBe(sentence);
});
