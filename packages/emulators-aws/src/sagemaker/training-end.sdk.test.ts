import {
  CreateTrainingJobCommand,
  type CreateTrainingJobRequest,
  DescribeTrainingJobCommand,
  StopTrainingJobCommand,
} from '@aws-sdk/client-sagemaker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  labelledCsv,
  type SageMakerFixture,
  sageMakerFixture,
  type TrainingDraft,
  trainingRequest,
} from './testing-data.ts';

let lab: SageMakerFixture;
let data: { train: string; validation: string };

beforeAll(async () => {
  lab = await sageMakerFixture('training-end');
  data = {
    train: await lab.put('data/train/part-0.csv', labelledCsv(600, 1)),
    validation: await lab.put('data/validation/part-0.csv', labelledCsv(400, 2)),
  };
});
afterAll(async () => {
  expect(lab.box.bugs).toEqual([]);
  await lab.box.close();
});

const send = (draft: TrainingDraft, changes: Partial<CreateTrainingJobRequest> = {}) =>
  lab.sagemaker.send(new CreateTrainingJobCommand({ ...trainingRequest(lab, draft), ...changes }));
const described = (TrainingJobName: string) => lab.sagemaker.send(new DescribeTrainingJobCommand({ TrainingJobName }));

async function run(draft: TrainingDraft, changes: Partial<CreateTrainingJobRequest> = {}) {
  await send(draft, changes);
  await lab.box.settled();
  return described(draft.name);
}

const slow = { objective: 'binary:logistic', num_round: '100000', max_depth: '8' };

describe('a job that takes long', () => {
  it('is stopped by StopTrainingJob', async () => {
    await send({ name: 'stopped', ...data, hyperparameters: slow });
    await lab.sagemaker.send(new StopTrainingJobCommand({ TrainingJobName: 'stopped' }));
    await lab.box.settled();

    const job = await described('stopped');

    expect([job.TrainingJobStatus, job.SecondaryStatus]).toEqual(['Stopped', 'Stopped']);
    expect(job.ModelArtifacts).toBeUndefined();
  });

  it('is stopped by its time limit', async () => {
    const job = await run(
      { name: 'limit', ...data, hyperparameters: slow },
      { StoppingCondition: { MaxRuntimeInSeconds: 1 } },
    );

    expect([job.TrainingJobStatus, job.SecondaryStatus]).toEqual(['Stopped', 'MaxRuntimeExceeded']);
  });
});

describe('an account that is put back while a job runs', () => {
  it('shows the job as failed, and says why', async () => {
    await send({ name: 'orphan', ...data, hyperparameters: slow });
    const snapshot = lab.box.tenant.snapshot();
    lab.box.sandbox.restore(lab.box.tenant, snapshot);

    const job = await described('orphan');

    expect([job.TrainingJobStatus, job.FailureReason]).toEqual([
      'Failed',
      'InternalServerError: The account was put back to a snapshot while the job ran.',
    ]);
  });

  it('gives the threads free for the next jobs', async () => {
    for (const name of ['dropped-1', 'dropped-2', 'dropped-3']) await send({ name, ...data, hyperparameters: slow });
    lab.box.sandbox.restore(lab.box.tenant, lab.box.tenant.snapshot());

    expect((await run({ name: 'after', ...data })).TrainingJobStatus).toBe('Completed');
  });
});
