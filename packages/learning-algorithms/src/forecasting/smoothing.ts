/** Which parts a series is made of. Holt's method has a trend, Holt–Winters' a season too. */
export type SmoothingShape = {
  readonly trend: 'none' | 'additive' | 'damped';
  readonly seasonal: 'none' | 'additive' | 'multiplicative';
  /** Observations in a season; at least 2 with a season, not read without. */
  readonly season?: number;
};

export type SmoothingParameters = {
  /** Of the level, in (0, 1). */
  readonly alpha: number;
  /** Of the trend; 0 without. */
  readonly beta: number;
  /** Of the season; 0 without. */
  readonly gamma: number;
  /** Damping of the trend; 1 without. */
  readonly phi: number;
};

/** What the next observation is expected from. `seasonals[0]` belongs to it. */
export type SmoothingState = {
  readonly level: number;
  readonly slope: number;
  readonly seasonals: readonly number[];
};

/** Expected next observation. */
export function expectedNext(
  shape: SmoothingShape,
  { level, slope, seasonals }: SmoothingState,
  phi: number,
  steps = 1,
): number {
  const damped = phi === 1 ? steps : (phi * (1 - phi ** steps)) / (1 - phi);
  const base = level + slope * damped;
  if (shape.seasonal === 'none') return base;
  const factor = seasonals[(steps - 1) % seasonals.length] ?? Number.NaN;
  return shape.seasonal === 'additive' ? base + factor : base * factor;
}

/**
 * State after an observation, in the error-correction form.
 *
 * @see Hyndman, Koehler, Ord & Snyder (2008), Forecasting with Exponential Smoothing, ch. 2
 */
export function nextState(
  shape: SmoothingShape,
  state: SmoothingState,
  { alpha, beta, gamma, phi }: SmoothingParameters,
  observed: number,
): SmoothingState {
  const { level, slope, seasonals } = state;
  const base = level + phi * slope;
  const [own = 0, ...later] = seasonals;
  const isMultiplicative = shape.seasonal === 'multiplicative';
  const deseasoned = isMultiplicative ? observed / own : observed - (shape.seasonal === 'none' ? 0 : own);
  const nextLevel = base + alpha * (deseasoned - base);
  const nextSlope = phi * slope + beta * (nextLevel - base);
  if (shape.seasonal === 'none') return { level: nextLevel, slope: nextSlope, seasonals };
  const target = isMultiplicative ? observed / base : observed - base;
  return { level: nextLevel, slope: nextSlope, seasonals: [...later, own + gamma * (target - own)] };
}

/** One-step errors over a series, and the state at its end. */
export type SmoothingRun = { readonly errors: readonly number[]; readonly state: SmoothingState };

export function runSmoothing(
  shape: SmoothingShape,
  start: SmoothingState,
  parameters: SmoothingParameters,
  series: ArrayLike<number>,
): SmoothingRun {
  const errors: number[] = [];
  let state = start;
  for (let t = 0; t < series.length; t += 1) {
    const observed = series[t] as number; // t < length
    errors.push(observed - expectedNext(shape, state, parameters.phi));
    state = nextState(shape, state, parameters, observed);
  }
  return { errors, state };
}
