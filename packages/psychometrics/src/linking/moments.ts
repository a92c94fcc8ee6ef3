import type { Anchor } from './anchor.ts';
import { locationsOf, type ScaleTransformation } from './transformation.ts';

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function spread(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
}

const slopesOf = (anchors: readonly Anchor[], side: keyof Anchor): number[] =>
  anchors.map((anchor) => Math.abs(anchor[side].a));

const places = (anchors: readonly Anchor[], side: keyof Anchor): number[] =>
  anchors.flatMap((anchor) => locationsOf(anchor[side]));

const through = (slope: number, anchors: readonly Anchor[]): ScaleTransformation => ({
  slope,
  intercept: mean(places(anchors, 'to')) - slope * mean(places(anchors, 'from')),
});

/** Equal mean discrimination and equal mean difficulty (Loyd & Hoover 1980). */
export const meanMean = (anchors: readonly Anchor[]): ScaleTransformation =>
  through(mean(slopesOf(anchors, 'from')) / mean(slopesOf(anchors, 'to')), anchors);

/** Equal mean and spread of the difficulties (Marco 1977); not finite if all difficulties are the same. */
export const meanSigma = (anchors: readonly Anchor[]): ScaleTransformation =>
  through(spread(places(anchors, 'to')) / spread(places(anchors, 'from')), anchors);
