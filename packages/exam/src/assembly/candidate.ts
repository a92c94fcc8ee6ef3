import type { QuestionKind } from '@cairn/question-types';
import type { Domain } from '../form.ts';
import type { Item } from '../item.ts';
import { type CountableQuestion, domainOf, leadingTask, questionsOf } from '../item-questions.ts';

/** An item as assembly sees it: what it asks, and which tasks and domains that covers. */
export type Candidate = {
  readonly item: Item;
  readonly kind: QuestionKind;
  readonly questions: readonly CountableQuestion[];
  readonly tasks: readonly string[];
  readonly domains: readonly number[];
};

/** Composites have a section of their own; simple candidates share one. */
export const isComposite = ({ questions }: Candidate): boolean => questions[0]?.part !== undefined;

export function candidateOf(item: Item): Candidate {
  const questions = questionsOf(item);
  return {
    item,
    kind: item.question.kind,
    questions,
    tasks: questions.map(leadingTask),
    domains: questions.map(domainOf),
  };
}

/** Candidates whose every question belongs to a domain of the blueprint, in an order that no folder listing decides. */
export function candidatesOf(items: readonly Item[], domains: readonly Domain[], exclude: ReadonlySet<string>) {
  const known = new Set(domains.map(({ number }) => number));
  return items
    .filter(({ id }) => !exclude.has(id))
    .map(candidateOf)
    .filter((candidate) => candidate.domains.every((domain) => known.has(domain)))
    .sort((a, b) => (a.item.id < b.item.id ? -1 : 1));
}

export function countBy<T>(values: Iterable<T>): ReadonlyMap<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
