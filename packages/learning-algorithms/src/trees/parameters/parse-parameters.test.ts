import { describe, expect, it } from 'vitest';
import { parseBoostingParameters } from './parse-parameters.ts';

const faultsOf = (raw: Readonly<Record<string, unknown>>) => {
  const parsed = parseBoostingParameters(raw);
  return parsed.outcome === 'faults' ? parsed.messages : [];
};

describe('parameters', () => {
  it('may be text, have other names, and leave out what has a default', () => {
    const parsed = parseBoostingParameters({
      objective: 'binary:logistic',
      num_round: '100',
      learning_rate: '0.1',
      reg_lambda: 2,
      eval_metric: 'auc, logloss',
      monotone_constraints: '(1,0,-1)',
      nthread: '4',
      tree_method: 'hist',
    });

    expect(parsed).toMatchObject({
      outcome: 'parameters',
      parameters: {
        num_round: 100,
        eta: 0.1,
        lambda: 2,
        max_depth: 6,
        eval_metric: ['auc', 'logloss'],
        monotone_constraints: [1, 0, -1],
        early_stopping_rounds: undefined,
      },
    });
  });

  it.each([
    [{ max_depth: 0 }, 'max_depth must be a whole number at least 1 and at most 24, but is 0.'],
    [{ max_depth: '3.5' }, 'max_depth must be a whole number at least 1 and at most 24, but is "3.5".'],
    [{ eta: 0 }, 'eta must be a number greater than 0 and at most 1, but is 0.'],
    [{ eta: '' }, 'eta must be a number greater than 0 and at most 1, but is "".'],
    [{ lambda: -1 }, 'lambda must be a number at least 0, but is -1.'],
    [{ gamma: Number.NaN }, 'gamma must be a number at least 0, but is null.'],
    [{ max_bin: 512 }, 'max_bin must be a whole number at least 2 and at most 256, but is 512.'],
    [{ maxdepth: 3 }, 'maxdepth is no parameter of this algorithm; do you mean max_depth.'],
    [{ tree_method: 'exact' }, 'tree_method must be auto or hist, but is "exact".'],
    [
      { eval_metric: 'f1' },
      'eval_metric must be of logloss, error, auc, aucpr, rmse, mae, mlogloss, merror, poisson-nloglik, but has "f1".',
    ],
    [{ eval_metric: 'auc' }, 'eval_metric auc does not fit reg:squarederror.'],
    [{ monotone_constraints: [2] }, 'monotone_constraints must be a list of -1, 0 and 1, one a feature, but has 2.'],
    [{ objective: 'multi:softprob' }, 'num_class is needed for multi:softprob.'],
    [
      { objective: 'binary:logistic', base_score: 1 },
      'base_score must lie between 0 and 1 for binary:logistic, but is 1.',
    ],
    [
      { objective: 'binary:logit' },
      'objective must be one of binary:logistic, reg:squarederror, count:poisson, multi:softprob, multi:softmax, but is "binary:logit".',
    ],
  ])('that are wrong give one sentence: %j', (raw, message) => {
    expect(faultsOf(raw)).toEqual([message]);
  });

  it('name all that is wrong at once', () => {
    expect(faultsOf({ eta: 2, max_depth: -1, objective: 'x' })).toHaveLength(3);
  });
});
