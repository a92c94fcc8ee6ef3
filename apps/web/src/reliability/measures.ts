import type { Reliability, ValidationStudy } from '@cairn/contract';
import { ruleName } from './study-words.ts';

/** One measure of how well predictions agree with what happened. */
export type Measure = {
  readonly name: string;
  readonly value: string;
  /** What it means, in one line. */
  readonly meaning: string;
};

const three = (value: number): string => value.toFixed(3);

/** Only what was measured: with no outcome there is nothing to say. */
export function measuresOf(found: Reliability): Measure[] {
  const { brier, parts, logLoss, calibrationError, n, passed } = found;
  const base =
    parts === null ? '' : ` Saying ${wholePercent(passed / n)} to everybody scores ${three(parts.uncertainty)}.`;
  return [
    ...(calibrationError === null
      ? []
      : [
          {
            name: 'Calibration error',
            value: `${(100 * calibrationError).toFixed(1)} points`,
            meaning: 'How far a stated chance lies from the share that passed, on average. 0 is perfect.',
          },
        ]),
    ...(brier === null
      ? []
      : [
          {
            name: 'Brier score',
            value: three(brier),
            meaning: `Mean squared distance of the stated chance from what happened: 0 is a clairvoyant.${base}`,
          },
        ]),
    ...(logLoss === null
      ? []
      : [
          {
            name: 'Log loss',
            value: three(logLoss),
            meaning: 'Surprise at what happened. Punishes being sure and wrong hardest; tossing a coin scores 0.693.',
          },
        ]),
  ];
}

export const wholePercent = (share: number): string => `${Math.round(100 * share)} %`;

/** A chance that people meet often, and that is neither sure nor hopeless. */
const TELLING = 0.7;

/** The sentence under a curve: one bin, told as people would. */
export function curveSentence({ bins, n }: Reliability): string {
  const distance = ({ predicted }: Reliability['bins'][number]) => Math.abs(predicted - TELLING);
  const bin = [...bins].sort((one, other) => distance(one) - distance(other))[0];
  if (!bin) return 'No prediction has an outcome yet.';
  const { predicted, observed } = bin;
  return `${n.toLocaleString('en')} predictions. Of those told about ${wholePercent(predicted)}, ${wholePercent(
    observed.estimate,
  )} passed (80 % interval ${wholePercent(observed.low)} to ${wholePercent(observed.high)}).`;
}

/** Numbers beside points must fit a phone: 940, 1.2k. */
export const shortCount = (n: number): string => (n < 1000 ? `${n}` : `${(n / 1000).toFixed(n < 9950 ? 1 : 0)}k`);

/** One way to state a chance, with its Brier score on the same predictions. */
export type Rule = { readonly name: string; readonly value: number; readonly isOwn: boolean };

/** What a study calls the score of another way to state a chance. */
const RULE = 'Brier score: ';

/** A study's facts that are scores of other rules, best first with the study's own among them; and the other facts. */
export function rulesOf({ reliability: { brier }, facts }: ValidationStudy): {
  readonly rules: readonly Rule[];
  readonly facts: ValidationStudy['facts'];
} {
  const others = facts
    .filter(({ name }) => name.startsWith(RULE))
    .map(({ name, value }) => ({ name: ruleName(name.slice(RULE.length)), value, isOwn: false }));
  const own = brier === null ? [] : [{ name: 'Cairn’s readiness', value: brier, isOwn: true }];
  return {
    rules: [...own, ...others].sort((one, other) => one.value - other.value),
    facts: facts.filter(({ name }) => !name.startsWith(RULE)),
  };
}
