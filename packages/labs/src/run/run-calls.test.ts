import { describe, expect, it } from 'vitest';
import { CloudError } from '../cloud/cloud.ts';
import { openDatasets } from '../datasets/datasets.ts';
import { LabCalls } from '../lab/calls-schema.ts';
import { fakeCloud } from '../testing/fake-cloud.ts';
import { runCalls } from './run-calls.ts';

const datasets = openDatasets([
  { id: 'curve', generator: 'polynomial', seed: 1, rows: 25, parts: { train: 20 }, options: {} },
]);
const hole = (name: string) => `$\{${name}}`;

function setUp(...calls: unknown[]) {
  const cloud = fakeCloud();
  const run = (variables = {}) => runCalls(LabCalls.parse(calls), { cloud, datasets, variables });
  return { cloud, run };
}

describe('running calls', () => {
  it('fills in variables, keeps their kind where they stand alone, and leaves policy variables', async () => {
    const input = {
      A: hole('count'),
      B: `n-${hole('count')}`,
      C: { $json: { d: [hole('count')] } },
      D: hole('aws:username'),
      E: `$${hole('count')}`,
    };
    const { cloud, run } = setUp({ call: 'sqs.SendMessage', input });
    cloud.answers.set('sqs.SendMessage', () => ({}));
    await run({ count: 3 });

    expect(cloud.sent[0]?.input).toEqual({ A: 3, B: 'n-3', C: '{"d":[3]}', D: hole('aws:username'), E: hole('count') });
  });

  it('saves parts of an answer for later calls', async () => {
    const { cloud, run } = setUp(
      { call: 'sqs.CreateQueue', save: { url: 'QueueUrl', none: 'Nothing' } },
      { call: 'sqs.SendMessage', input: { QueueUrl: hole('url') }, as: `arn:${hole('url')}` },
    );
    cloud.answers.set('sqs.CreateQueue', () => ({ QueueUrl: 'u' })).set('sqs.SendMessage', () => ({}));

    expect(await run()).toEqual({ url: 'u', none: null });
    expect(cloud.sent[1]).toEqual({ call: 'sqs.SendMessage', input: { QueueUrl: 'u' }, as: 'arn:u' });
  });

  it('stops at a refusal, and at a call that should have been refused', async () => {
    await expect(setUp({ call: 's3.HeadBucket', input: { Bucket: 'b' } }).run()).rejects.toMatchObject({
      message: 's3.HeadBucket failed: NoSuchBucket: The specified bucket does not exist',
      cause: { code: 'NoSuchBucket' },
    });
    await expect(
      setUp({ call: 's3.CreateBucket', input: { Bucket: 'b' }, expectError: 'AccessDenied' }).run(),
    ).rejects.toThrow('should have been refused with AccessDenied');
    await expect(
      setUp({ call: 's3.HeadBucket', input: { Bucket: 'b' }, expectError: 'NoSuchBucket' }).run(),
    ).resolves.toEqual({});
  });

  it('asks until the answer is as wished, waiting longer each time', async () => {
    const { cloud, run } = setUp({ wait: 'glue.GetJobRun', until: "State == 'DONE'", save: { state: 'State' } });
    let asked = 0;
    const pauses: number[] = [];
    cloud.answers.set('glue.GetJobRun', () => {
      asked += 1;
      return { State: asked < 4 ? 'RUNNING' : 'DONE' };
    });
    const waiting = { ...cloud, pause: async (milliseconds: number) => void pauses.push(milliseconds) };

    expect(await run()).toEqual({ state: 'DONE' });
    asked = 0;
    await runCalls(LabCalls.parse([{ wait: 'glue.GetJobRun', until: "State == 'DONE'" }]), {
      cloud: waiting,
      datasets,
      variables: {},
    });
    expect(pauses).toHaveLength(3);
    expect(pauses.toSorted((a, b) => a - b)).toEqual(pauses);
  });

  it('gives up a wait that failed or takes too long, and says why', async () => {
    const failing = setUp({ wait: 'glue.GetJobRun', until: "State == 'DONE'", failIf: "State == 'FAILED'" });
    failing.cloud.answers.set('glue.GetJobRun', () => ({ State: 'FAILED', FailureReason: 'no rights' }));
    const slow = setUp({ wait: 'glue.GetJobRun', until: 'Done', timeoutSeconds: 3 });
    slow.cloud.answers.set('glue.GetJobRun', () => ({ Done: false }));

    await expect(failing.run()).rejects.toThrow(
      'glue.GetJobRun ended otherwise than hoped: State FAILED, FailureReason no rights',
    );
    await expect(slow.run()).rejects.toThrow('was not done after 3 seconds');
  });

  it('sends the rows of a dataset in batches, and counts a range', async () => {
    const { cloud, run } = setUp(
      {
        repeat: {
          over: { dataset: 'curve', part: 'train', batch: 8 },
          calls: [
            {
              call: 'kinesis.PutRecords',
              input: { Records: { $rows: { Data: { $json: hole('row') }, PartitionKey: `k${hole('index')}` } } },
            },
          ],
        },
      },
      { repeat: { over: { range: [2, 4] }, calls: [{ call: 'sqs.SendMessage', input: { Body: hole('index') } }] } },
    );
    cloud.answers.set('kinesis.PutRecords', () => ({})).set('sqs.SendMessage', () => ({}));

    expect(await run()).toEqual({});
    const records = cloud.sent
      .slice(0, 3)
      .map(({ input }) => input.Records as { Data: string; PartitionKey: string }[]);
    expect(records.map((list) => list.length)).toEqual([8, 8, 4]);
    expect(JSON.parse(records[1]?.[0]?.Data ?? '')).toHaveProperty('noise5');
    expect(records[1]?.[0]?.PartitionKey).toBe('k1');
    expect(cloud.sent.slice(3).map(({ input }) => input.Body)).toEqual([2, 3, 4]);
  });

  it('lets time pass where it can be moved, and says where it cannot', async () => {
    const { cloud, run } = setUp();
    const passed: number[] = [];
    const calls = LabCalls.parse([{ advance: 'P1DT2H', why: 'The monitor runs daily.' }]);
    await runCalls(calls, {
      cloud: { ...cloud, advance: async (milliseconds) => void passed.push(milliseconds) },
      datasets,
      variables: {},
    });

    expect(passed).toEqual([26 * 3_600_000]);
    await expect(runCalls(calls, { cloud, datasets, variables: {} })).rejects.toThrow(
      "a real account's time cannot be moved",
    );
    expect(await run()).toEqual({});
  });

  it('passes bugs on as they are', async () => {
    const { cloud, run } = setUp({ call: 'sqs.SendMessage' });
    cloud.answers.set('sqs.SendMessage', () => {
      throw new TypeError('a bug');
    });

    await expect(run()).rejects.toThrow(TypeError);
    await expect(run()).rejects.not.toBeInstanceOf(CloudError);
  });
});
