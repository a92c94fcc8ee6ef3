import type { AlgorithmName } from '../algorithms/algorithm.ts';
import type { Variant } from '../hosting-state.ts';

/** Simulated times of an inference, in microseconds. They are not slept: a learner sees them in the metrics. */
export interface Latency {
  readonly model: number;
  readonly overhead: number;
  /** Of a serverless variant that had been idle. */
  readonly setup: number;
}

/** Microseconds for each row on one virtual CPU, in the proportion in which the algorithms differ. */
const ROW_MICROSECONDS: Readonly<Record<AlgorithmName, number>> = {
  xgboost: 40,
  'linear-learner': 5,
  kmeans: 15,
  pca: 10,
  randomcutforest: 300,
  'isolation-forest': 200,
  forecasting: 20,
};

const BASE_MICROSECONDS = 2500;
const OVERHEAD_MICROSECONDS = 8000;
/** A serverless variant sleeps after about this long without a request. */
const IDLE_MILLISECONDS = 5 * 60_000;
const COLD_START_MICROSECONDS = 4_000_000;

const isCold = ({ serverless, lastInvokedAt }: Variant, now: number): boolean =>
  serverless !== undefined &&
  !serverless.ProvisionedConcurrency &&
  (lastInvokedAt === undefined || now - lastInvokedAt > IDLE_MILLISECONDS);

/**
 * @param rows of the request
 * @param noise in [0, 1), from the account's own randomness
 */
export function latencyOf(
  variant: Variant,
  algorithm: AlgorithmName,
  rows: number,
  { now, noise }: { readonly now: number; readonly noise: number },
): Latency {
  const slower = variant.serverless ? 2 : 1;
  const spread = 0.8 + 0.4 * noise;
  return {
    model: Math.round((BASE_MICROSECONDS + rows * ROW_MICROSECONDS[algorithm]) * slower * spread),
    overhead: Math.round(OVERHEAD_MICROSECONDS * spread),
    setup: isCold(variant, now) ? Math.round(COLD_START_MICROSECONDS * spread) : 0,
  };
}
