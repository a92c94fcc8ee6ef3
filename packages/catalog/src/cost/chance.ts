/**
 * What is known of the chance of passing one sitting: its mean, and how sure that is. The chance itself is taken to be
 * Beta distributed with a = mean · size and b = (1 − mean) · size; a size of Infinity takes the mean as certain.
 */
export type PassChance = { readonly mean: number; readonly size: number };

/** The chance as somebody says it: a mean and, if it is not certain, the ends of its 80 % interval; all in [0, 1]. */
export type StatedChance = { readonly mean: number; readonly low?: number; readonly high?: number };

/** Half the width of the middle 80 % of a normal distribution, in standard deviations. */
const DEVIATE_80 = 1.2816;
/** Below this the Beta would have most of its weight at 0 and at 1: nothing at all would be known. */
const LEAST_SIZE = 1;
const MOST_SIZE = 1e6;

/** The Beta with this mean whose standard deviation is that of a normal interval as wide (method of moments). */
export function chanceOf({ mean, low, high }: StatedChance): PassChance {
  if (low === undefined || high === undefined || !(high > low)) return { mean, size: Number.POSITIVE_INFINITY };
  const deviation = (high - low) / (2 * DEVIATE_80);
  const size = (mean * (1 - mean)) / deviation ** 2 - 1;
  return { mean, size: Math.min(MOST_SIZE, Math.max(LEAST_SIZE, size)) };
}

/**
 * The chance that the first `count` sittings all fail: E[(1 − p)^count], in closed form for a Beta, so that one
 * failure also says something about the next sitting.
 *
 * @param improvement share by which the chance of failing shrinks from each sitting to the next, in [0, 1]
 */
export function failsInARow({ mean, size }: PassChance, count: number, improvement = 0): number {
  const shrunk = (1 - improvement) ** ((count * (count - 1)) / 2); // 0 + 1 + … + (count − 1) times
  if (size === Number.POSITIVE_INFINITY) return (1 - mean) ** count * shrunk;
  const b = (1 - mean) * size;
  let all = 1;
  for (let j = 0; j < count; j += 1) all *= (b + j) / (size + j);
  return all * shrunk;
}

export type Sittings = {
  /** `passedAt[k - 1]` is the chance that the k-th sitting is the one passed. */
  readonly passedAt: readonly number[];
  /** The chance that none of them is. */
  readonly never: number;
};

/** How many sittings it takes, when at most `most` are paid for. */
export function sittingsUntilPass(chance: PassChance, most: number, improvement = 0): Sittings {
  const fails = Array.from({ length: most + 1 }, (_, count) => failsInARow(chance, count, improvement));
  const passedAt = fails.slice(1).map((after, index) => (fails[index] ?? 1) - after);
  return { passedAt, never: fails.at(-1) ?? 1 };
}
