import type { Tree } from '../model/model-schema.ts';

/** A tree while it grows. */
export type GrowingTree = { -readonly [K in keyof Tree]: Tree[K] extends readonly (infer V)[] ? V[] : never };

/** Adds a leaf and answers its number. */
export function addLeaf(tree: GrowingTree, weight: number, eta: number, hessian: number): number {
  tree.leftChildren.push(-1);
  tree.rightChildren.push(-1);
  tree.splitIndices.push(0);
  tree.splitConditions.push(Math.fround(weight * eta));
  tree.defaultLeft.push(0);
  tree.baseWeights.push(weight);
  tree.lossChanges.push(0);
  tree.sumHessian.push(Math.fround(hessian));
  return tree.leftChildren.length - 1;
}

export function newTree(): GrowingTree {
  return {
    leftChildren: [],
    rightChildren: [],
    splitIndices: [],
    splitConditions: [],
    defaultLeft: [],
    baseWeights: [],
    lossChanges: [],
    sumHessian: [],
  };
}
