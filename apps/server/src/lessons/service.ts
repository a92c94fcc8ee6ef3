import { type AnswerCheck, type Feedback, type Lesson, type LessonSummary, Problem } from '@cairn/contract';
import type { Db } from '@cairn/db';
import { type Item, questionsOf } from '@cairn/exam';
import { type Clock, dayOf, nearestName, seededRng } from '@cairn/kernel';
import { creditOf, gradeFinal, publish, Response, reveal } from '@cairn/question-types';
import type { ActivityRepository } from '../activities/repository.ts';
import type { EvidenceRepository, LastAnswer } from '../evidence/repository.ts';
import type { ExamLibrary } from '../exam/library.ts';
import type { LearningLibrary, PlacedLesson } from './library.ts';

export type LessonDeps = {
  readonly db: Db;
  readonly library: ExamLibrary;
  readonly learning: LearningLibrary;
  readonly skillNames: ReadonlyMap<string, string>;
  readonly activities: ActivityRepository;
  readonly evidence: EvidenceRepository;
  readonly learnerId: string;
  readonly clock: Clock;
  readonly newId: () => string;
};

type Check = {
  readonly number: number;
  readonly item: Item;
  readonly question: ReturnType<typeof questionsOf>[number];
};

/** Lessons: what there is, one to read, and its three checks. */
export class LessonService {
  readonly #deps: LessonDeps;

  constructor(deps: LessonDeps) {
    this.#deps = deps;
  }

  async list(exam: string | undefined): Promise<LessonSummary[]> {
    const placed = this.#deps.learning.lessons.filter((one) => exam === undefined || one.exam === exam.toLowerCase());
    const readAt = await this.#deps.activities.lessonsRead(this.#deps.learnerId);
    const answers = new Map<string, readonly LastAnswer[]>();
    for (const bank of new Set(placed.map((one) => one.exam))) answers.set(bank, await this.#answers(bank));
    return placed.map((one) => this.#summary(one, readAt.get(one.lesson.id) ?? null, answers.get(one.exam) ?? []));
  }

  async show(exam: string, task: string): Promise<Lesson> {
    const { learning, skillNames, activities, learnerId } = this.#deps;
    const placed = this.#find(exam, task);
    const { lesson } = placed;
    const answers = await this.#answers(placed.exam);
    const readAt = (await activities.lessonsRead(learnerId)).get(lesson.id) ?? null;
    const siblings = learning.lessons.filter((one) => one.exam === placed.exam).map((one) => one.lesson.id);
    const at = siblings.indexOf(lesson.id);
    return {
      ...this.#summary(placed, readAt, answers),
      opening: lesson.opening,
      parts: lesson.parts.map((part) => ({ ...part, blocks: [...part.blocks] })),
      checks: this.#checks(placed).map(({ number, item, question }) => ({
        number,
        question: publish(question.question, seededRng(`${lesson.id}:${item.id}`).shuffle),
        lastAnswer: answered(answers, item.id),
      })),
      skills: lesson.skills.map((id) => ({ id, name: skillNames.get(id) ?? id })),
      sources: lesson.sources,
      reviewBy: lesson.reviewBy,
      cards: [...learning.cards.values()].filter((card) => card.task === lesson.id).length,
      labs: (learning.labsOfTask.get(lesson.id) ?? []).map(({ id, title, minutes }) => ({ id, title, minutes })),
      previous: siblings[at - 1] ?? null,
      next: siblings[at + 1] ?? null,
    };
  }

  /** Key and reasons for an answer; the first answer of a day is evidence. */
  async answer(exam: string, task: string, number: number, given: AnswerCheck): Promise<Feedback> {
    const { db, evidence, library, learnerId, clock } = this.#deps;
    const placed = this.#find(exam, task);
    const check = this.#checks(placed).find((one) => one.number === number);
    const profile = library.get(placed.exam)?.profile;
    if (check === undefined || profile === undefined) {
      throw new Problem('lesson-unknown', `The lesson ${placed.lesson.id} has no check ${number}.`);
    }
    const { item, question } = check;
    const response = Response.safeParse(given.response);
    if (!response.success || response.data.kind !== question.question.kind) {
      throw new Problem('response-invalid', 'The answer does not fit the question; answer it again.');
    }
    const { parts } = gradeFinal(question.question, response.data);
    const { points, possible } = creditOf(parts, profile.credit);
    const now = clock.now();
    await db.transaction().execute((on) =>
      evidence.append(on, [
        {
          id: given.id,
          learnerId,
          at: now,
          source: { lesson: placed.lesson.id, slot: item.id, day: dayOf(now) },
          exam: placed.exam,
          skills: item.skills,
          task: question.tasks[0] ?? placed.lesson.id,
          itemId: item.id,
          part: question.part ?? null,
          itemVersion: item.version,
          credit: possible === 0 ? 0 : points / possible,
        },
      ]),
    );
    const { solution, why } = reveal(question.question);
    return { solution, why, parts: [...parts], points, possible, sources: item.sources, reviewBy: item.reviewBy };
  }

  #find(exam: string, task: string): PlacedLesson {
    const id = `${exam.toLowerCase()}/${task}`;
    const { lessons } = this.#deps.learning;
    const found = lessons.find(({ lesson }) => lesson.id === id);
    if (found) return found;
    const near = nearestName(
      id,
      lessons.map(({ lesson }) => lesson.id),
    );
    throw new Problem(
      'lesson-unknown',
      `There is no lesson ${id.slice(0, 40)}${near ? `; did you mean ${near}?` : '.'}`,
    );
  }

  #answers(bank: string): Promise<LastAnswer[]> {
    return this.#deps.evidence.lastAnswers(this.#deps.learnerId, bank);
  }

  #checks({ lesson, exam }: PlacedLesson): Check[] {
    const items = this.#deps.library.get(exam)?.items ?? [];
    return lesson.checks.flatMap((id, index): Check[] => {
      const item = items.find((one) => one.id === id);
      const [question] = item ? questionsOf(item) : [];
      return item && question ? [{ number: index + 1, item, question }] : [];
    });
  }

  #summary(placed: PlacedLesson, readAt: number | null, answers: readonly LastAnswer[]): LessonSummary {
    const { lesson, exam, task, taskText, domain } = placed;
    const { id, title, summary, minutes } = lesson;
    const credits = lesson.checks.map((check) => answered(answers, check)?.credit);
    return {
      ...{ id, exam, domain, task, taskText, title, summary, minutes, readAt },
      checksAnswered: credits.filter((credit) => credit !== undefined).length,
      checksRight: credits.filter((credit) => credit === 1).length,
    };
  }
}

function answered(answers: readonly LastAnswer[], itemId: string) {
  const found = answers.find((answer) => answer.itemId === itemId);
  return found ? { credit: found.credit, at: found.at } : null;
}
