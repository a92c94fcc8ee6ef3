/** 1 / (1 + e^−x). */
export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** The inverse of `logistic`: the log odds of a probability. */
export const logit = (p: number): number => Math.log(p / (1 - p));

/** ln(1 + eˣ) without overflow; −softplus(−x) is ln of `logistic` without underflow. */
export const softplus = (x: number): number => Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));
