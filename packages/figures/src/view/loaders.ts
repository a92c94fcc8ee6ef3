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
  'data-leakage': lazily(async () => (await import('../data-leakage/view.tsx')).DataLeakageView),
  'confusion-by-group': lazily(async () => (await import('../confusion-by-group/view.tsx')).ConfusionByGroupView),
  'drift-over-time': lazily(async () => (await import('../drift-over-time/view.tsx')).DriftOverTimeView),
  chunking: lazily(async () => (await import('../chunking/view.tsx')).ChunkingView),
  'embeddings-neighbours': lazily(
    async () => (await import('../embeddings-neighbours/view.tsx')).EmbeddingsNeighboursView,
  ),
  'endpoint-choice': lazily(async () => (await import('../endpoint-choice/view.tsx')).EndpointChoiceView),
  'iam-evaluation': lazily(async () => (await import('../iam-evaluation/view.tsx')).IamEvaluationView),
  'prompt-anatomy': lazily(async () => (await import('../prompt-anatomy/view.tsx')).PromptAnatomyView),
  'rag-pipeline': lazily(async () => (await import('../rag-pipeline/view.tsx')).RagPipelineView),
  'retrieval-metrics': lazily(async () => (await import('../retrieval-metrics/view.tsx')).RetrievalMetricsView),
  'shared-responsibility': lazily(
    async () => (await import('../shared-responsibility/view.tsx')).SharedResponsibilityView,
  ),
  'temperature-top-p': lazily(async () => (await import('../temperature-top-p/view.tsx')).TemperatureTopPView),
  'tokens-and-context': lazily(async () => (await import('../tokens-and-context/view.tsx')).TokensAndContextView),
} satisfies Record<FigureId, FigureView>;
