import { assembleForm, type ExamProfile, type Item, questionsOf } from '@cairn/exam';
import type { Fault } from '../fault.ts';

/** What a form is built to: domains with weights, and every task statement of the exam guide. */
export type Blueprint = {
  readonly domains: readonly { readonly number: number; readonly name: string; readonly weight: number }[];
  readonly tasks: readonly string[];
};

const MOST_FORMS = 12;

/** Fewer would be one question's luck. */
const LEAST_PER_TASK = 4;

/** Full forms that can be built one after another without an item in common. */
export function disjointForms(profile: ExamProfile, blueprint: Blueprint, items: readonly Item[]): number {
  const used = new Set<string>();
  for (let forms = 0; forms < MOST_FORMS; forms += 1) {
    const left = items.filter((item) => !used.has(item.id));
    const result = assembleForm({ profile, domains: blueprint.domains, items: left, seed: `form-${forms}` });
    if (result.outcome === 'short') return forms;
    for (const section of result.form.sections) for (const slot of section.slots) used.add(slot.itemId);
  }
  return MOST_FORMS;
}

/** Each task statement has the items that the exam's profile promises, and at least its forms can be filled. */
export function coverage(profile: ExamProfile, blueprint: Blueprint, items: readonly Item[]): Fault[] {
  const file = `exams/${profile.id}.yaml`;
  const perTask = new Map<string, number>(blueprint.tasks.map((task) => [task, 0]));
  for (const question of items.filter((item) => !item.practiceOnly).flatMap(questionsOf)) {
    for (const task of question.tasks) perTask.set(task, (perTask.get(task) ?? 0) + 1);
  }
  const thin = [...perTask].filter(([, count]) => count < LEAST_PER_TASK);
  const first = assembleForm({ profile, domains: blueprint.domains, items, seed: 'form-0' });
  return [
    ...thin.map(([task, count]) => ({
      file,
      line: 1,
      message: `${count} items measure task ${task}; a task statement has at least ${LEAST_PER_TASK}.`,
    })),
    ...(first.outcome === 'short' ? first.missing.map((message) => ({ file, line: 1, message })) : []),
  ];
}
