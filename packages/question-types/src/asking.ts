import type { Grade, Graded } from './grade-schema.ts';
import type { Shuffle } from './mixing.ts';
import type { Option } from './question-type.ts';
import { type Published, type Question, questionTypes, type Response, type Reveal } from './registry.ts';

/** One function for each thing that can be done with a question of any kind. */

/** The question as a browser may see it. The same shuffle gives the same order, so an attempt resumes as it was. */
export const publish = (question: Question, shuffle: Shuffle): Published =>
  questionTypes[question.kind].publish(question, shuffle);

/** The verdict while the answer may still change: names what is missing, and refuses what no view could send. */
export const grade = (question: Question, response: Response): Grade =>
  questionTypes[question.kind].grade(question, response);

/** The verdict at the end: whatever is missing, unknown or too much is wrong; what is right still counts. */
export const gradeFinal = (question: Question, response: Response | undefined): Graded =>
  questionTypes[question.kind].gradeFinal(question, response);

export const solution = (question: Question): Response => questionTypes[question.kind].solution(question);

/** For review after the answer. Ids inside a case study are `<question>/<id>`. */
export const reveal = (question: Question): Reveal => ({
  solution: solution(question),
  why: { ...questionTypes[question.kind].why(question) },
});

/**
 * Every option with its key and rationale, for content checks. Empty for case-study and solution-series: ask for the
 * options of what `expand` gives.
 */
export const optionsOf = (question: Question): readonly Option[] => questionTypes[question.kind].options(question);

/** The text that asks. Of a case study its title, of a solution series its scenario and goal: see `expand`. */
export const stemOf = (question: Question): string => questionTypes[question.kind].stem(question);
