export { emptyResponse, isAnswered } from './answering.ts';
export { grade, gradeFinal, optionsOf, publish, reveal, solution, stemOf } from './asking.ts';
export { type Context, contextOf, type Expanded, expand } from './composites.ts';
export { type Credit, type CreditRule, creditOf } from './grade.ts';
export { Grade, type Graded, Part } from './grade-schema.ts';
export type { Shuffle } from './mixing.ts';
export type { Option } from './question-type.ts';
export { Published, QUESTION_TYPES, Question, type QuestionKind, Response, Reveal } from './registry.ts';
export { PublishedSimple, type SimpleKind, SimpleQuestion, SimpleResponse } from './simple-types.ts';
