import { expand, type Question } from '@cairn/question-types';
import type { Item } from './item.ts';

/** One question as an exam counts it. `part` names it within a case study or a series. */
export type CountableQuestion = {
  readonly part?: string;
  readonly question: Question;
  /** The first one decides the domain. */
  readonly tasks: readonly string[];
  readonly angoff: number;
};

/** The questions that an exam counts: one for a simple item, several for a case study or a series. */
export function questionsOf(item: Item): readonly CountableQuestion[] {
  const parts = expand(item.question);
  if (parts.length === 0) return [{ question: item.question, tasks: item.tasks, angoff: item.angoff }];
  return parts.map(({ id, question, tasks, angoff }) => ({
    part: id,
    question,
    tasks: tasks ?? item.tasks,
    angoff: angoff ?? item.angoff,
  }));
}

/** The first task statement, which decides the domain. */
export function leadingTask(question: CountableQuestion): string {
  const [task] = question.tasks;
  if (task === undefined) throw new RangeError('a question without a task statement');
  return task;
}

/**
 * The domain number in a task id: 3 in `aif-c01/3.2`.
 *
 * @throws RangeError if `task` is not written certification/domain.task
 */
export function domainOfTask(task: string): number {
  const domain = /\/(\d+)\.\d+$/.exec(task)?.[1];
  if (domain === undefined) throw new RangeError(`${task} is not a task such as aif-c01/1.1`);
  return Number(domain);
}

export const domainOf = (question: CountableQuestion): number => domainOfTask(leadingTask(question));
