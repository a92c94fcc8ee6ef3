import { z } from 'zod';
import { OBJECTIVES } from '../parameters/boosting-parameters.ts';

const Numbers = z.array(z.number()).readonly();
const Whole = z.array(z.int()).readonly();

/**
 * One regression tree as parallel arrays, a node each, numbered as XGBoost numbers them: root 0, then level by level in
 * the order of splitting. A row goes left where its value, in single precision, is below the condition; where it is
 * missing, as `defaultLeft` says.
 */
export const TreeSchema = z.strictObject({
  leftChildren: Whole.describe('−1 in a leaf'),
  rightChildren: Whole,
  splitIndices: Whole.describe('Number of the feature; 0 in a leaf'),
  splitConditions: Numbers.describe('The threshold of a split; the value of a leaf, learning rate included'),
  defaultLeft: z
    .array(z.union([z.literal(0), z.literal(1)]))
    .readonly()
    .describe('Where missing values go'),
  baseWeights: Numbers.describe("The node's value were it a leaf, without learning rate"),
  lossChanges: Numbers.describe('What the split gained; 0 in a leaf'),
  sumHessian: Numbers.describe('Hessians of the training rows in the node: its cover'),
});

export type Tree = Readonly<z.infer<typeof TreeSchema>>;

/** A trained model: plain data. */
export const BoostedTreesSchema = z.strictObject({
  schema: z.literal('boosted-trees/1'),
  objective: z.enum(OBJECTIVES),
  treesPerRound: z.int().min(1).describe('The classes of a multi objective, else 1'),
  baseMargin: z.number().describe('The margin before the first tree'),
  featureNames: z.array(z.string()).min(1).readonly(),
  trees: z.array(TreeSchema).readonly().describe('Round by round, and within a round class by class'),
  usedRounds: z
    .int()
    .min(1)
    .describe('Rounds that predictions use: up to the best one where training stopped early, else all'),
});

export type BoostedTrees = Readonly<z.infer<typeof BoostedTreesSchema>>;
