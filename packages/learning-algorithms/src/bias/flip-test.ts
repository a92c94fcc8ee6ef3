import { denseRows, type Rows, squaredDistance } from '../numbers/dense.ts';
import type { Table } from '../table/table.ts';
import { type Flags, requireFacets } from './facets.ts';

/** Neighbours asked; a single one where the advantaged facet has no more than ten rows. */
const NEIGHBOURS = 5;
const FEW_ROWS = 10;

/** Whether most of the nearest rows have a positive prediction; equal distances go to the earlier row. */
function neighboursVote({ width, cells }: Rows, row: number, advantaged: readonly number[], predicted: Flags): boolean {
  const ranked = advantaged.map((other) => ({
    other,
    distance: squaredDistance(cells, row * width, cells, other * width, width),
  }));
  ranked.sort((a, b) => a.distance - b.distance || a.other - b.other);
  const asked = ranked.slice(0, advantaged.length > FEW_ROWS ? NEIGHBOURS : 1);
  return 2 * asked.filter(({ other }) => predicted[other]).length > asked.length;
}

/**
 * Counterfactual flip test: of facet d's rows, those refused though their nearest rows in facet a are accepted, less
 * those accepted though their nearest rows are refused, as a share of facet d.
 *
 * @param features without facet and label, no cell missing
 * @returns        in [−1, 1]; positive where facet d is worse off
 * @throws         RangeError if lengths differ, a facet is empty or a cell is missing
 * @see            https://docs.aws.amazon.com/sagemaker/latest/dg/clarify-post-training-bias-metric-ft.html;
 *                 Black, Yeom & Fredrikson (2020), FlipTest, FAT*, 111–121
 */
export function flipTest(features: Table, isDisadvantaged: Flags, predicted: Flags): number {
  requireFacets(isDisadvantaged, predicted);
  const data = denseRows(features, 'the flip test');
  if (data.rows !== predicted.length)
    throw new RangeError(`${data.rows} rows of features for ${predicted.length} predictions`);
  const all = predicted.map((_, i) => i);
  const advantaged = all.filter((i) => !isDisadvantaged[i]);
  const disadvantaged = all.filter((i) => isDisadvantaged[i]);
  const flips = disadvantaged.map((row) => {
    const counterpart = neighboursVote(data, row, advantaged, predicted);
    return Number(counterpart) - Number(predicted[row]);
  });
  return flips.reduce((sum, flip) => sum + flip, 0) / disadvantaged.length;
}
