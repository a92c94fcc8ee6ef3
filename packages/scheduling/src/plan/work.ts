import type { Day } from '@cairn/kernel';
import type { Lesson, Task } from './choose/tasks.ts';
import type { Premises } from './premises.ts';
import type { Activity } from './shape/activity.ts';
import { percentOf } from './words.ts';

type Form = Premises['material']['forms'][number];
type Lab = Premises['material']['labs'][number];

/** A mock is worth its place by what only a whole form shows: pace, endurance, and what comes up when all is mixed. */
const MOCK_VALUE = 0.12;

/** Cards keep everything that was learned so far; a day without them costs a little of all of it. */
const CARDS_VALUE = 0.1;

export function lessonWork(lesson: Lesson, task: Task): Activity {
  return {
    id: `lesson:${lesson.id}`,
    kind: 'lesson',
    ref: lesson.id,
    title: lesson.title,
    tasks: [task.id],
    minutes: lesson.minutes,
    ...(lesson.sections ? { sections: lesson.sections } : {}),
    value: task.open,
    state: 'planned',
    why: {
      code: 'new-topic',
      text: `${percentOf(task.weight)} of the exam rides on ${task.title}; you know about ${percentOf(task.known)} of it.`,
    },
  };
}

export function labWork(lab: Lab, tasks: readonly Task[]): Activity {
  const served = tasks.filter(({ id }) => lab.tasks.includes(id));
  return {
    id: `lab:${lab.id}`,
    kind: 'lab',
    ref: lab.id,
    title: lab.title,
    tasks: served.map(({ id }) => id),
    minutes: lab.minutes,
    value: Math.min(
      1,
      served.reduce((sum, { open }) => sum + open, 0),
    ),
    state: 'planned',
    why: {
      code: 'build-it',
      text: `What you build with your own hands stays: ${served.map((one) => one.title).join('; ')}.`,
    },
  };
}

export function practiceWork(number: number, minutes: number, tasks: readonly Task[]): Activity {
  return {
    id: `practice:${number}`,
    kind: 'practice',
    title: tasks.length === 1 ? `Practice: ${tasks[0]?.title}` : `Mixed practice, ${tasks.length} topics`,
    tasks: tasks.map(({ id }) => id),
    minutes,
    value: Math.min(1, tasks.reduce((sum, { open }) => sum + open, 0) / 2),
    state: 'planned',
    why: {
      code: 'mixed-practice',
      text: `Mixed questions tell apart what looks alike: ${tasks.map((one) => one.title).join('; ')}.`,
    },
  };
}

export function mockWork(form: Form, index: number): Activity {
  return {
    id: `mock:${form.id}`,
    kind: 'mock',
    ref: form.id,
    title: form.title,
    tasks: [],
    minutes: form.minutes,
    value: MOCK_VALUE,
    state: 'planned',
    why: {
      code: 'rehearsal',
      text:
        index === 0
          ? 'The first whole form, in one sitting: it shows what the remaining time is best spent on.'
          : 'A whole form under the clock, to see what the last one taught.',
    },
  };
}

export function reviewWork(form: Form, minutes: number): Activity {
  return {
    id: `review-mock:${form.id}`,
    kind: 'review-mock',
    ref: form.id,
    title: `Review of ${form.title}`,
    tasks: [],
    minutes,
    value: MOCK_VALUE,
    state: 'planned',
    why: {
      code: 'learn-from-mock',
      text: 'Each mistake of a mock exam is a point of the real one, if it is understood the day after.',
    },
  };
}

/** Minutes for going through a form's mistakes. */
export function reviewMinutes(form: Form): number {
  return Math.max(15, 5 * Math.round((0.3 * form.minutes) / 5));
}

export function diagnosisWork(minutes: number): Activity {
  return {
    id: 'diagnosis',
    kind: 'diagnosis',
    title: 'Diagnosis',
    tasks: [],
    minutes,
    value: 1,
    state: 'planned',
    why: { code: 'find-out', text: 'Nothing is known of you yet; what you know already need not be learned again.' },
  };
}

export function examWork(minutes: number): Activity {
  return {
    id: 'exam',
    kind: 'exam',
    title: 'The exam',
    tasks: [],
    minutes,
    value: 1,
    state: 'planned',
    why: { code: 'exam-day', text: 'The day itself. Nothing else is planned for it.' },
  };
}

export function cardsWork(day: Day, minutes: number): Activity {
  return {
    id: `cards:${day}`,
    kind: 'cards',
    title: 'Cards that are due',
    tasks: [],
    minutes,
    value: CARDS_VALUE,
    state: 'planned',
    why: { code: 'keep-it', text: 'A card seen just before it would be forgotten stays longest.' },
  };
}

/** The second and the last day before the exam: nothing new. */
export function lightWork(day: Day, minutes: number, isLast: boolean): Activity {
  return {
    id: `cards:${day}`,
    kind: 'cards',
    title: isLast ? 'A few cards' : 'Cards and your notes',
    tasks: [],
    minutes,
    value: CARDS_VALUE,
    state: 'planned',
    why: { code: 'light-before-exam', text: 'Nothing new so close to the exam: it would push out what sits.' },
  };
}

export function bufferRest(day: Day): Activity {
  return restOf(day, 'Buffer', 'buffer', 'Kept free for what slipped. If nothing did, the day is yours.');
}

export function dayBeforeRest(day: Day): Activity {
  return restOf(
    day,
    'Rest',
    'rest-before-exam',
    'Sleep is worth more than another hour of study. Lay out what you need tomorrow.',
  );
}

function restOf(day: Day, title: string, code: 'buffer' | 'rest-before-exam', text: string): Activity {
  return {
    id: `rest:${day}`,
    kind: 'rest',
    title,
    tasks: [],
    minutes: 0,
    value: 0,
    state: 'planned',
    why: { code, text },
  };
}
