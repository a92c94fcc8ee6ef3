import { chiSquareTail } from '../numbers/chi-square.ts';
import { logisticDeviance } from '../numbers/logistic-regression.ts';
import { type DifStudy, type Stratum, testItems, type Untestable } from './study.ts';

/** One likelihood-ratio test: does the larger model predict the answers better? */
export type LogisticTest = {
  /** χ², the fall in deviance. */
  readonly chiSquare: number;
  readonly degrees: number;
  readonly p: number;
  /** Gain in Nagelkerke's R², the size of the effect. */
  readonly r2Gain: number;
  /** Size by Jodoin & Gierl (2001): A below 0.035, B below 0.070, else C; A if p exceeds 0.05. */
  readonly class: 'A' | 'B' | 'C';
};

export type LogisticStatistics = {
  /** The group shifts the chance by the same logit at every ability. */
  readonly uniform: LogisticTest;
  /** The group changes how steeply the chance rises with ability, beyond a shift. */
  readonly nonUniform: LogisticTest;
  /** Either, 2 degrees of freedom. */
  readonly both: LogisticTest;
};

export type LogisticDif = ({ readonly outcome: 'tested'; readonly item: number } & LogisticStatistics) | Untestable;

type Fit = { readonly deviance: number; readonly r2: number };

function testBetween(smaller: Fit, larger: Fit, degrees: number): LogisticTest {
  const chiSquare = Math.max(0, smaller.deviance - larger.deviance);
  const p = chiSquareTail(chiSquare, degrees);
  const r2Gain = larger.r2 - smaller.r2;
  return { chiSquare, degrees, p, r2Gain, class: p > 0.05 || r2Gain < 0.035 ? 'A' : r2Gain < 0.07 ? 'B' : 'C' };
}

/** Rows of (1, score, group, score × group); the score is centred and scaled, which changes no deviance. */
function rowsOf(strata: readonly Stratum[]) {
  const persons = strata.map((s) => s.referenceRight + s.referenceWrong + s.focalRight + s.focalWrong);
  const total = persons.reduce((sum, n) => sum + n, 0);
  const mean = strata.reduce((sum, s, i) => sum + s.score * Number(persons[i]), 0) / total;
  const variance = strata.reduce((sum, s, i) => sum + (s.score - mean) ** 2 * Number(persons[i]), 0) / total;
  const scale = variance > 0 ? Math.sqrt(variance) : 1;
  const rows = strata.flatMap((s) => {
    const z = (s.score - mean) / scale;
    return [
      { predictors: [1, z, 0, 0], successes: s.referenceRight, trials: s.referenceRight + s.referenceWrong },
      { predictors: [1, z, 1, z], successes: s.focalRight, trials: s.focalRight + s.focalWrong },
    ];
  });
  return { rows: rows.filter(({ trials }) => trials > 0), total };
}

function logistic(strata: readonly Stratum[]): LogisticStatistics | undefined {
  const { rows, total } = rowsOf(strata);
  const nothing = logisticDeviance(rows, 1);
  const largest = nothing === undefined ? 0 : 1 - Math.exp(-nothing / total);
  const fits = [2, 3, 4].map((predictors): Fit | undefined => {
    const deviance = logisticDeviance(rows, predictors);
    if (deviance === undefined || nothing === undefined) return undefined;
    return { deviance, r2: (1 - Math.exp((deviance - nothing) / total)) / largest };
  });
  const [score, group, interaction] = fits;
  if (score === undefined || group === undefined || interaction === undefined) return undefined;
  return {
    uniform: testBetween(score, group, 1),
    nonUniform: testBetween(group, interaction, 1),
    both: testBetween(score, interaction, 2),
  };
}

/**
 * Logistic regression of each item's answer on the matching score, the group, and their product.
 *
 * @returns one entry an item, in order
 * @throws  RangeError if the study's parts do not fit one another
 * @see     Swaminathan & Rogers (1990), Journal of Educational Measurement 27, 361–370; Nagelkerke (1991), Biometrika 78
 */
export const logisticDif = (study: DifStudy): LogisticDif[] => testItems(study, logistic);
