import { assignedParts, inspectAssigned, keyOfSlots, type Slot, whyOfEntries } from '../assignments.ts';
import { publicOption } from '../mixing.ts';
import { defineQuestionType } from '../question-type.ts';
import { PublishedSolutionSeries, SolutionSeriesQuestion, SolutionSeriesResponse } from './schema.ts';

const slots = ({ solutions }: SolutionSeriesQuestion): Slot[] =>
  solutions.map(({ id, answer }) => ({ id, allowed: ['yes', 'no'], key: answer }));

/** Solutions keep their order: they are met one after another, and each is judged for itself. */
export const solutionSeries = defineQuestionType({
  kind: 'solution-series',
  question: SolutionSeriesQuestion,
  response: SolutionSeriesResponse,
  published: PublishedSolutionSeries,
  secret: ['answer', 'why'],
  publish: ({ scenario, goal, solutions }) => ({
    kind: 'solution-series' as const,
    scenario,
    goal,
    solutions: solutions.map(publicOption),
  }),
  inspect: (question, { answers }) => inspectAssigned(answers, slots(question)),
  parts: (question, response) => assignedParts(response?.answers ?? {}, slots(question)),
  solution: (question) => ({ kind: 'solution-series' as const, answers: keyOfSlots(slots(question)) }),
  why: ({ solutions }) => whyOfEntries(solutions),
  stem: ({ scenario, goal }) => `${scenario.trim()}\n\n${goal.trim()}`,
  options: () => [],
});
