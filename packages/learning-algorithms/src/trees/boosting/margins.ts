import type { GrownTree } from '../growing/grow-tree.ts';
import type { Tree } from '../model/model-schema.ts';
import type { SetPlan } from '../plan.ts';
import { slice } from '../team.ts';
import { ownRows, type Workbench } from '../workbench.ts';

const { fround } = Math;

/** The leaf that a row of a data set falls into. */
function leafOf(tree: Tree, f32: Float32Array, { columns, rows }: SetPlan, row: number): number {
  let node = 0;
  // Casts: children and features are numbers of the tree and the plan.
  for (let left = tree.leftChildren[0] as number; left >= 0; left = tree.leftChildren[node] as number) {
    const value = f32[columns / 4 + (tree.splitIndices[node] as number) * rows + row] as number;
    const isLeft = Number.isNaN(value) ? tree.defaultLeft[node] === 1 : value < (tree.splitConditions[node] as number);
    node = isLeft ? left : (tree.rightChildren[node] as number);
  }
  return node;
}

/** Adds a tree's leaves to the margins of this thread's part of the rows in it. */
function addSampled(bench: Workbench, { tree, leaves }: GrownTree, k: number, sampled: number): void {
  const { plan, views, team } = bench;
  const { f32, u32 } = views;
  const [first, last] = slice(team, sampled);
  const rows = ownRows(bench).rows / 4;
  const margins = plan.train.margins / 4 + k * plan.train.rows;
  for (const leaf of leaves) {
    const value = tree.splitConditions[leaf.id] as number; // a node of this tree
    const to = Math.min(last, leaf.first + leaf.count) + rows;
    for (let i = Math.max(first, leaf.first) + rows; i < to; i += 1) {
      const at = margins + (u32[i] as number); // a row number
      f32[at] = (f32[at] as number) + value;
    }
  }
}

/** The same for rows that the tree did not see. */
function addOthers({ plan, views, team }: Workbench, tree: Tree, k: number): void {
  const { f32, u8 } = views;
  const [first, last] = slice(team, plan.train.rows);
  const margins = plan.train.margins / 4 + k * plan.train.rows;
  for (let row = first; row < last; row += 1) {
    if (u8[plan.sampled + row] === 1) continue;
    const value = tree.splitConditions[leafOf(tree, f32, plan.train, row)] as number;
    f32[margins + row] = (f32[margins + row] as number) + value;
  }
}

function addValidation({ plan, views, team }: Workbench, tree: Tree, k: number): void {
  const { f32 } = views;
  const [first, last] = slice(team, plan.validation.rows);
  const margins = plan.validation.margins / 4 + k * plan.validation.rows;
  for (let row = first; row < last; row += 1) {
    const value = tree.splitConditions[leafOf(tree, f32, plan.validation, row)] as number;
    f32[margins + row] = (f32[margins + row] as number) + value;
  }
}

/** Adds tree k of a round to all margins that fall to this thread. */
export function addTree(bench: Workbench, grown: GrownTree, k: number, sampled: number): void {
  addSampled(bench, grown, k, sampled);
  if (sampled < bench.plan.train.rows) addOthers(bench, grown.tree, k);
  addValidation(bench, grown.tree, k);
}

/** Every margin starts as the prediction before the first tree. */
export function startMargins({ plan, views, team }: Workbench, baseMargin: number): void {
  for (const { margins, rows } of [plan.train, plan.validation]) {
    const [first, last] = slice(team, rows * plan.trees);
    views.f32.fill(fround(baseMargin), margins / 4 + first, margins / 4 + last);
  }
}
