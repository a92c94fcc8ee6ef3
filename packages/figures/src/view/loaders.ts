import type { FigureId } from '../registry.ts';
import { type FigureView, lazily } from './lazily.ts';

/** A view for every figure; the compiler misses a forgotten one. */
export const FIGURE_VIEWS = {
  'decision-threshold': lazily(async () => (await import('../decision-threshold/view.tsx')).DecisionThresholdView),
  'bias-variance': lazily(async () => (await import('../bias-variance/view.tsx')).BiasVarianceView),
  'learning-curves': lazily(async () => (await import('../learning-curves/view.tsx')).LearningCurvesView),
  'gradient-descent': lazily(async () => (await import('../gradient-descent/view.tsx')).GradientDescentView),
  'k-means': lazily(async () => (await import('../k-means/view.tsx')).KMeansView),
  'class-imbalance': lazily(async () => (await import('../class-imbalance/view.tsx')).ClassImbalanceView),
} satisfies Record<FigureId, FigureView>;
