import { day } from '@cairn/kernel';
import type { PlanInput, WeekMinutes } from '../shape/input.ts';

const DOMAINS = [
  { weight: 28, tasks: ['Collect and store', 'Transform and engineer', 'Validate and label'] },
  { weight: 24, tasks: ['Choose a model', 'Train and tune', 'Analyse performance'] },
  { weight: 24, tasks: ['Choose an endpoint', 'Script infrastructure', 'Pipelines'] },
  { weight: 24, tasks: ['Watch models', 'Watch costs', 'Secure resources'] },
];

export function week(minutes: number, saturday = minutes): WeekMinutes {
  const week = { monday: minutes, tuesday: minutes, wednesday: minutes, thursday: minutes, friday: minutes };
  return { ...week, saturday, sunday: minutes };
}

/** An exam like those of the catalog: four domains, twelve task statements, two labs, three forms. */
export function exampleInput(changes: Partial<PlanInput> = {}): PlanInput {
  const domains = DOMAINS.map(({ weight, tasks }, d) => ({
    id: `x/${d + 1}`,
    title: `Domain ${d + 1}`,
    weight,
    tasks: tasks.map((title, t) => ({ id: `x/${d + 1}.${t + 1}`, title })),
  }));
  const ids = domains.flatMap(({ tasks }) => tasks);
  return {
    today: day('2026-11-23'),
    goal: { kind: 'exam-day', day: day('2027-01-18') },
    minutesByWeekday: week(45, 180),
    daysOff: [],
    known: {},
    blueprint: { domains },
    material: {
      lessons: ids.map(({ id, title }, index) => ({
        id: `l-${id.slice(2)}`,
        task: id,
        title,
        minutes: 6 + (index % 5),
      })),
      labs: [
        { id: 'lake', title: 'A data lake', tasks: ['x/1.1', 'x/1.2'], minutes: 75 },
        { id: 'endpoint', title: 'An endpoint', tasks: ['x/3.1'], minutes: 60 },
      ],
      cards: Object.fromEntries(ids.map(({ id }) => [id, 12])),
      items: Object.fromEntries(ids.map(({ id }) => [id, 20])),
      forms: ['a', 'b', 'c'].map((id) => ({ id, title: `Mock exam ${id.toUpperCase()}`, minutes: 130 })),
      diagnosisMinutes: 35,
    },
    done: [],
    vendor: { examMinutes: 130, retakeWaitDays: 14, validityYears: 3, renewal: 'Renewed by passing it again.' },
    ...changes,
  };
}
