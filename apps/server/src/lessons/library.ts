import type { Catalog } from '@cairn/catalog';
import type { Content } from '@cairn/content';
import type { Lab } from '@cairn/labs';
import type { Card, Lesson } from '@cairn/lessons';
import { cardIdOf } from '@cairn/lessons';
import type { ExamLibrary } from '../exam/library.ts';
import { type SheetLibrary, sheetLibraryOf } from '../sheets/library.ts';

/** A lesson in its place in an exam guide. */
export type PlacedLesson = {
  readonly lesson: Lesson;
  readonly exam: string;
  readonly task: string;
  readonly taskText: string;
  readonly domain: { readonly number: number; readonly name: string };
};

export type PlacedCard = Card & { readonly cardId: string; readonly exam: string; readonly task: string };

/** What can be learned here beside exams: lessons in the order of the guides, cards by id. */
export type LearningLibrary = {
  readonly lessons: readonly PlacedLesson[];
  readonly cards: ReadonlyMap<string, PlacedCard>;
  readonly labsOfTask: ReadonlyMap<string, readonly Lab[]>;
  readonly sheets: SheetLibrary;
};

export function learningLibraryOf(
  content: Pick<Content, 'lessons' | 'cards' | 'sheets' | 'services' | 'names'>,
  exams: ExamLibrary,
  labs: ReadonlyMap<string, Lab>,
): LearningLibrary {
  const lessons = [...exams].flatMap(([exam, { domains }]) =>
    domains.flatMap(({ number, name, tasks = [] }) =>
      tasks.flatMap(({ id, text }): PlacedLesson[] => {
        const lesson = content.lessons.get(id)?.lesson;
        const task = id.split('/')[1] ?? id;
        return lesson ? [{ lesson, exam, task, taskText: text, domain: { number, name } }] : [];
      }),
    ),
  );
  const cards = content.cards.flatMap(({ cards: file }) =>
    file.cards.map(
      (card): PlacedCard => ({
        ...card,
        cardId: cardIdOf(file, card),
        exam: file.task.split('/')[0] ?? '',
        task: file.task,
      }),
    ),
  );
  return {
    lessons,
    cards: new Map(cards.map((card) => [card.cardId, card])),
    labsOfTask: byTask(labs),
    sheets: sheetLibraryOf(content, exams),
  };
}

function byTask(labs: ReadonlyMap<string, Lab>): ReadonlyMap<string, readonly Lab[]> {
  const found = new Map<string, Lab[]>();
  for (const lab of labs.values()) {
    for (const task of lab.objectives) found.set(task, [...(found.get(task) ?? []), lab]);
  }
  return found;
}

export const skillNamesOf = ({ skills }: Catalog): ReadonlyMap<string, string> =>
  new Map(skills.map(({ id, canonical }) => [id, canonical]));
