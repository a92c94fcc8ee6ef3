import type { ValidationStudy } from '@cairn/contract';
import { ENOUGH_OUTCOMES, type ReadinessValidation, type ValidationStudy as Study } from '@cairn/psychometrics';

/** Scores of other ways to state a chance begin so; the page draws them side by side. */
const RULE = 'Brier score: ';

function factsOf({ compared, best }: Study): ValidationStudy['facts'] {
  const on = best && `Brier score on ${best.candidates} of them`;
  return [
    ...compared.map(({ name, brier }) => ({ name: `${RULE}${name}`, value: brier })),
    ...(best
      ? [
          { name: `${on}, readiness`, value: best.readiness },
          { name: `${on}, best possible from the same answers`, value: best.sameEvidence },
          { name: `${on}, knowing every true difficulty`, value: best.allKnowing },
        ]
      : []),
  ];
}

function studyOf(study: Study, ranOn: string): ValidationStudy {
  const { id, title, about, count, passRate, bins, brier, parts, logLoss, calibrationError } = study;
  return {
    id,
    title,
    summary: about,
    ranOn,
    reliability: {
      n: count,
      passed: Math.round(count * passRate),
      isEnough: count >= ENOUGH_OUTCOMES,
      wanted: ENOUGH_OUTCOMES,
      ...{ brier, parts: { ...parts }, logLoss, calibrationError },
      bins: bins.map((bin) => ({
        n: bin.count,
        predicted: bin.predicted,
        observed: { low: bin.low, estimate: bin.observed, high: bin.high },
      })),
    },
    facts: factsOf(study),
  };
}

/** The studies that ship with Cairn, as the page of reliability shows them. */
export const studiesOf = ({ date, studies }: ReadinessValidation): ValidationStudy[] =>
  studies.map((study) => studyOf(study, date));
