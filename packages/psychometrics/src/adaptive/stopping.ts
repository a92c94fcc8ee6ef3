import { probabilityAbove } from '../eap.ts';
import type { StopReason } from './adaptive-test.ts';
import { expectedVariance } from './belief.ts';
import { cutOf, posteriorGrid } from './known.ts';
import type { PreparedTest } from './prepare.ts';
import type { Progress } from './progress.ts';

function decided(test: PreparedTest, progress: Progress, certainty: number): StopReason | undefined {
  const cut = cutOf(test);
  const above = probabilityAbove(cut, posteriorGrid(test, progress));
  const side = above >= 0.5 ? 'above' : 'below';
  const probability = side === 'above' ? above : 1 - above;
  return probability >= certainty ? { code: 'decided', side, probability, certainty, cut } : undefined;
}

/** Whether the test is over before another item is looked for. */
export function stopBefore(test: PreparedTest, progress: Progress): StopReason | undefined {
  const { minimumItems, maximumItems, standardError: limit, certainty } = test.definition.stopping;
  if (progress.pending.length > 0) return undefined;
  const items = progress.answers.length;
  if (items >= maximumItems) return { code: 'maximum-items', items };
  if (items >= test.fullLength) return { code: 'bank-exhausted', items };
  if (items < minimumItems) return undefined;
  const standardError = Math.sqrt(progress.belief.variance);
  if (limit !== undefined && standardError <= limit) return { code: 'precise', standardError, limit };
  return certainty === undefined ? undefined : decided(test, progress, certainty);
}

/** Whether the item that would come next is not worth asking. */
export function stopInsteadOf(test: PreparedTest, { answers, pending, belief }: Progress, index: number) {
  const { minimumItems, negligibleGain: limit } = test.definition.stopping;
  if (limit === undefined || pending.length > 0 || answers.length < minimumItems) return undefined;
  const gain = Math.sqrt(belief.variance) - Math.sqrt(expectedVariance(test.tables, belief, index));
  return gain < limit ? ({ code: 'negligible-gain', gain, limit } as const) : undefined;
}
