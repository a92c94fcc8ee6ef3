import { describe, expect, it } from 'vitest';
import type { RoundReport } from '../trees/boosting/watching.ts';
import { boosting, drawSet, trained } from '../trees/testing.ts';
import { trainBoostedTreesInThreads } from './node.ts';

const parameters = boosting({ objective: 'binary:logistic', num_round: 4, max_depth: 3, early_stopping_rounds: 2 });
const task = { train: drawSet(400, 5, 1), validation: drawSet(200, 5, 2), parameters };

describe('training in threads', () => {
  it('tells of the same rounds as training in one', async () => {
    const reports: [RoundReport[], RoundReport[]] = [[], []];
    trained(task, { onRound: (report) => reports[0].push(report) });

    await trainBoostedTreesInThreads(task, { workers: 2, onRound: (report) => reports[1].push(report) });

    expect(reports[1]).toEqual(reports[0]);
    expect(reports[0]).toHaveLength(4);
  });

  it('says what is wrong with the data without starting', async () => {
    const wrong = { ...task, train: { ...task.train, labels: [] } };

    expect(await trainBoostedTreesInThreads(wrong)).toEqual({
      outcome: 'faults',
      messages: ['train: there are 0 labels for 400 rows.'],
    });
  });

  it('ends when it is told to', async () => {
    const long = { ...task, parameters: boosting({ objective: 'binary:logistic', num_round: 100_000 }) };
    const controller = new AbortController();
    const onRound = () => controller.abort(new Error('the job was stopped'));

    const training = trainBoostedTreesInThreads(long, { workers: 2, onRound, signal: controller.signal });

    await expect(training).rejects.toThrow('the job was stopped');
  });

  it('fails, and does not hang, where a thread fails', async () => {
    const train = { ...task.train, table: { ...task.train.table, columns: task.train.table.columns.slice(1) } };
    const sparse = { ...parameters, monotone_constraints: undefined } as never; // what no caller with types can send

    await expect(trainBoostedTreesInThreads({ ...task, train, parameters: sparse })).rejects.toThrow();
  });
});
