/** A share in [0, 1] with the ends of its interval. */
export type ProportionInterval = { readonly low: number; readonly estimate: number; readonly high: number };

/** Standard normal deviate that leaves 10 % in each tail. */
export const DEVIATE_80 = 1.2815515655446004;

/**
 * Wilson's score interval for a share: honest for few trials, and never outside [0, 1].
 *
 * @param successes may be fractional, where points are parts of questions
 * @param deviate   standard normal deviate; the default gives an 80 % interval
 * @throws          RangeError unless 0 ≤ successes ≤ trials and trials > 0
 * @see             Wilson (1927), Journal of the American Statistical Association 22, 209–212
 */
export function wilsonInterval(successes: number, trials: number, deviate = DEVIATE_80): ProportionInterval {
  if (!(trials > 0 && successes >= 0 && successes <= trials)) {
    throw new RangeError(`${successes} successes of ${trials} trials is no share`);
  }
  const estimate = successes / trials;
  const square = deviate ** 2;
  const centre = (estimate + square / (2 * trials)) / (1 + square / trials);
  const half =
    (deviate / (1 + square / trials)) * Math.sqrt((estimate * (1 - estimate)) / trials + square / (4 * trials ** 2));
  return { low: Math.max(0, centre - half), estimate, high: Math.min(1, centre + half) };
}
