import type { BoostedTrees, Tree } from '../model/model-schema.ts';
import { usedTrees } from '../model/used-trees.ts';

/** C's %.9g, which tells all single-precision numbers apart. */
function nineDigits(value: number): string {
  const [digits = '0', power = '0'] = value.toExponential(8).split('e');
  const exponent = Number(power);
  if (exponent >= -5 && exponent < 9 && exponent !== -5) return String(Number(value.toFixed(8 - exponent)));
  const sign = exponent < 0 ? '-' : '+';
  return `${String(Number(digits))}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

type Style = { readonly names: readonly string[]; readonly isWithStatistics: boolean };

function lineOf(tree: Tree, node: number, { names, isWithStatistics }: Style): string {
  const [left, right] = [tree.leftChildren[node] ?? -1, tree.rightChildren[node] ?? -1];
  const cover = nineDigits(tree.sumHessian[node] ?? 0);
  const condition = nineDigits(tree.splitConditions[node] ?? 0);
  if (left < 0) return `${node}:leaf=${condition}${isWithStatistics ? `,cover=${cover}` : ''}`;
  const missing = tree.defaultLeft[node] === 1 ? left : right;
  const gain = nineDigits(tree.lossChanges[node] ?? 0);
  const statistics = isWithStatistics ? `,gain=${gain},cover=${cover}` : '';
  const name = names[tree.splitIndices[node] ?? -1];
  return `${node}:[${name}<${condition}] yes=${left},no=${right},missing=${missing}${statistics}`;
}

function* linesOf(tree: Tree, node: number, depth: number, style: Style): Generator<string> {
  yield `${'\t'.repeat(depth)}${lineOf(tree, node, style)}\n`;
  const [left, right] = [tree.leftChildren[node] ?? -1, tree.rightChildren[node] ?? -1];
  if (left < 0) return;
  yield* linesOf(tree, left, depth + 1, style);
  yield* linesOf(tree, right, depth + 1, style);
}

/** The used trees as text, one string a tree, in the form of XGBoost's `get_dump`. */
export function dumpTrees(model: BoostedTrees, isWithStatistics = false): string[] {
  const style = { names: model.featureNames, isWithStatistics };
  return usedTrees(model).map((tree) => [...linesOf(tree, 0, 0, style)].join(''));
}
