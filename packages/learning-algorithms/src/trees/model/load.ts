import { type BoostedTrees, BoostedTreesSchema, type Tree } from './model-schema.ts';

export type Loaded =
  | { readonly outcome: 'model'; readonly model: BoostedTrees }
  /** One sentence. */
  | { readonly outcome: 'fault'; readonly message: string };

const fault = (message: string): Loaded => ({ outcome: 'fault', message });

/** The text of a model; the same model gives the same bytes. */
export function saveBoostedTrees(model: BoostedTrees): string {
  return JSON.stringify(model);
}

/** Children come after their parent and have one; so every walk ends. */
function childFault({ leftChildren, rightChildren, splitIndices }: Tree, features: number): string | undefined {
  const taken = new Set<number>([0]);
  const isFree = (child: number, parent: number) => child > parent && child < leftChildren.length && !taken.has(child);
  for (const [node, left] of leftChildren.entries()) {
    const right = rightChildren[node] ?? -1;
    if (left === -1 && right === -1) continue;
    if (!isFree(left, node) || !isFree(right, node) || left === right) return `has wrong children at node ${node}`;
    taken.add(left).add(right);
    const feature = splitIndices[node] ?? -1;
    if (feature < 0 || feature >= features) return `splits on an unknown feature at node ${node}`;
  }
  return undefined;
}

function treeFault(tree: Tree, features: number): string | undefined {
  const nodes = tree.leftChildren.length;
  if (nodes === 0) return 'has no nodes';
  if (Object.values(tree).some((values) => values.length !== nodes)) return 'has lists of different lengths';
  return childFault(tree, features);
}

function structureFault({ trees, treesPerRound, usedRounds, featureNames }: BoostedTrees): string | undefined {
  if (trees.length % treesPerRound !== 0) return `${trees.length} trees are no whole number of rounds`;
  if (usedRounds * treesPerRound > trees.length) return `${usedRounds} rounds are used, but fewer are there`;
  for (const [number, tree] of trees.entries()) {
    const found = treeFault(tree, featureNames.length);
    if (found !== undefined) return `tree ${number} ${found}`;
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A model from its text. A newer version, or text that is no model, is a fault. */
export function loadBoostedTrees(text: string): Loaded {
  const data = parsed(text);
  if (typeof data !== 'object' || data === null) return fault('The model is no JSON object; save it again.');
  const schema = 'schema' in data ? data.schema : undefined;
  if (schema !== 'boosted-trees/1') {
    return fault(`The model has schema ${JSON.stringify(schema) ?? 'none'}; this version reads "boosted-trees/1".`);
  }
  const result = BoostedTreesSchema.safeParse(data);
  if (!result.success) {
    const [issue] = result.error.issues;
    return fault(`The model is damaged at ${issue?.path.join('.') || 'its root'}: ${issue?.message ?? 'unreadable'}.`);
  }
  const wrong = structureFault(result.data);
  return wrong === undefined ? { outcome: 'model', model: result.data } : fault(`The model is damaged: ${wrong}.`);
}
