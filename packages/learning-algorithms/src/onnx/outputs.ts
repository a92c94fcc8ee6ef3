import type { Constant, Graph, Operation, Output } from './graph.ts';

/** How scores become predictions. */
export type Link = 'identity' | 'exponential' | 'logistic' | 'softmax';

type Part = Pick<Graph, 'operations' | 'constants' | 'outputs'>;

const operation = (type: string, inputs: string[], output: string, attributes?: Operation['attributes']): Operation => {
  return { type, inputs, outputs: [output], ...(attributes ? { attributes } : {}) };
};

const label: Output = { name: 'label', type: 'int64', width: 'none' };
const toLabel = operation('ArgMax', ['probabilities'], 'label', {
  axis: { kind: 'whole', value: 1 },
  keepdims: { kind: 'whole', value: 0 },
});
const one: Constant = { name: 'one', dims: [1], values: [1] };

function classes(width: number): Output[] {
  return [label, { name: 'probabilities', type: 'float', width }];
}

/**
 * From `scores` (rows × width) to what a caller reads: `prediction`, or `label` and `probabilities` of all classes.
 */
export function outputPart(link: Link, width: number): Part {
  const prediction: Output[] = [{ name: 'prediction', type: 'float', width }];
  const axis = { axis: { kind: 'whole', value: 1 } } as const;
  switch (link) {
    case 'identity':
      return { operations: [operation('Identity', ['scores'], 'prediction')], constants: [], outputs: prediction };
    case 'exponential':
      return { operations: [operation('Exp', ['scores'], 'prediction')], constants: [], outputs: prediction };
    case 'logistic': {
      const pair = [operation('Sigmoid', ['scores'], 'positive'), operation('Sub', ['one', 'positive'], 'negative')];
      const both = operation('Concat', ['negative', 'positive'], 'probabilities', axis);
      return { operations: [...pair, both, toLabel], constants: [one], outputs: classes(2) };
    }
    case 'softmax': {
      const shares = operation('Softmax', ['scores'], 'probabilities', axis);
      return { operations: [shares, toLabel], constants: [], outputs: classes(width) };
    }
  }
}
