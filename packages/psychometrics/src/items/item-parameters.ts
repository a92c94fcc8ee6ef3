/** A three-parameter logistic item: a > 0 in 1/logit, b in logits, 0 ≤ c < 1 the chance that a pure guess succeeds. */
export type ItemParameters = { readonly a: number; readonly b: number; readonly c: number };

/** The chance that a person of ability `theta` answers correctly: c + (1 − c) / (1 + e^(−a(θ − b))). */
export function successProbability(theta: number, { a, b, c }: ItemParameters): number {
  return c + (1 - c) / (1 + Math.exp(-a * (theta - b)));
}

/**
 * The difficulty that an Angoff rating implies, with θ = 0 as the ability of a just-passing candidate and a = 1: then
 * `successProbability(0, {a: 1, b, c: guessing})` equals the rating.
 *
 * @param rating   chance in (0, 1) that a just-passing candidate answers correctly
 * @param guessing chance in [0, rating) that a pure guess is correct
 * @returns        b in logits
 * @throws         RangeError if the rating is no more than the chance of a guess, or not below 1
 */
export function difficultyOfAngoff(rating: number, guessing = 0): number {
  if (!(guessing >= 0 && guessing < rating && rating < 1)) {
    throw new RangeError(`a rating of ${rating} does not lie between the chance of a guess, ${guessing}, and 1`);
  }
  return Math.log((1 - rating) / (rating - guessing));
}
