import type { ModelName } from '../calibration/options.ts';
import type { CalibratedItem } from '../items/calibrated-item.ts';

/** Does the model estimate the spread of ability rather than slopes? */
export const hasFreeSpread = (model: ModelName): boolean => model === 'rasch' || model === 'pcm';

/**
 * Free parameters that touch one item, the common slope or spread among them. One name serves a test of several models:
 * places are counted item by item, `3pl` adds guessing to the items that are right or wrong.
 */
export function parametersOf(item: CalibratedItem, model: ModelName): number {
  const places = item.kind === 'dichotomous' ? 1 : item.thresholds.length;
  return places + 1 + (model === '3pl' && item.kind === 'dichotomous' ? 1 : 0);
}
