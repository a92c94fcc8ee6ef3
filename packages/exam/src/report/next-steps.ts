import type { Domain } from '../form.ts';
import { type GradedSlot, percentOf, totalOf } from './grading.ts';

export type NextStep = {
  task: string;
  text: string;
  missed: number;
  of: number;
  reading: { url: string; title: string }[];
};

/** More than a handful is a syllabus, not a next step. */
const STEPS = 5;
const PAGES = 4;

const isMissed = ({ points, possible }: GradedSlot): boolean => points < possible;

function readingFor(missed: readonly GradedSlot[]): NextStep['reading'] {
  const pages = new Map(missed.flatMap(({ slot }) => slot.sources).map(({ url, title }) => [url, title]));
  return [...pages].slice(0, PAGES).map(([url, title]) => ({ url, title }));
}

/** What to do next: the tasks that lost the largest share of their points first, with the pages behind what was missed. */
export function nextSteps(graded: readonly GradedSlot[], domains: readonly Domain[]): NextStep[] {
  const texts = new Map(domains.flatMap(({ tasks = [] }) => tasks).map(({ id, text }) => [id, text]));
  return [...new Set(graded.map(({ slot }) => slot.task))]
    .map((task) => {
      const own = graded.filter(({ slot }) => slot.task === task);
      return { task, own, missed: own.filter(isMissed), percent: percentOf(totalOf(own)) };
    })
    .filter(({ missed }) => missed.length > 0)
    .sort((a, b) => a.percent - b.percent || b.missed.length - a.missed.length || (a.task < b.task ? -1 : 1))
    .slice(0, STEPS)
    .map(({ task, own, missed }) => ({
      task,
      text: texts.get(task) ?? `Task statement ${task.split('/')[1] ?? task}`,
      missed: missed.length,
      of: own.length,
      reading: readingFor(missed),
    }));
}
