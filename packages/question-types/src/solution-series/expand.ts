import type { MultipleChoiceQuestion } from '../multiple-choice/schema.ts';
import type { Solution, SolutionSeriesQuestion } from './schema.ts';

/** One screen of the series: the whole scenario again, one solution, Yes or No. One rationale explains both. */
function asQuestion(series: SolutionSeriesQuestion, { text, answer, why }: Solution): MultipleChoiceQuestion {
  const stem = [
    series.scenario.trim(),
    `**Goal**\n\n${series.goal.trim()}`,
    `**Proposed solution**\n\n${text.trim()}`,
    'Does this solution meet the goal?',
  ].join('\n\n');
  const choice = (id: 'yes' | 'no', label: string) => ({ id, text: label, correct: answer === id, why });
  return { kind: 'multiple-choice', stem, fixedOrder: true, choices: [choice('yes', 'Yes'), choice('no', 'No')] };
}

export const expandSolutionSeries = (series: SolutionSeriesQuestion) =>
  series.solutions.map((solution) => ({ id: solution.id, question: asQuestion(series, solution) }));
