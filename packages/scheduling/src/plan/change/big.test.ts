import { addDays, type Day, day } from '@cairn/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Activity,
  makePlan,
  Plan,
  type PlanDiff,
  PlanDiff as PlanDiffSchema,
  type PlanInput,
  replan,
} from '../../index.ts';
import { minutesOn } from '../capacity.ts';
import { premisesOf } from '../premises.ts';
import { exampleInput, week } from '../testing/example.ts';
import { anyInput } from '../testing/inputs.ts';

function planned(input: PlanInput): Plan {
  const made = makePlan(input);
  if (made.outcome !== 'planned') throw new RangeError(made.sentence);
  return made.plan;
}

function again(plan: Plan, input: PlanInput): { plan: Plan; diff: PlanDiff } {
  const outcome = replan(plan, input);
  if (outcome.outcome !== 'replanned') throw new RangeError(outcome.sentence);
  return outcome;
}

/** The input of `today`, with every activity before it done that `isDone` picks. */
function onDay(plan: Plan, input: PlanInput, today: Day, isDone: (activity: Activity) => boolean): PlanInput {
  const past = plan.days.filter((one) => one.day < today);
  const done = past.flatMap(({ day: on, activities }) =>
    activities.filter((one) => one.kind !== 'rest' && isDone(one)).map((activity) => ({ day: on, activity })),
  );
  return { ...input, today, done };
}

const asPlanned = ({ days }: Plan, from: Day) => days.filter((one) => one.day >= from);

const anyProgress = fc.record({
  input: anyInput,
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  missEach: fc.integer({ min: 1, max: 5 }),
});

/** Calls the law with a plan, a later day, and what was done in between: all but each n-th activity. */
function checkMisses(law: (previous: Plan, input: PlanInput) => void) {
  fc.assert(
    fc.property(anyProgress, ({ input, share, missEach }) => {
      const made = makePlan(input);
      if (made.outcome !== 'planned') return;
      const today = addDays(input.today, Math.floor(share * (made.plan.days.length - 1)));
      let count = 0;
      law(
        made.plan,
        onDay(made.plan, input, today, () => (count++ % missEach) + 1 < missEach),
      );
    }),
    { numRuns: 3000 },
  );
}

describe('replanning', () => {
  it('changes nothing on the same day', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const made = makePlan(input);
        if (made.outcome !== 'planned') return;
        const { plan, diff } = again(made.plan, input);

        expect(plan).toEqual(made.plan);
        expect(diff).toEqual({ moved: [], added: [], dropped: [] });
      }),
      { numRuns: 2500 },
    );
  });

  it('changes no day ahead if nothing was missed', () => {
    fc.assert(
      fc.property(anyProgress, ({ input, share }) => {
        const made = makePlan(input);
        if (made.outcome !== 'planned') return;
        const today = addDays(input.today, Math.floor(share * (made.plan.days.length - 1)));
        const { plan, diff } = again(
          made.plan,
          onDay(made.plan, input, today, () => true),
        );

        expect(asPlanned(plan, today)).toEqual(asPlanned(made.plan, today));
        expect(diff).toEqual({ moved: [], added: [], dropped: [] });
      }),
      { numRuns: 2500 },
    );
  });

  it('overloads no day after misses, and uses no day off', () => {
    checkMisses((previous, input) => {
      const { plan } = again(previous, input);

      const premises = premisesOf(input);
      for (const one of asPlanned(plan, input.today).filter(({ kind }) => kind !== 'exam')) {
        const minutes = one.activities.reduce((sum, each) => sum + each.minutes, 0);
        expect(minutes, one.day).toBeLessThanOrEqual(minutesOn(premises, one.day));
      }
    });
  });

  it('keeps everything done where it was done, and everything missed either placed ahead, or dropped', () => {
    checkMisses((previous, input) => {
      const { plan, diff } = again(previous, input);

      for (const { day: on, activity } of input.done) {
        const found = plan.days.find((one) => one.day === on)?.activities.find(({ id }) => id === activity.id);
        expect(found).toEqual({ ...activity, state: 'done' });
      }
      const past = plan.days.filter((one) => one.day < input.today).flatMap(({ activities }) => activities);
      expect(past.filter(({ state }) => state === 'planned')).toEqual([]);
      const ids = plan.days.flatMap(({ activities }) => activities.map(({ id }) => id));
      expect(new Set(ids).size).toBe(ids.length);
      const all = new Set([...ids, ...diff.dropped.map(({ id }) => id)]);
      const work = previous.days.flatMap(({ activities }) =>
        activities.filter(({ kind }) => kind !== 'cards' && kind !== 'rest'),
      );
      expect(work.filter(({ id, kind }) => kind !== 'diagnosis' && !all.has(id))).toEqual([]);
    });
  });

  it('still teaches before it practises, and says why about each change', () => {
    checkMisses((previous, input) => {
      const { plan, diff } = again(previous, input);

      const ahead = asPlanned(plan, input.today).flatMap(({ activities }) => activities);
      for (const [at, activity] of ahead.entries()) {
        if (activity.kind !== 'practice' && activity.kind !== 'lab') continue;
        const later = ahead.slice(at).filter(({ kind }) => kind === 'lesson');
        expect(
          later.filter(({ tasks }) => tasks.some((task) => activity.tasks.includes(task))),
          activity.id,
        ).toEqual([]);
      }
      for (const { why } of [...diff.moved, ...diff.added, ...diff.dropped]) expect(why).toMatch(/^[A-Z].*\.$/);
      expect(Plan.parse(plan)).toEqual(plan);
      expect(PlanDiffSchema.parse(diff)).toEqual(diff);
    });
  });

  it('is at rest after one round', () => {
    checkMisses((previous, input) => {
      const { plan } = again(previous, input);
      const second = again(plan, input);

      expect(second.plan.days).toEqual(plan.days);
      expect(second.diff).toEqual({ moved: [], added: [], dropped: [] });
    });
  });
});

describe('a missed week', () => {
  const input = exampleInput({ goal: { kind: 'exam-day', day: day('2026-12-21') }, minutesByWeekday: week(45, 180) });
  const before = planned(input);
  const today = day('2026-12-02');
  const missed = onDay(before, input, today, ({ id }) => ['diagnosis', 'lesson:l-1.1'].includes(id));
  const { plan, diff } = again(before, { ...missed, known: { 'x/4': 0.2 } });

  it('puts every lesson back and leaves most days as they were', () => {
    const lessons = (of: Plan) =>
      of.days
        .flatMap(({ activities }) => activities.filter(({ kind }) => kind === 'lesson').map(({ id }) => id))
        .sort();
    const changed = asPlanned(plan, today).filter(
      (one) =>
        JSON.stringify(one.activities) !== JSON.stringify(before.days.find((old) => old.day === one.day)?.activities),
    );

    expect(lessons(plan)).toEqual(lessons(before));
    expect(changed.length).toBeLessThan(asPlanned(plan, today).length / 2);
    expect(diff.moved.length).toBeGreaterThan(0);
  });

  it('says in words what moved', () => {
    const lesson = diff.moved.find(({ id }) => id.startsWith('lesson:'));

    expect(lesson?.why).toMatch(
      /^\w{3} \d+ \w{3} 2026 passed without it\. (Today|\w{3} \d+ \w{3} 2026) has room for it\.$/,
    );
  });

  it('remembers that the days were missed', () => {
    expect(plan.days.find((one) => one.day === day('2026-11-25'))?.missedMinutes).toBeGreaterThan(0);
  });
});

describe('a change of premises', () => {
  const input = exampleInput();
  const before = planned(input);

  it('clears a new day off and says so', () => {
    const off =
      before.days.find(({ activities }) => activities.some(({ kind }) => kind === 'lesson'))?.day ?? input.today;
    const { plan, diff } = again(before, { ...input, daysOff: [{ from: off }] });

    expect(plan.days.find((one) => one.day === off)).toMatchObject({ kind: 'off', activities: [] });
    expect(diff.moved.map(({ why }) => why).join()).toContain('is a day off now.');
  });

  it('plans anew for another exam day, around what was done', () => {
    const today = day('2026-12-01');
    const later = onDay(before, input, today, () => true);
    const { plan, diff } = again(before, { ...later, goal: { kind: 'exam-day', day: day('2027-02-08') } });

    expect(plan.examDay).toBe('2027-02-08');
    expect(diff.moved.find(({ id }) => id === 'exam')).toMatchObject({ from: '2027-01-18', to: '2027-02-08' });
    const doneIds = plan.days
      .filter((one) => one.day < today)
      .flatMap(({ activities }) => activities.map(({ id }) => id));
    expect(doneIds.sort()).toEqual(later.done.map(({ activity }) => activity.id).sort());
  });

  it('moves a proposed day when lessons would be lost otherwise', () => {
    const open = exampleInput({ goal: { kind: 'when-ready' } });
    const first = planned(open);
    const { plan } = again(
      first,
      onDay(first, open, addDays(first.examDay, -3), () => false),
    );

    expect(plan.examDay > first.examDay).toBe(true);
    expect(plan.cut).toEqual([]);
  });

  it('takes up what was cut when there is more time', () => {
    const tight = exampleInput({ goal: { kind: 'exam-day', day: day('2026-12-07') }, minutesByWeekday: week(12) });
    const first = planned(tight);
    const { plan, diff } = again(first, { ...tight, minutesByWeekday: week(60) });

    expect(first.cut.filter(({ kind }) => kind === 'lesson').length).toBeGreaterThan(0);
    expect(plan.cut.filter(({ kind }) => kind === 'lesson')).toEqual([]);
    expect(diff.added[0]?.why).toMatch(/^There is more time than before\./);
  });

  it('places a lesson that is new', () => {
    const lessons = [...input.material.lessons, { id: 'new', task: 'x/2.1', title: 'A new one', minutes: 9 }];
    const { diff } = again(before, { ...input, material: { ...input.material, lessons } });

    expect(diff.added).toMatchObject([{ id: 'lesson:new', why: expect.stringMatching(/^It is new\./) }]);
  });

  it('refuses an exam day that has passed', () => {
    const outcome = replan(before, { ...input, today: day('2027-01-20') });

    expect(outcome).toMatchObject({ outcome: 'refused', field: 'goal', sentence: expect.stringContaining('is past') });
  });
});
