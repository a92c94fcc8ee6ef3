import type { TrainingJob } from '../jobs-state.ts';

/** So many finished jobs are compared with at the least, and so many rounds are waited for. */
const FEWEST_JOBS = 3;
const FEWEST_ROUNDS = 5;

const meanUpTo = (values: readonly number[], rounds: number): number =>
  values.slice(0, rounds).reduce((sum, value) => sum + value, 0) / Math.min(rounds, values.length);

/**
 * The median rule that SageMaker documents: a job is stopped when its metric is worse than the median of the running
 * averages of the finished jobs up to the same round.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/automatic-model-tuning-early-stopping.html
 */
export function isHopeless(
  job: TrainingJob,
  finished: readonly TrainingJob[],
  metricName: string,
  direction: 'Maximize' | 'Minimize',
): boolean {
  const own = job.history.get(metricName) ?? [];
  const others = finished.flatMap(({ history }) => {
    const values = history.get(metricName) ?? [];
    return values.length > 0 ? [meanUpTo(values, own.length)] : [];
  });
  const last = own.at(-1);
  if (last === undefined || own.length < FEWEST_ROUNDS || others.length < FEWEST_JOBS) return false;
  const sorted = others.sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? last;
  return direction === 'Maximize' ? last < median : last > median;
}
