import { addDays, type Day, day } from '@cairn/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePlan, type Plan, replan, stonesOf, type TodayList, todayList } from '../index.ts';
import { exampleInput } from '../plan/testing/example.ts';
import { anyInput } from '../plan/testing/inputs.ts';

const input = exampleInput({ known: { 'x/1': 0.1 } });
const plan = planOf();
const none = { count: 0, minutes: 0 };

function planOf(): Plan {
  const lessons = input.material.lessons.map((lesson) => ({ ...lesson, sections: [3, lesson.minutes - 3] }));
  const made = makePlan({ ...input, material: { ...input.material, lessons } });
  if (made.outcome !== 'planned') throw new RangeError(made.sentence);
  return made.plan;
}

function dayWith(kind: string): Day {
  return plan.days.find(({ activities }) => activities.some((one) => one.kind === kind))?.day ?? plan.startsOn;
}

/** Practice and labs of a list on what no lesson has taught by then. */
function untaught({ days }: Plan, { items }: TodayList): string[] {
  const toTeach = new Map(
    days.flatMap(({ activities }) => activities.filter(({ kind }) => kind === 'lesson')).map((one) => [one.id, one]),
  );
  return items.flatMap(({ activity, isWhole }) => {
    if (isWhole) toTeach.delete(activity.id);
    if (activity.kind !== 'practice' && activity.kind !== 'lab') return [];
    return [...toTeach.values()].flatMap(({ tasks }) => tasks).filter((task) => activity.tasks.includes(task));
  });
}

/** The plan with everything before `today` done. */
function progressed(today: Day): Plan {
  const done = plan.days
    .filter((one) => one.day < today)
    .flatMap((one) => one.activities.map((activity) => ({ day: one.day, activity })));
  const later = replan(plan, { ...input, today, done });
  if (later.outcome !== 'replanned') throw new RangeError(later.sentence);
  return later.plan;
}

describe("today's list", () => {
  it('is the work of the day and the cards that are due, if nobody says how long they have', () => {
    const today = dayWith('lesson');
    const list = todayList({ plan, day: today, dueCards: { count: 30, minutes: 6 } });

    const work = plan.days.find((one) => one.day === today)?.activities.filter(({ kind }) => kind !== 'cards') ?? [];
    expect(list.items.map(({ activity }) => activity.id).sort()).toEqual(
      [`cards:${today}`, ...work.map(({ id }) => id)].sort(),
    );
    expect(list.items[0]?.activity.kind).toBe('cards');
    expect(list.waiting).toEqual([]);
  });

  it('gives a small box to cards alone', () => {
    const list = todayList({ plan, day: dayWith('lesson'), dueCards: { count: 90, minutes: 15 }, availableMinutes: 6 });

    expect(list.items.map(({ activity, minutes, isWhole }) => [activity.kind, minutes, isWhole])).toEqual([
      ['cards', 6, false],
    ]);
  });

  it('leaves at least half of a box to other work', () => {
    const list = todayList({
      plan,
      day: dayWith('lesson'),
      dueCards: { count: 200, minutes: 33 },
      availableMinutes: 20,
    });

    expect(list.items[0]).toMatchObject({ activity: { kind: 'cards' } });
    expect(list.items.some(({ activity }) => activity.kind === 'lesson')).toBe(true);
  });

  it('divides a lesson at its sections and nowhere else', () => {
    const list = todayList({ plan, day: dayWith('lesson'), dueCards: none, availableMinutes: 4 });

    expect(list.items[0]).toMatchObject({ activity: { kind: 'lesson' }, minutes: 3, sections: 1, isWhole: false });
  });

  it('offers a mock exam whole or not at all, and practice in its place', () => {
    const today = dayWith('mock');
    const onTrack = progressed(today);
    const short = todayList({ plan: onTrack, day: today, dueCards: none, availableMinutes: 60 });
    const long = todayList({ plan: onTrack, day: today, dueCards: { count: 60, minutes: 10 }, availableMinutes: 135 });

    expect(short.items.map(({ activity }) => activity.kind)).not.toContain('mock');
    expect(short.items[0]?.activity.kind).toBe('practice');
    expect(short.waiting[0]).toMatchObject({
      activity: { kind: 'mock' },
      why: expect.stringContaining('2 h 10 min in one sitting'),
    });
    expect(long.items[0]).toMatchObject({ activity: { kind: 'mock' }, minutes: 130 });
  });

  it('takes up the next work when the day has none and somebody has time', () => {
    const buffer = plan.days.find(({ kind }) => kind === 'buffer')?.day ?? plan.startsOn;

    expect(todayList({ plan, day: buffer, dueCards: none })).toMatchObject({ items: [], isFree: true });
    expect(todayList({ plan, day: buffer, dueCards: none, availableMinutes: 20 }).items[0]).toMatchObject({
      isFromOtherDay: true,
    });
  });

  it('shows the exam on its day', () => {
    expect(todayList({ plan, day: plan.examDay, dueCards: none }).items[0]?.activity.kind).toBe('exam');
  });

  it('refuses a time that is none', () => {
    expect(() => todayList({ plan, day: plan.startsOn, dueCards: none, availableMinutes: 0 })).toThrow(
      'whole minutes from 1 to 1440',
    );
  });

  it('never holds more than the box, and asks nothing that was not taught', () => {
    const anyRequest = fc.record({
      input: anyInput,
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      minutes: fc.integer({ min: 1, max: 200 }),
      cards: fc.integer({ min: 0, max: 60 }),
    });
    fc.assert(
      fc.property(anyRequest, ({ input: any, at, minutes, cards }) => {
        const made = makePlan(any);
        if (made.outcome !== 'planned') return;
        const today = addDays(any.today, Math.floor(at * (made.plan.days.length - 2)));
        const list = todayList({
          plan: made.plan,
          day: today,
          dueCards: { count: 6 * cards, minutes: cards },
          availableMinutes: minutes,
        });

        expect(list.items.reduce((sum, item) => sum + item.minutes, 0)).toBeLessThanOrEqual(minutes);
        expect(untaught(made.plan, list)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('stones', () => {
  it('lie where something was done', () => {
    const stones = stonesOf(progressed(day('2026-12-05')));

    expect(stonesOf(plan)).toMatchObject({ done: 0, share: 0 });
    expect(stones.done).toBeGreaterThan(10);
    expect(stones.total).toBe(stonesOf(plan).total);
    expect(stones.share).toBeGreaterThan(0.05);
    expect(stones.byKind.map(({ kind }) => kind)).toContain('lesson');
  });
});
