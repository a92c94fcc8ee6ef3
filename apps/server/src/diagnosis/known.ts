import type { AbilityEstimate, DiagnosisDomain, DiagnosisKnown } from '@cairn/contract';
import { type Evidence, type Known, learnerState } from '@cairn/psychometrics';
import type { Frozen } from './frozen.ts';
import { type DiagnosisReading, frozenQuestion } from './reading.ts';

export const thetaOf = ({ theta, standardError, interval }: Known): AbilityEstimate => ({
  estimate: theta,
  standardError,
  low: interval.low,
  high: interval.high,
});

function verdictOf({ interval, cut }: Known): DiagnosisKnown['verdict'] {
  if (interval.low >= cut) return 'likely-pass';
  return interval.high < cut ? 'likely-fail' : 'too-close';
}

const parametersOf = ({ definition }: Frozen) =>
  new Map(
    definition.items.map(({ id, calibration }) => {
      if (calibration.kind !== 'dichotomous') throw new RangeError(`${id} was frozen as ${calibration.kind}`);
      return [id, calibration];
    }),
  );

/** Each domain by the model of a learner, from the answers of this diagnosis alone. */
function domainThetas({ frozen, answers, stored }: DiagnosisReading): ReadonlyMap<number, AbilityEstimate> {
  const parameters = parametersOf(frozen);
  const evidence = answers.flatMap(({ itemId, credit }): Evidence[] => {
    const own = parameters.get(itemId);
    const { domain } = frozenQuestion(frozen, itemId);
    return own ? [{ at: stored.startedAt, domain, kind: 'item', itemId, credit, parameters: own }] : [];
  });
  const state = learnerState(evidence, stored.startedAt, frozen.learner);
  return new Map(
    state.domains.map(({ domain, theta, standardError, low, high }) => [
      domain,
      { estimate: theta, standardError, low, high },
    ]),
  );
}

function domainsOf(reading: DiagnosisReading): DiagnosisDomain[] {
  const { frozen, step } = reading;
  const thetas = domainThetas(reading);
  const weights = frozen.domains.reduce((sum, { weight }) => sum + weight, 0);
  return frozen.domains.flatMap(({ number, name, weight }) => {
    const theta = thetas.get(number);
    const tally = step.known.domains.find(({ domain }) => domain === String(number));
    if (theta === undefined) return []; // the frozen model of a learner has the frozen domains
    const { answered = 0, credit = 0 } = tally ?? {};
    return [{ number, name, weightPercent: (100 * weight) / weights, answered, correct: credit, theta }];
  });
}

/** Where somebody stands after a diagnosis. While it runs this is feedback: it moves up with what was right. */
export function knownOf(reading: DiagnosisReading): DiagnosisKnown {
  const { known } = reading.step;
  return {
    theta: thetaOf(known),
    passProbability: known.probabilityAboveCut,
    verdict: verdictOf(known),
    domains: domainsOf(reading),
  };
}
