import type { Item } from '@cairn/exam';
import { questionsOf } from '@cairn/exam';
import type { Fault } from '../fault.ts';
import type { LoadedLesson } from '../load-lessons.ts';
import { type LinkTargets, unknown } from './links.ts';

/** Five to ten minutes of reading, the figure and the checks included. */
const WORDS = { least: 400, most: 1700 };

/** Names that a lesson uses exist, its checks measure what it teaches, and it is as long as a lesson. */
export function lessonFaults(
  loaded: LoadedLesson,
  { tasks, skills }: LinkTargets,
  items: ReadonlyMap<string, Item>,
): Fault[] {
  const { lesson, file } = loaded;
  const at = (message: string): Fault => ({ file, line: 1, message });
  return [
    ...(tasks.has(lesson.id) ? [] : [at(unknown('task', lesson.id, tasks))]),
    ...lesson.skills.filter((skill) => !skills.has(skill)).map((skill) => at(unknown('skill', skill, skills))),
    ...lesson.checks.flatMap((id) => checkFaults(id, lesson.id, items).map(at)),
    ...lengthFaults(loaded).map(at),
    ...(showsSomething(loaded) ? [] : [at('A lesson has a picture: a figure or a diagram.')]),
  ];
}

function checkFaults(id: string, task: string, items: ReadonlyMap<string, Item>): string[] {
  const item = items.get(id);
  if (item === undefined) return [unknown('item', id, new Set(items.keys()))];
  const measures = questionsOf(item).some((question) => question.tasks.includes(task));
  return measures ? [] : [`The check ${id} does not measure task ${task}.`];
}

function lengthFaults({ lesson }: LoadedLesson): string[] {
  const texts = lesson.parts.flatMap(({ blocks }) => blocks.map((block) => (block.kind === 'text' ? block.text : '')));
  const words = [lesson.opening, ...texts].join(' ').split(/\s+/).filter(Boolean).length;
  if (words < WORDS.least) return [`${words} words are too few for a lesson; it has at least ${WORDS.least}.`];
  return words > WORDS.most ? [`${words} words are too many for a lesson; it has at most ${WORDS.most}.`] : [];
}

const showsSomething = ({ lesson }: LoadedLesson) =>
  lesson.parts.some(({ blocks }) =>
    blocks.some((block) => block.kind === 'figure' || block.text.includes('```diagram')),
  );
