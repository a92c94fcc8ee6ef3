export const BEGIN = {
  /** Size of a step along the gradient. */
  learningRate: 0.08,
  steps: 15,
  /** How much steeper the loss is along w₂ than along w₁. */
  stretch: 10,
  /** Where the descent starts. */
  startX: -1.7,
  startY: 1.2,
};
export type Setting = typeof BEGIN;

export type Weights = { readonly x: number; readonly y: number };
export type Step = Weights & { readonly loss: number };

/** How far from the lowest point the map reaches along each weight. */
export const LIMIT = 2;
export const LIMIT_Y = 1.5;

/** A bowl, `stretch` times as steep along the second weight: ½·(w₁² + stretch·w₂²), least at (0, 0). */
export const lossAt = ({ x, y }: Weights, stretch: number): number => (x * x + stretch * y * y) / 2;

export const slopeAt = ({ x, y }: Weights, stretch: number): Weights => ({ x, y: stretch * y });

/** The start and each of the steps: w ← w − rate · slope. */
export function descend({ learningRate, steps, stretch, startX, startY }: Setting): Step[] {
  let at: Weights = { x: startX, y: startY };
  const path: Step[] = [{ ...at, loss: lossAt(at, stretch) }];
  for (let step = 0; step < steps; step += 1) {
    const slope = slopeAt(at, stretch);
    at = { x: at.x - learningRate * slope.x, y: at.y - learningRate * slope.y };
    path.push({ ...at, loss: lossAt(at, stretch) });
  }
  return path;
}

/** Beyond it every step along the steepest direction lands farther away than it began. */
export const largestRate = ({ stretch }: Pick<Setting, 'stretch'>): number => 2 / Math.max(1, stretch);

export type Course = 'diverges' | 'swings' | 'crawls' | 'arrives' | 'descends';

/** What the path does, by its last losses and by the factor 1 − rate·stretch of its steepest direction. */
export function courseOf(setting: Setting, path: readonly Step[]): Course {
  const factor = 1 - setting.learningRate * Math.max(1, setting.stretch);
  const [first, last] = [path[0], path.at(-1)];
  if (!first || !last) return 'descends';
  if (factor <= -1 && last.loss >= first.loss) return 'diverges';
  if (last.loss < 0.01 * first.loss) return 'arrives';
  if (factor < -0.5) return 'swings';
  return setting.learningRate < 0.1 * largestRate(setting) ? 'crawls' : 'descends';
}

const TURN: readonly number[] = Array.from({ length: 73 }, (_, at) => (at * Math.PI) / 36);

/** The contour of one loss: an ellipse. */
export const contourOf = (loss: number, stretch: number): Weights[] =>
  TURN.map((angle) => ({
    x: Math.sqrt(2 * loss) * Math.cos(angle),
    y: Math.sqrt((2 * loss) / stretch) * Math.sin(angle),
  }));

/** Losses whose contours are drawn: closer together where the bowl is flat. */
export const CONTOURS: readonly number[] = [0.05, 0.15, 0.4, 0.9, 1.8, 3.4, 6, 10, 16, 24];
