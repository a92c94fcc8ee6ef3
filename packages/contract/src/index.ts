export * from './attempt.ts';
export * from './attempt-routes.ts';
export * from './learner-routes.ts';
export { openApiDocument } from './open-api.ts';
export { PROBLEMS, Problem, ProblemDetails, type ProblemKind } from './problem.ts';
