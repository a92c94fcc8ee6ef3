import type { Instant } from '@cairn/kernel';
import { type LearnerState, learnerState } from '@cairn/psychometrics';
import { type ExamModel, evidenceOf } from '../evidence/exam-model.ts';
import type { LoggedAnswer } from '../evidence/repository.ts';

/** From so many answers on, what a domain says is its own and not only what the others let expect. */
const ENOUGH_ANSWERS = 4;

/** Of one task, fewer answers than this are chance. */
const ENOUGH_OF_TASK = 3;

export type DomainKnown = {
  readonly number: number;
  readonly name: string;
  /** In [0, 1]; undefined while the answers are too few. */
  readonly known: number | undefined;
  readonly answers: number;
};

/**
 * Share known of each domain: the mean chance to know, not guess, the answer to a question of the bank, at the ability
 * that the answers so far show.
 */
export function knownDomains(model: ExamModel, answers: readonly LoggedAnswer[], now: Instant): DomainKnown[] {
  const state = learnerState(evidenceOf(answers, model), now, model.learner);
  return model.entry.domains.map(({ number, name }) => {
    const count = answersIn(state, number);
    const known = count < ENOUGH_ANSWERS ? undefined : shareKnown(model, state, number);
    return { number, name, known, answers: count };
  });
}

const answersIn = ({ domains }: LearnerState, number: number): number =>
  domains.find(({ domain }) => domain === number)?.evidence ?? 0;

function shareKnown({ blueprint }: ExamModel, { domains }: LearnerState, number: number): number | undefined {
  const theta = domains.find(({ domain }) => domain === number)?.theta;
  const pool = blueprint.domains.find(({ domain }) => domain === number)?.pool ?? [];
  if (theta === undefined || pool.length === 0) return undefined;
  const knows = pool.map(({ parameters: { a, b } }) => 1 / (1 + Math.exp(-a * (theta - b))));
  return knows.reduce((sum, chance) => sum + chance, 0) / knows.length;
}

export type TaskKnown = { readonly right: number | undefined; readonly answers: number };

/** Mean credit of the latest answer to each question of a task. */
export function knownTasks(answers: readonly LoggedAnswer[]): ReadonlyMap<string, TaskKnown> {
  const latest = new Map(answers.map((answer) => [`${answer.itemId}#${answer.part ?? ''}`, answer])); // in order of time
  const credits = new Map<string, number[]>();
  for (const { task, credit } of latest.values()) credits.set(task, [...(credits.get(task) ?? []), credit]);
  return new Map(
    [...credits].map(([task, all]) => {
      const mean = all.reduce((sum, credit) => sum + credit, 0) / all.length;
      return [task, { answers: all.length, right: all.length < ENOUGH_OF_TASK ? undefined : mean }];
    }),
  );
}
