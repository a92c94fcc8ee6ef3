import { nearestName } from '@cairn/kernel';
import { biasVariance } from './bias-variance/figure.ts';
import { classImbalance } from './class-imbalance/figure.ts';
import { decisionThreshold } from './decision-threshold/figure.ts';
import type { FigureParams, FigureReading } from './figure.ts';
import { gradientDescent } from './gradient-descent/figure.ts';
import { kMeans } from './k-means/figure.ts';
import { learningCurves } from './learning-curves/figure.ts';

/** Every figure that a lesson can show; its view stands under the same id in `view/loaders.ts`. */
export const FIGURES = [
  decisionThreshold,
  biasVariance,
  learningCurves,
  gradientDescent,
  kMeans,
  classImbalance,
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
