import { addDays, type Day, day } from '@cairn/kernel';
import fc from 'fast-check';
import type { PlanInput, WeekMinutes } from '../shape/input.ts';
import { exampleInput } from './example.ts';

const TODAY = day('2026-11-23');

const anyMinutes = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 41, max: 260 }));

const anyWeek: fc.Arbitrary<WeekMinutes> = fc.record({
  monday: fc.integer({ min: 1, max: 120 }), // one weekday at least has time
  tuesday: anyMinutes,
  wednesday: anyMinutes,
  thursday: anyMinutes,
  friday: anyMinutes,
  saturday: anyMinutes,
  sunday: anyMinutes,
});

const anyDaysOff = fc.array(
  fc
    .record({ start: fc.integer({ min: 0, max: 90 }), days: fc.integer({ min: 0, max: 8 }) })
    .map(({ start, days }) => ({
      from: addDays(TODAY, start),
      to: addDays(TODAY, start + days),
    })),
  { maxLength: 3 },
);

const anyBlueprint = fc
  .array(fc.record({ weight: fc.integer({ min: 0, max: 50 }), tasks: fc.integer({ min: 0, max: 5 }) }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((domains) => ({
    domains: [{ weight: 20, tasks: 2 }, ...domains].map(({ weight, tasks }, d) => ({
      id: `x/${d + 1}`,
      title: `Domain ${d + 1}`,
      weight,
      tasks: Array.from({ length: tasks }, (_, t) => ({ id: `x/${d + 1}.${t + 1}`, title: `Task ${d + 1}.${t + 1}` })),
    })),
  }));

type Sizes = { lesson: number; cards: number; items: number; lab: number; forms: number; form: number };

const anySizes: fc.Arbitrary<Sizes> = fc.record({
  lesson: fc.integer({ min: 3, max: 30 }),
  cards: fc.integer({ min: 0, max: 30 }),
  items: fc.integer({ min: 0, max: 40 }),
  lab: fc.integer({ min: 10, max: 120 }),
  forms: fc.integer({ min: 0, max: 4 }),
  form: fc.integer({ min: 30, max: 180 }),
});

function materialOf(ids: readonly string[], sizes: Sizes, known: number): PlanInput['material'] {
  const vary = (size: number, index: number) => Math.max(0, size + ((7 * index) % 5) - 2);
  return {
    lessons: ids
      .filter((_, index) => index % 7 !== 6) // some tasks have no lesson
      .map((id, index) => ({ id: `l-${id}`, task: id, title: id, minutes: Math.max(1, vary(sizes.lesson, index)) })),
    labs: ids
      .filter((_, index) => index % 4 === 0)
      .map((id, index) => ({ id: `lab-${id}`, title: id, tasks: [id, ids[0] ?? id], minutes: vary(sizes.lab, index) })),
    cards: Object.fromEntries(ids.map((id, index) => [id, vary(sizes.cards, index)])),
    items: Object.fromEntries(ids.map((id, index) => [id, vary(sizes.items, index)])),
    forms: Array.from({ length: sizes.forms }, (_, index) => ({
      id: `f${index}`,
      title: `Form ${index}`,
      minutes: sizes.form,
    })),
    ...(known === 0 ? { diagnosisMinutes: 30 } : {}),
  };
}

/** Inputs of every size, whose exam day is a fixed one with a Monday of minutes before it. */
export const anyInput: fc.Arbitrary<PlanInput> = fc
  .record({
    week: anyWeek,
    daysOff: anyDaysOff,
    blueprint: anyBlueprint,
    sizes: anySizes,
    days: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 13, max: 120 })),
    known: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
  })
  .map(({ week, daysOff, blueprint, sizes, days, known }) => {
    const ids = blueprint.domains.flatMap(({ tasks }) => tasks.map(({ id }) => id));
    return exampleInput({
      goal: { kind: 'exam-day', day: addDays(TODAY, days) as Day },
      minutesByWeekday: week,
      daysOff,
      blueprint,
      known: Object.fromEntries(
        known.flatMap((share, index) => (ids[index] === undefined ? [] : [[ids[index], share]])),
      ),
      material: materialOf(ids, sizes, known.length),
    });
  });
