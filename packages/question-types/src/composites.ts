import type { Question } from './registry.ts';
import type { SimpleQuestion } from './simple-types.ts';
import { expandSolutionSeries } from './solution-series/expand.ts';

/** One screen of a composite. Questions of a case study bring their own tasks and rating. */
export type Expanded = {
  readonly id: string;
  readonly question: SimpleQuestion;
  readonly tasks?: readonly string[];
  readonly angoff?: number;
};

/** The single questions of a case study or a solution series, in order; none for simple kinds. */
export function expand(question: Question): readonly Expanded[] {
  if (question.kind === 'case-study') return question.questions;
  return question.kind === 'solution-series' ? expandSolutionSeries(question) : [];
}

export type Context = {
  readonly title: string;
  readonly tabs: readonly { readonly id: string; readonly title: string; readonly text: string }[];
};

/** The background that a case study's questions share. Safe to publish. */
export function contextOf(question: Question): Context | undefined {
  return question.kind === 'case-study' ? { title: question.title, tabs: question.tabs } : undefined;
}
