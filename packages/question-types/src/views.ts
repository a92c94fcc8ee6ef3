import { CaseStudyView } from './case-study/view.tsx';
import type { QuestionKind } from './registry.ts';
import { SIMPLE_VIEWS } from './simple-views.ts';
import { SolutionSeriesView } from './solution-series/view.tsx';
import { type View, viewOf } from './view/view-of.tsx';

export { emptyResponse, isAnswered } from './answering.ts';
export { ContextTabs } from './view/context-tabs.tsx';
export type { RenderText, Revealed } from './view/props.ts';
export type { QuestionViewProps, View } from './view/view-of.tsx';

/** A view for every kind; the compiler misses a forgotten one. */
export const VIEWS = {
  ...SIMPLE_VIEWS,
  'solution-series': viewOf('solution-series', SolutionSeriesView),
  'case-study': viewOf('case-study', CaseStudyView),
} satisfies Record<QuestionKind, View>;
