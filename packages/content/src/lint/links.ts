import type { ExamProfile, Item } from '@cairn/exam';
import { questionsOf } from '@cairn/exam';
import { nearestName } from '@cairn/kernel';
import type { Fault } from '../fault.ts';

/** What items may point at. */
export type LinkTargets = {
  readonly tasks: ReadonlySet<string>;
  readonly skills: ReadonlySet<string>;
  readonly exams: ReadonlyMap<string, ExamProfile>;
};

export type LoadedItem = {
  readonly item: Item;
  readonly file: string;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
};

/** A name that nothing has, with the nearest one that something has. */
export function unknown(what: string, name: string, known: ReadonlySet<string>): string {
  const near = nearestName(name, [...known]);
  return `Unknown ${what} "${name}"${near ? `; did you mean "${near}"?` : '.'}`;
}

/** Every name an item uses exists, and its id says where it lives. */
export function itemLinks({ item, file, lineOf }: LoadedItem, targets: LinkTargets): Fault[] {
  const expected = file.replace(/^items\//, '').replace(/\.ya?ml$/, '');
  const tasks = questionsOf(item).flatMap((question) => question.tasks);
  return [
    ...(item.id === expected
      ? []
      : [{ file, line: lineOf(['id']), message: `The id is "${item.id}", but the path says "${expected}".` }]),
    ...[...new Set(tasks)]
      .filter((task) => !targets.tasks.has(task))
      .map((task) => ({ file, line: lineOf(['tasks']), message: unknown('task', task, targets.tasks) })),
    ...item.skills.flatMap((skill, index) =>
      targets.skills.has(skill)
        ? []
        : [{ file, line: lineOf(['skills', index]), message: unknown('skill', skill, targets.skills) }],
    ),
  ];
}

/** A type that the real exam does not use is labelled as practice. */
export function kindOfficialOrLabelled({ item, file, lineOf }: LoadedItem, { exams }: LinkTargets): Fault[] {
  const exam = exams.get(item.id.split('/')[0] ?? '');
  if (exam === undefined || item.practiceOnly || exam.kinds.includes(item.question.kind)) return [];
  return [
    {
      file,
      line: lineOf(['question', 'kind']),
      message: `${exam.title} is not known to use "${item.question.kind}"; set practiceOnly: true.`,
    },
  ];
}

/** No item ships unsolved: somebody who had not seen the key agreed with it. */
export function blindSolved({ item, file, lineOf }: LoadedItem): Fault[] {
  const solve = item.review?.blindSolve;
  if (solve === undefined)
    return [{ file, line: 1, message: 'Nobody has solved it without seeing the key; add review.blindSolve.' }];
  if (solve.agreed && solve.confidence !== 'low') return [];
  return [
    {
      file,
      line: lineOf(['review']),
      message: 'The blind solver disagreed or was unsure; rewrite it and solve it again.',
    },
  ];
}
