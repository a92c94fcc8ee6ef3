import { probabilityAbove, quantile } from '../eap.ts';
import type { GridPoint } from '../grid.ts';
import { expectedScore, maximumScore } from '../items/calibrated-item.ts';
import type { DomainTally, Known } from './adaptive-test.ts';
import type { PreparedTest } from './prepare.ts';
import type { Progress } from './progress.ts';

/** Ends of the interval that holds the middle 80 % of the posterior. */
const LOW = 0.1;
const HIGH = 0.9;

/** The just-passing candidate. */
const DEFAULT_CUT = 0;

function tallies(test: PreparedTest, { answers, belief }: Progress): DomainTally[] {
  const counts = test.structure.domains.map((domain) => ({ domain, answered: 0, credit: 0, expected: 0 }));
  for (const { index, score } of answers) {
    const tally = counts[test.structure.domainOf[index] ?? 0];
    const calibration = test.calibrations[index];
    if (tally === undefined || calibration === undefined) continue;
    const most = maximumScore(calibration);
    tally.answered += 1;
    tally.credit += score / most;
    tally.expected += expectedScore(belief.theta, calibration) / most;
  }
  return counts;
}

export const cutOf = ({ definition }: PreparedTest): number => definition.cut ?? DEFAULT_CUT;

/** The posterior on the abilities of the prior. */
export const posteriorGrid = ({ definition }: PreparedTest, { belief }: Progress): GridPoint[] =>
  definition.prior.map(({ theta }, q) => ({ theta, weight: belief.weights[q] ?? 0 }));

/** What the answers say: ability, how sure, and where they were. */
export function knownAfter(test: PreparedTest, progress: Progress): Known {
  const { theta, variance } = progress.belief;
  const grid = posteriorGrid(test, progress);
  const cut = cutOf(test);
  return {
    answered: progress.answers.length,
    theta,
    standardError: Math.sqrt(variance),
    interval: { low: quantile(LOW, grid), high: quantile(HIGH, grid) },
    cut,
    probabilityAboveCut: probabilityAbove(cut, grid),
    domains: tallies(test, progress),
  };
}
