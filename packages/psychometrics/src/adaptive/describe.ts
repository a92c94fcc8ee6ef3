import type { ItemChoice, PassedOver, StopReason } from './adaptive-test.ts';

const percent = (share: number): string => `${Math.floor(share * 100)} %`;

const PASSED_OVER = {
  exposure: 'a more informative one is kept back, so that it is not seen by everybody',
  enemy: 'a more informative one is too close to another question of this test',
  domain: 'a more informative one lies in a domain that has had its share',
  set: 'a more informative one does not fit the case study',
  criterion: 'another is more informative at the estimate, this one over all abilities still in question',
} as const satisfies Record<PassedOver, string>;

/** Why this question, in one English sentence. */
export function describeChoice({ information, best, domain, set }: ItemChoice): string {
  const where = `${domain.domain} (${domain.given} of ${domain.planned} planned)`;
  if (set && set.place > 1) return `Question ${set.place} of ${set.size} of the same case study.`;
  if (best === undefined) return `It tells the most of all questions left; its domain is ${where}.`;
  const share = percent(information / best.information);
  return `It tells ${share} of what the best question left would: ${PASSED_OVER[best.passedOver]}. Its domain is ${where}.`;
}

/** Why the test is over, in one English sentence. */
export function describeStop(reason: StopReason): string {
  switch (reason.code) {
    case 'precise':
      return `Your ability is known to ± ${reason.standardError.toFixed(2)} logits; ${reason.limit} was asked for.`;
    case 'decided':
      return `You are ${reason.side} the pass line with a probability of ${percent(reason.probability)}; more questions would hardly change that.`;
    case 'negligible-gain':
      return `The best question left would sharpen the result by only ${reason.gain.toFixed(3)} logits.`;
    case 'maximum-items':
      return `All ${reason.items} questions of this test are answered.`;
    case 'bank-exhausted':
      return `After ${reason.items} questions the bank holds no other that fits this test.`;
  }
}
