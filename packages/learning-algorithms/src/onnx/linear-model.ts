import { modelBytes, type Operation } from './graph.ts';
import { type Link, outputPart } from './outputs.ts';

/** A linear predictor and how its scores become predictions. */
export type LinearScores = {
  readonly featureNames: readonly string[];
  /** One row of coefficients a score: one score, or one a class for `softmax`. */
  readonly coefficients: readonly (readonly number[])[];
  /** One a score. */
  readonly intercepts: readonly number[];
  readonly link: Link;
};

/**
 * A linear or logistic model as ONNX: `input` (float, rows × features) to `prediction`, or to `label` and
 * `probabilities`.
 *
 * @returns the bytes of an .onnx file
 * @throws  RangeError if coefficients, intercepts and features differ in number
 */
export function linearModelToOnnx({ featureNames, coefficients, intercepts, link }: LinearScores): Uint8Array {
  const width = coefficients.length;
  if (intercepts.length !== width) throw new RangeError(`${intercepts.length} intercepts for ${width} scores`);
  const odd = coefficients.find((row) => row.length !== featureNames.length);
  if (odd) throw new RangeError(`${odd.length} coefficients for ${featureNames.length} features`);
  const weights = featureNames.flatMap((_, j) => coefficients.map((row) => row[j] ?? 0));
  const product: Operation = { type: 'MatMul', inputs: ['input', 'weights'], outputs: ['product'] };
  const sum: Operation = { type: 'Add', inputs: ['product', 'intercepts'], outputs: ['scores'] };
  const { operations, constants, outputs } = outputPart(link, width);
  const own = [
    { name: 'weights', dims: [featureNames.length, width], values: weights },
    { name: 'intercepts', dims: [width], values: intercepts },
  ];
  const all = { operations: [product, sum, ...operations], constants: [...own, ...constants], outputs };
  return modelBytes({ name: 'linear-model', featureNames, ...all });
}
