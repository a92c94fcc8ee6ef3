import { Problem } from '@cairn/contract';
import type { Domain, ExamProfile, Item } from '@cairn/exam';
import { nearestName } from '@cairn/kernel';

/** An exam that can be sat here: its rules, its blueprint, its bank. */
export type ExamEntry = {
  readonly profile: ExamProfile;
  readonly domains: readonly Domain[];
  readonly items: readonly Item[];
  readonly status: string;
};

export type ExamLibrary = ReadonlyMap<string, ExamEntry>;

/**
 * What a library holds under the id of an exam.
 *
 * @throws Problem `exam-unknown`, with the nearest name
 */
export function getExam<Entry>(library: ReadonlyMap<string, Entry>, id: string): Entry {
  const entry = library.get(id.toLowerCase());
  if (entry !== undefined) return entry;
  const near = nearestName(id, [...library.keys()]);
  const hint = near ? `did you mean "${near}"?` : `there are ${[...library.keys()].join(', ')}.`;
  throw new Problem('exam-unknown', `No exam is called "${id.slice(0, 40)}"; ${hint}`);
}
