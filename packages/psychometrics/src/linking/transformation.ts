import type { CalibratedItem } from '../items/calibrated-item.ts';

/** Carries one ability scale to another: θ_to = slope · θ_from + intercept, with slope > 0. */
export type ScaleTransformation = { readonly slope: number; readonly intercept: number };

export const transformAbility = (theta: number, { slope, intercept }: ScaleTransformation): number =>
  slope * theta + intercept;

/** The same item on the other scale: a / slope, slope · b + intercept; the chance of a guess stays. */
export function transformItem(item: CalibratedItem, transformation: ScaleTransformation): CalibratedItem {
  const a = item.a / transformation.slope;
  if (item.kind === 'dichotomous') return { ...item, a, b: transformAbility(item.b, transformation) };
  return { ...item, a, thresholds: item.thresholds.map((b) => transformAbility(b, transformation)) };
}

/** The way back. */
export const inverseTransformation = ({ slope, intercept }: ScaleTransformation): ScaleTransformation => ({
  slope: 1 / slope,
  intercept: -intercept / slope,
});

/** Every place where the item's curves have a location, in logits: b, or the thresholds. */
export const locationsOf = (item: CalibratedItem): readonly number[] =>
  item.kind === 'dichotomous' ? [item.b] : item.thresholds;

/** One location for an item: b, or the mean of its thresholds. */
export function difficultyOf(item: CalibratedItem): number {
  const locations = locationsOf(item);
  return locations.reduce((sum, b) => sum + b, 0) / locations.length;
}
