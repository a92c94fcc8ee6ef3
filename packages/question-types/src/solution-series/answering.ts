import { defineAnswering, hasEach } from '../answering-rules.ts';
import type { PublishedSolutionSeries, SolutionSeriesResponse } from './schema.ts';

export const solutionSeriesAnswering = defineAnswering<PublishedSolutionSeries, SolutionSeriesResponse>({
  kind: 'solution-series',
  empty: () => ({ kind: 'solution-series', answers: {} }),
  isAnswered: ({ solutions }, { answers }) => hasEach(answers, solutions),
});
