import { nearestName } from '@cairn/kernel';
import { biasVariance } from './bias-variance/figure.ts';
import { chunking } from './chunking/figure.ts';
import { classImbalance } from './class-imbalance/figure.ts';
import { confusionByGroup } from './confusion-by-group/figure.ts';
import { dataLeakage } from './data-leakage/figure.ts';
import { decisionThreshold } from './decision-threshold/figure.ts';
import { driftOverTime } from './drift-over-time/figure.ts';
import { embeddingsNeighbours } from './embeddings-neighbours/figure.ts';
import { endpointChoice } from './endpoint-choice/figure.ts';
import type { FigureParams, FigureReading } from './figure.ts';
import { gradientDescent } from './gradient-descent/figure.ts';
import { iamEvaluation } from './iam-evaluation/figure.ts';
import { kMeans } from './k-means/figure.ts';
import { learningCurves } from './learning-curves/figure.ts';
import { promptAnatomy } from './prompt-anatomy/figure.ts';
import { ragPipeline } from './rag-pipeline/figure.ts';
import { retrievalMetrics } from './retrieval-metrics/figure.ts';
import { sharedResponsibility } from './shared-responsibility/figure.ts';
import { temperatureTopP } from './temperature-top-p/figure.ts';
import { tokensAndContext } from './tokens-and-context/figure.ts';

/** Every figure that a lesson can show; its view stands under the same id in `view/loaders.ts`. */
export const FIGURES = [
  decisionThreshold,
  biasVariance,
  learningCurves,
  gradientDescent,
  kMeans,
  classImbalance,
  dataLeakage,
  confusionByGroup,
  driftOverTime,
  chunking,
  embeddingsNeighbours,
  endpointChoice,
  iamEvaluation,
  promptAnatomy,
  ragPipeline,
  retrievalMetrics,
  sharedResponsibility,
  temperatureTopP,
  tokensAndContext,
] as const;

export type FigureId = (typeof FIGURES)[number]['id'];

export const FIGURE_IDS: readonly FigureId[] = FIGURES.map(({ id }) => id);

export const isFigureId = (id: string): id is FigureId => FIGURES.some((figure) => figure.id === id);

/** A figure by what a lesson says about it: whole parameters and its text, or one sentence on what is wrong. */
export function readFigure(id: string, params: FigureParams): FigureReading & { readonly title?: string } {
  const figure = FIGURES.find((known) => known.id === id);
  if (figure) return { ...figure.read(params), title: figure.title };
  const near = nearestName(id, FIGURE_IDS);
  const hint = near ? `Did you mean “${near}”?` : `There are: ${FIGURE_IDS.join(', ')}.`;
  return { outcome: 'fault', message: `There is no figure “${id}”. ${hint}` };
}
