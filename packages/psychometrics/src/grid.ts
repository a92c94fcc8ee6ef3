/** One quadrature point of a prior over ability: theta in logits, a positive weight. The weights of a grid sum to 1. */
export type GridPoint = { readonly theta: number; readonly weight: number };

/**
 * A normal prior on `points` equally spaced abilities, `reach` standard deviations to either side of the mean.
 * The default, 81 points over ±6, changes an EAP estimate by less than 1e-6 against a grid four times as fine.
 *
 * @throws RangeError for fewer than 2 points, or a spread or reach that is not positive
 */
export function normalGrid({ mean = 0, spread = 1, points = 81, reach = 6 } = {}): GridPoint[] {
  if (!(points >= 2 && spread > 0 && reach > 0)) throw new RangeError('a grid has at least 2 points and a width');
  const deviates = Array.from({ length: points }, (_, i) => reach * ((2 * i) / (points - 1) - 1));
  const densities = deviates.map((z) => Math.exp((-z * z) / 2));
  const total = densities.reduce((sum, density) => sum + density, 0);
  return deviates.map((z, i) => ({ theta: mean + spread * z, weight: (densities[i] ?? 0) / total }));
}
