import type { Fault } from '../fault.ts';
import type { LoadedCards } from '../load-lessons.ts';
import { contentWords, jaccard } from '../tokens.ts';
import { type LinkTargets, unknown } from './links.ts';

/** Names that cards use exist. */
export function cardLinks({ cards: { task, cards }, file, lineOf }: LoadedCards, targets: LinkTargets): Fault[] {
  const fault = (path: readonly PropertyKey[], message: string): Fault => ({ file, line: lineOf(path), message });
  return [
    ...(targets.tasks.has(task) ? [] : [fault(['task'], unknown('task', task, targets.tasks))]),
    ...cards.flatMap(({ skills }, index) =>
      skills
        .filter((skill) => !targets.skills.has(skill))
        .map((skill) => fault(['cards', index, 'skills'], unknown('skill', skill, targets.skills))),
    ),
  ];
}

/** Two cards that share this much of their content words ask the same thing. */
const SAME_CARD = 0.8;

/** Pairs of near-duplicate cards of one exam. Exams may ask the same: nobody learns for all of them. */
export function sameCards(loaded: readonly LoadedCards[]): Fault[] {
  const bags = loaded.flatMap(({ cards: { task, cards }, file, lineOf }) =>
    cards.map(({ id, front, back }, index) => ({
      id,
      exam: task.split('/')[0],
      words: new Set(contentWords(`${front} ${back}`)),
      place: () => ({ file, line: lineOf(['cards', index]) }),
    })),
  );
  return bags.flatMap(({ id, exam, words, place }, index) =>
    bags
      .slice(0, index)
      .filter((earlier) => earlier.exam === exam && jaccard(words, earlier.words) >= SAME_CARD)
      .map((earlier) => ({ ...place(), message: `The card "${id}" asks what "${earlier.id}" asks; drop one.` })),
  );
}
