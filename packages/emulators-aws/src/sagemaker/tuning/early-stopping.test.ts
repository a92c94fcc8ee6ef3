import { describe, expect, it } from 'vitest';
import type { TrainingJob } from '../jobs-state.ts';
import { isHopeless } from './early-stopping.ts';

const AT = new Date(0);
const jobWith = (values: readonly number[]): TrainingJob => ({
  ...{ TrainingJobName: 'a', TrainingJobArn: 'arn', TrainingJobStatus: 'InProgress', SecondaryStatus: 'Training' },
  ...{
    ModelArtifacts: undefined,
    AlgorithmSpecification: undefined,
    ResourceConfig: undefined,
    StoppingCondition: undefined,
  },
  ...{ SecondaryStatusTransitions: [], CreationTime: AT, LastModifiedTime: AT, history: new Map([['m', [...values]]]) },
});

const finished = [0.6, 0.7, 0.8].map((value) => jobWith([value, value, value, value, value, value]));

describe('early stopping', () => {
  it.each([
    ['goes on below the fifth round', [0.1, 0.1, 0.1], 'Maximize', false],
    ['stops below the median when more is better', [0.9, 0.9, 0.9, 0.9, 0.69], 'Maximize', true],
    ['goes on at the median', [0.1, 0.1, 0.1, 0.1, 0.7], 'Maximize', false],
    ['stops above the median when less is better', [0.1, 0.1, 0.1, 0.1, 0.71], 'Minimize', true],
  ] as const)('%s', (_, values, direction, expected) => {
    expect(isHopeless(jobWith(values), finished, 'm', direction)).toBe(expected);
  });

  it('compares with three finished jobs at the least', () => {
    expect(isHopeless(jobWith([0, 0, 0, 0, 0]), finished.slice(1), 'm', 'Maximize')).toBe(false);
  });
});
