import { type Rng, seededRng } from '@cairn/kernel';
import { creditOf, gradeFinal, publish, type Question, type Response, solution } from '@cairn/question-types';
import type { Item } from '../item.ts';
import { questionsOf } from '../item-questions.ts';
import type { ExamProfile } from '../profile.ts';
import { type Credited, parametersOf, percentOf, totalOf } from '../report/grading.ts';
import { anchorsOf, scaledEstimate } from '../report/scaling.ts';
import { respond } from './respond.ts';
import { preferenceOf, type Strategy } from './strategy.ts';

/** How a strategy fares on a whole bank. Without knowledge it should come out near chance. */
export type Solved = {
  readonly items: number;
  /** Countable questions: composites hold several. */
  readonly questions: number;
  /** Items with every point. */
  readonly correct: number;
  /** Of all points. */
  readonly percent: number;
  /** What that share would come to on the exam's scale, by the map of the score report. */
  readonly scaledEstimate: number;
};

function responseTo(question: Question, strategy: Strategy, rng: Rng): Response {
  if (strategy === 'key') return solution(question);
  return respond(publish(question, rng.shuffle), preferenceOf(strategy, rng, stemOf(question)));
}

const stemOf = (question: Question): string => ('stem' in question ? question.stem : '');

function solveItem(item: Item, strategy: Strategy, rng: Rng, credit: ExamProfile['credit']): Credited[] {
  return questionsOf(item).map(({ question, angoff }) => ({
    parameters: parametersOf(question, angoff, credit),
    ...creditOf(gradeFinal(question, responseTo(question, strategy, rng)).parts, credit),
  }));
}

/** Answers every question of a bank as a browser would see it, by one strategy. */
export function solveBank(items: readonly Item[], strategy: Strategy, seed: string, profile: ExamProfile): Solved {
  const solved = items.map((item) => solveItem(item, strategy, seededRng(`${seed}:${item.id}`), profile.credit));
  const questions = solved.flat();
  const percent = percentOf(totalOf(questions));
  return {
    items: items.length,
    questions: questions.length,
    correct: solved.filter((own) => own.every(({ points, possible }) => points === possible)).length,
    percent,
    scaledEstimate: scaledEstimate(percent, anchorsOf(questions), profile.scale),
  };
}
