import { CardsFile, type Lesson, parseLesson } from '@cairn/lessons';
import type { Fault } from './fault.ts';
import type { TextFile } from './text-file.ts';
import { isFaults, parseFile } from './yaml-file.ts';

export type LoadedLesson = { readonly lesson: Lesson; readonly file: string; readonly text: string };

export type LoadedCards = {
  readonly cards: CardsFile;
  readonly file: string;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
};

/** A file whose content says that it lies elsewhere. */
function misplaced(file: string, id: string, line: number): Fault[] {
  const path = file.replace(/^[^/]+\//, '').replace(/\.[a-z]+$/, '');
  return path === id ? [] : [{ file, line, message: `It is about "${id}", but the path says "${path}".` }];
}

/** Lessons of `lessons/<exam>/<task>.md`, by task. One with faults is left out; the others load. */
export function loadLessons(files: readonly TextFile[]): {
  lessons: ReadonlyMap<string, LoadedLesson>;
  faults: Fault[];
} {
  const lessons = new Map<string, LoadedLesson>();
  const faults: Fault[] = [];
  for (const { file, text } of files) {
    const { lesson, faults: found } = parseLesson(text);
    const wrong = lesson ? misplaced(file, lesson.id, 1) : found.map((fault) => ({ file, ...fault }));
    faults.push(...wrong);
    if (lesson && wrong.length === 0) lessons.set(lesson.id, { lesson, file, text });
  }
  return { lessons, faults };
}

/** Cards of `cards/<exam>/<task>.yaml`. A file with faults is left out; the others load. */
export function loadCards(files: readonly TextFile[]): { cards: readonly LoadedCards[]; faults: Fault[] } {
  const cards: LoadedCards[] = [];
  const faults: Fault[] = [];
  const places = new Map<string, string>();
  for (const source of files) {
    const { file } = source;
    const parsed = parseFile(source, CardsFile);
    if (isFaults(parsed)) {
      faults.push(...parsed);
      continue;
    }
    const { value, lineOf } = parsed;
    const exam = value.task.split('/')[0];
    const taken = value.cards.flatMap(({ id }, index) => {
      const earlier = places.get(`${exam}/${id}`);
      places.set(`${exam}/${id}`, file);
      return earlier === undefined
        ? []
        : [{ file, line: lineOf(['cards', index, 'id']), message: `The card id "${id}" is taken by ${earlier}.` }];
    });
    const wrong = [...misplaced(file, value.task, lineOf(['task'])), ...taken];
    faults.push(...wrong);
    if (wrong.length === 0) cards.push({ cards: value, file, lineOf });
  }
  return { cards, faults };
}
