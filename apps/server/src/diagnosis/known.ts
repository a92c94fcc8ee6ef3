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

/** What is right in which domain, and what follows, is feedback: it comes with the end. */
function domainsOf(reading: DiagnosisReading): DiagnosisDomain[] {
  const { frozen, step, stored } = reading;
  const thetas = stored.overAt === null ? undefined : domainThetas(reading);
  const weights = frozen.domains.reduce((sum, { weight }) => sum + weight, 0);
  return frozen.domains.map(({ number, name, weight }) => {
    const tally = step.known.domains.find(({ domain }) => domain === String(number));
    return {
      number,
      name,
      weightPercent: (100 * weight) / weights,
      answered: tally?.answered ?? 0,
      correct: thetas ? (tally?.credit ?? 0) : null,
      theta: thetas?.get(number) ?? null,
    };
  });
}

export function knownOf(reading: DiagnosisReading): DiagnosisKnown {
  const { known } = reading.step;
  return {
    theta: thetaOf(known),
    passProbability: known.probabilityAboveCut,
    verdict: verdictOf(known),
    domains: domainsOf(reading),
  };
}
