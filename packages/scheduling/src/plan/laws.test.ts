import { addDays, type Day } from '@cairn/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Activity, makePlan, Plan, PlanInput } from '../index.ts';
import { minutesOn } from './capacity.ts';
import { premisesOf } from './premises.ts';
import { anyInput } from './testing/inputs.ts';

const RUNS = { numRuns: 50 };

/** The plan of an input, or undefined if all its days are off. */
function planOf(input: PlanInput): Plan | undefined {
  const made = makePlan(input);
  return made.outcome === 'planned' ? made.plan : undefined;
}

function check(law: (plan: Plan, input: PlanInput) => void) {
  fc.assert(
    fc.property(anyInput, (input) => {
      const plan = planOf(input);
      if (plan !== undefined) law(plan, input);
    }),
    RUNS,
  );
}

function placed(plan: Plan): { activity: Activity; day: Day; at: number }[] {
  let at = 0;
  return plan.days.flatMap(({ day, activities }) => activities.map((activity) => ({ activity, day, at: at++ })));
}

/** Tasks that a lesson or practice serves. */
function coveredTasks(plan: Plan): Set<string> {
  const work = placed(plan).filter(({ activity }) => activity.kind === 'lesson' || activity.kind === 'practice');
  return new Set(work.flatMap(({ activity }) => activity.tasks));
}

describe('every plan', () => {
  it('asks of no day more than its minutes, and nothing of a day off', () => {
    check((plan, input) => {
      const premises = premisesOf(input);
      for (const { day, kind, activities } of plan.days) {
        const minutes = activities.reduce((sum, each) => sum + each.minutes, 0);
        if (kind !== 'exam') expect(minutes, day).toBeLessThanOrEqual(minutesOn(premises, day));
        if (kind === 'off') expect(activities).toEqual([]);
      }
    });
  });

  it('ends with the exam, and holds every day until then once', () => {
    check((plan, input) => {
      const days = Array.from({ length: plan.days.length }, (_, index) => addDays(input.today, index));

      expect(plan.days.map(({ day }) => day)).toEqual(days);
      expect(plan.days.at(-1)?.activities.map(({ kind }) => kind)).toEqual(['exam']);
      expect(plan.days.at(-1)?.day).toBe(plan.examDay);
    });
  });

  it('teaches a task before it practises it, and before a lab on it', () => {
    check((plan) => {
      const all = placed(plan);
      const lastLesson = new Map(
        all
          .filter(({ activity }) => activity.kind === 'lesson')
          .flatMap(({ activity, at }) => activity.tasks.map((task) => [task, at])),
      );
      for (const { activity, at } of all.filter(
        (one) => one.activity.kind === 'practice' || one.activity.kind === 'lab',
      )) {
        for (const task of activity.tasks)
          expect(lastLesson.get(task) ?? -1, `${activity.id} ${task}`).toBeLessThan(at);
      }
    });
  });

  it('keeps the lessons of a domain in the order of the guide', () => {
    check((plan, input) => {
      const order = placed(plan)
        .filter(({ activity }) => activity.kind === 'lesson')
        .flatMap(({ activity }) => activity.tasks);
      for (const { tasks } of input.blueprint.domains) {
        const ids = tasks.map(({ id }) => id).filter((id) => order.includes(id));
        expect([...new Set(order.filter((id) => ids.includes(id)))]).toEqual(ids);
      }
    });
  });

  it('gives each activity an id of its own', () => {
    check((plan) => {
      const ids = placed(plan).map(({ activity }) => activity.id);

      expect(new Set(ids).size).toBe(ids.length);
    });
  });

  it('keeps mock exams three days from the exam, each with its review soon after', () => {
    check((plan) => {
      const all = placed(plan);
      for (const { activity, day } of all.filter((one) => one.activity.kind === 'mock')) {
        const review = all.find((one) => one.activity.id === `review-${activity.id}`);
        expect(day <= addDays(plan.examDay, -4)).toBe(true);
        expect(review?.day && review.day > day && review.day <= addDays(day, 4)).toBe(true);
      }
    });
  });

  it('leaves the last two days to cards and rest', () => {
    check((plan) => {
      const last = placed(plan).filter(({ day }) => day >= addDays(plan.examDay, -2) && day < plan.examDay);

      expect(last.filter(({ activity }) => activity.kind !== 'cards' && activity.kind !== 'rest')).toEqual([]);
    });
  });

  it('keeps at most 15 % of the time free as slack', () => {
    check((plan) => {
      expect(plan.slackShare).toBeLessThanOrEqual(0.15);
    });
  });

  it('is the same for the same input, and what its schema says', () => {
    check((plan, input) => {
      expect(planOf(structuredClone(input))).toEqual(plan);
      expect(Plan.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
      expect(PlanInput.parse(JSON.parse(JSON.stringify(input)))).toEqual(input);
    });
  });

  it('places whatever it did not name as cut', () => {
    check((plan, input) => {
      const planned = new Set(placed(plan).map(({ activity }) => activity.ref));
      const cut = new Set(plan.cut.map(({ ref }) => ref));
      const weighty = new Set(
        input.blueprint.domains.filter(({ weight }) => weight > 0).flatMap(({ tasks }) => tasks.map(({ id }) => id)),
      );
      for (const { id, task } of input.material.lessons) {
        const isKnown = (input.known[task] ?? 0) >= 0.8;
        if (weighty.has(task) && !isKnown) expect(planned.has(id) || cut.has(id), id).toBe(true);
      }
    });
  });
});

it('covers every task with weight that has questions, if there are hours for it', () => {
  check((plan, input) => {
    const isEnough =
      plan.mode === 'regular' && plan.cut.length === 0 && plan.neededMinutes <= 0.8 * plan.availableMinutes;
    const weighty = input.blueprint.domains
      .filter(({ weight }) => weight > 0)
      .flatMap(({ tasks }) => tasks.map(({ id }) => id));
    const covered = coveredTasks(plan);
    const missing = weighty.filter((id) => (input.material.items[id] ?? 0) > 0 && !covered.has(id));

    expect(isEnough ? missing : []).toEqual([]);
  });
});

it('never covers fewer tasks with more minutes', () => {
  fc.assert(
    fc.property(
      anyInput,
      fc.constantFrom('monday', 'thursday', 'saturday'),
      fc.integer({ min: 1, max: 200 }),
      (input, weekday, more) => {
        const plan = planOf(input);
        const minutes = input.minutesByWeekday;
        if (plan === undefined || minutes === undefined) return;
        const longer = planOf({ ...input, minutesByWeekday: { ...minutes, [weekday]: minutes[weekday] + more } });

        expect(coveredTasks(longer ?? plan).size).toBeGreaterThanOrEqual(coveredTasks(plan).size);
      },
    ),
    { numRuns: 100 },
  );
});
