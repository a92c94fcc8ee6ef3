import { addDays, type Day, day, daysBetween } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import { type Activity, type ActivityKind, makePlan, type Plan, type PlanDay, type PlanInput } from '../index.ts';
import { exampleInput, week } from './testing/example.ts';

function plan(changes: Partial<PlanInput> = {}): Plan {
  const made = makePlan(exampleInput(changes));
  if (made.outcome !== 'planned') throw new RangeError(made.sentence);
  return made.plan;
}

const examOn = (text: string): Partial<PlanInput> => ({ goal: { kind: 'exam-day', day: day(text) } });

function all(of: Plan, kind: ActivityKind): { activity: Activity; day: Day }[] {
  return of.days.flatMap((one) =>
    one.activities.filter((activity) => activity.kind === kind).map((activity) => ({ activity, day: one.day })),
  );
}

function notices(of: Plan): Record<string, string> {
  return Object.fromEntries(of.notices.map(({ code, text }) => [code, text]));
}

const minutesOf = ({ activities }: PlanDay) => activities.reduce((sum, { minutes }) => sum + minutes, 0);

describe('eight weeks to an exam day', () => {
  const made = plan();

  it('asks first what is known already', () => {
    expect(made.days[0]?.activities[0]).toMatchObject({ kind: 'diagnosis', why: { code: 'find-out' } });
  });

  it('takes the first mock at about 60 % of the time, then one a week', () => {
    const days = all(made, 'mock').map((one) => daysBetween(day('2026-11-23'), one.day));
    const [first = 0, ...others] = days;

    expect(first / 56).toBeGreaterThan(0.5);
    expect(first / 56).toBeLessThan(0.7);
    expect(others.map((at, index) => at - (days[index] ?? 0))).toEqual([7, 7]);
  });

  it('reviews each mock on the next day', () => {
    const reviews = all(made, 'review-mock');

    expect(reviews.map((one) => one.day)).toEqual(all(made, 'mock').map((one) => addDays(one.day, 1)));
  });

  it('keeps an eighth of the time free, on whole days', () => {
    const buffers = made.days.filter(({ kind }) => kind === 'buffer');

    expect(made.slackShare).toBeGreaterThanOrEqual(0.1);
    expect(made.slackShare).toBeLessThanOrEqual(0.15);
    expect(buffers.length).toBeGreaterThan(3);
    expect(buffers.map(minutesOf)).toEqual(buffers.map(() => 0));
  });

  it('goes through its phases in order, without a gap', () => {
    expect(made.phases.map(({ name }) => name)).toEqual(['learn', 'deepen', 'rehearse', 'taper']);
    made.phases.slice(1).forEach((phase, index) => {
      expect(phase.from).toBe(addDays(made.phases[index]?.to ?? phase.from, 1));
    });
  });

  it('makes the last two days short', () => {
    const [before, last] = made.days.slice(-3, -1);

    expect(before && minutesOf(before)).toBeLessThanOrEqual(30);
    expect(last && minutesOf(last)).toBeLessThanOrEqual(10);
    expect(last?.activities.map(({ kind }) => kind)).toContain('rest');
  });

  it('starts the cards of a lesson with the lesson', () => {
    const [first] = all(made, 'lesson');
    const [cards] = all(made, 'cards');

    expect(cards?.day).toBe(first?.day);
  });

  it('places labs whole, on days that hold them, after the lessons of their tasks', () => {
    expect(all(made, 'lab').map(({ activity }) => [activity.id, activity.minutes])).toEqual([
      ['lab:lake', 75],
      ['lab:endpoint', 60],
    ]);
  });

  it('mixes topics, of several domains once several are learned', () => {
    const late = all(made, 'practice').slice(-5);

    for (const { activity } of late) expect(activity.tasks.length).toBeGreaterThan(1);
  });

  it('says that there is more time than the work takes', () => {
    expect(notices(made)['more-time-than-needed']).toContain('an earlier day would do');
  });
});

describe('what is known', () => {
  it('takes time from what is known and gives it to what is not', () => {
    const made = plan({ known: { 'x/1': 0.9, 'x/2': 0.2 } });
    const minutes = new Map(made.totals.map((total) => [total.domain, total.minutes]));

    expect(minutes.get('x/1')).toBeLessThan((minutes.get('x/4') ?? 0) / 1.5);
    expect(minutes.get('x/2')).toBeLessThan(minutes.get('x/4') ?? 0);
  });

  it('skips lessons of what is known well, and practises it all the same', () => {
    const made = plan({ known: { 'x/1.1': 0.9, 'x/2': 0.1 } });

    expect(all(made, 'lesson').flatMap(({ activity }) => activity.tasks)).not.toContain('x/1.1');
    expect(all(made, 'practice').flatMap(({ activity }) => activity.tasks)).toContain('x/1.1');
    expect(all(made, 'diagnosis')).toEqual([]);
  });

  it('lets the share of a task count before that of its domain', () => {
    const made = plan({ known: { 'x/1': 0.9, 'x/1.2': 0 } });

    expect(all(made, 'lesson').flatMap(({ activity }) => activity.tasks)).toContain('x/1.2');
  });

  it('plans nothing again that was done', () => {
    const before = plan();
    const [lesson] = all(before, 'lesson');
    const [mock] = all(before, 'mock');
    const done = [lesson, mock].flatMap((one) => (one ? [{ day: day('2026-11-20'), activity: one.activity }] : []));

    const after = plan({ done });

    expect(all(after, 'lesson').filter(({ activity }) => activity.state === 'planned')).toHaveLength(11);
    expect(
      all(after, 'mock')
        .filter(({ activity }) => activity.state === 'planned')
        .map(({ activity }) => activity.ref),
    ).toEqual(['b', 'c']);
    expect(after.days[0]).toMatchObject({ day: '2026-11-20', activities: [{ state: 'done' }, { state: 'done' }] });
  });
});

describe('too little time', () => {
  const made = plan({ ...examOn('2026-12-07'), minutesByWeekday: week(12) });

  it('says by how much, what is cut first, and when everything would fit', () => {
    expect(notices(made)['not-enough-hours']).toMatch(
      /^The work takes about \d+ hours and there are .+: \d+ hours are missing\./,
    );
    expect(notices(made)['not-enough-hours']).toContain('cut first: An endpoint, A data lake');
    expect(notices(made)['not-enough-hours']).toMatch(
      /Everything fits if the exam is on \w{3} \d+ \w{3} 202\d or later\.$/,
    );
  });

  it('tells the truth about that day', () => {
    const wanted = /exam is on \w{3} (.+) or later/.exec(notices(made)['not-enough-hours'] ?? '')?.[1] ?? '';
    const fits = new Date(`${wanted} UTC`).toISOString().slice(0, 10) as Day;
    const then = plan({ ...examOn(fits), minutesByWeekday: week(12) });

    expect(then.cut).toEqual([]);
    expect(notices(then)['not-enough-hours']).toBeUndefined();
  });

  it('keeps what is worth most a minute', () => {
    const lessons = made.cut.filter(({ kind }) => kind === 'lesson').map(({ value, minutes }) => value / minutes);
    const kept = all(made, 'lesson').map(({ activity }) => activity.value / activity.minutes);

    expect(lessons.length).toBeGreaterThan(0);
    expect(lessons).toEqual(lessons.toSorted((a, b) => a - b));
    expect(kept.length).toBeGreaterThan(0);
  });

  it('says that no day holds a mock exam', () => {
    expect(notices(made)['no-day-for-mock']).toContain('2 h 10 min');
  });
});

describe('the last week', () => {
  const made = plan({ ...examOn('2026-11-30'), minutesByWeekday: week(180) });

  it('has only the most valuable lessons, one mock, cards and practice on everything', () => {
    expect(made.mode).toBe('last-week');
    expect(made.phases.map(({ name }) => name)).toEqual(['last-week', 'taper']);
    expect(all(made, 'mock')).toHaveLength(1);
    expect(all(made, 'lab')).toEqual([]);
    expect(all(made, 'lesson').length).toBeGreaterThan(0);
    expect(all(made, 'cards').length).toBeGreaterThan(2);
    expect(new Set(all(made, 'practice').flatMap(({ activity }) => activity.tasks)).size).toBe(12);
  });

  it('is the exam alone when the exam is today', () => {
    const now = plan(examOn('2026-11-23'));

    expect(now.days.map(({ activities }) => activities.map(({ kind }) => kind))).toEqual([['exam']]);
  });
});

describe('as soon as ready', () => {
  it('proposes the earliest day on which everything fits, with slack, two mocks and a good forecast', () => {
    const made = plan({ goal: { kind: 'when-ready' } });
    const earlier = plan(examOn(addDays(made.examDay, -3)));

    expect(made.isExamDayProposed).toBe(true);
    expect(made.cut).toEqual([]);
    expect(all(made, 'mock')).toHaveLength(2);
    expect(made.knownShareForecast).toBeGreaterThanOrEqual(0.8);
    expect(made.slackShare).toBeGreaterThanOrEqual(0.1);
    expect(earlier.cut.length > 0 || earlier.knownShareForecast < 0.8 || all(earlier, 'mock').length < 2).toBe(true);
  });

  it('is sooner for somebody who knows much, and with more minutes', () => {
    const when = (changes: Partial<PlanInput>) => plan({ goal: { kind: 'when-ready' }, ...changes }).examDay;

    expect(when({ known: { 'x/1': 0.7, 'x/2': 0.7, 'x/3': 0.7, 'x/4': 0.7 } }) <= when({})).toBe(true);
    expect(when({ minutesByWeekday: week(120, 180) }) < when({ minutesByWeekday: week(20, 180) })).toBe(true);
  });

  it('is not on a day off, and not before the exam is offered', () => {
    const free = plan({ goal: { kind: 'when-ready' } }).examDay;
    const off = plan({ goal: { kind: 'when-ready' }, daysOff: [{ from: free, to: addDays(free, 6) }] }).examDay;
    const vendor = { examMinutes: 130, firstExamDay: day('2027-03-01') };

    expect(off >= addDays(free, 7)).toBe(true);
    expect(plan({ goal: { kind: 'when-ready' }, vendor }).examDay).toBe('2027-03-01');
  });

  it('refuses what would take more than three years', () => {
    expect(
      makePlan(exampleInput({ goal: { kind: 'when-ready' }, minutesByWeekday: { ...week(0), monday: 1 } })),
    ).toMatchObject({
      outcome: 'refused',
      sentence: expect.stringContaining('more than 3 years'),
    });
  });
});

describe('presets', () => {
  it.each([
    ['two-weeks', '2026-12-07'],
    ['four-weeks', '2026-12-21'],
    ['six-weeks', '2027-01-04'],
  ] as const)('%s sets exam day and minutes, with a Saturday for a whole mock', (preset, examDay) => {
    const { goal: _goal, minutesByWeekday: _minutes, ...rest } = exampleInput();
    const made = makePlan({ ...rest, preset });

    expect(made.outcome === 'planned' && made.plan.examDay).toBe(examDay);
    expect(made.outcome === 'planned' && all(made.plan, 'mock').length).toBeGreaterThan(0);
  });

  it('from zero, several months pass until somebody is ready', () => {
    const { goal: _goal, minutesByWeekday: _minutes, ...rest } = exampleInput();
    const items = Object.fromEntries(Object.keys(rest.material.items).map((id) => [id, 100]));
    const made = makePlan({ ...rest, preset: 'from-zero', material: { ...rest.material, items } });

    expect(made.outcome === 'planned' && made.plan.days.length).toBeGreaterThan(42);
  });
});

it('in the place of another keeps its past days, with what was done and what was missed on them', () => {
  const before = plan();
  const [first, second] = before.days;
  if (!first || !second) throw new Error('the plan has no days');
  const done = first.activities.map((activity) => ({ day: first.day, activity }));
  const today = addDays(first.day, 2);
  const made = makePlan(exampleInput({ today, done }), before);
  if (made.outcome !== 'planned') throw new RangeError(made.sentence);

  expect(made.plan.days.map((one) => one.day)).toEqual(before.days.map((one) => one.day));
  expect(made.plan.days[0]).toMatchObject({
    missedMinutes: 0,
    activities: done.map(({ activity: { id } }) => ({ id })),
  });
  expect(made.plan.days[1]).toMatchObject({ missedMinutes: minutesOf(second), activities: [] });
});
