import { z } from 'zod';
import { Assigned, checkDistinct, checked, Id, OptionText, PublishedOption, Stem, Why, YesNo } from '../fields.ts';

const Solution = z.strictObject({ id: Id, text: OptionText, answer: YesNo, why: Why });
export type Solution = z.infer<typeof Solution>;

export const SolutionSeriesQuestion = checked(
  z.strictObject({
    kind: z.literal('solution-series'),
    scenario: Stem.describe('The situation, repeated with each solution.'),
    goal: OptionText.describe('What a solution must reach.'),
    solutions: z.array(Solution).min(3, 'propose three or four solutions').max(4, 'propose three or four solutions'),
  }),
  ({ solutions }, report) => checkDistinct(solutions, ['solutions'], report),
);
export type SolutionSeriesQuestion = z.infer<typeof SolutionSeriesQuestion>;

/** `answers`: solution id → yes or no. */
export const SolutionSeriesResponse = z.strictObject({ kind: z.literal('solution-series'), answers: Assigned });
export type SolutionSeriesResponse = z.infer<typeof SolutionSeriesResponse>;

export const PublishedSolutionSeries = z.strictObject({
  kind: z.literal('solution-series'),
  scenario: z.string(),
  goal: z.string(),
  solutions: z.array(PublishedOption),
});
export type PublishedSolutionSeries = z.infer<typeof PublishedSolutionSeries>;
