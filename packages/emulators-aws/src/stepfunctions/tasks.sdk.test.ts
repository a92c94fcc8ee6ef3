import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenStates, openStates } from './testing.ts';

let states: OpenStates;
const machine: OpenStates['machine'] = (...given) => states.machine(...given);
const start: OpenStates['start'] = (...given) => states.start(...given);
const described: OpenStates['described'] = (...given) => states.described(...given);
const run: OpenStates['run'] = (...given) => states.run(...given);
const historyOf: OpenStates['historyOf'] = (...given) => states.historyOf(...given);

beforeAll(async () => {
  states = await openStates('tasks');
});
afterAll(() => states.box.close());

describe('errors', () => {
  const invoke = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke' };
  const work = (Payload: object) => ({ ...invoke, Parameters: { FunctionName: 'work', Payload } });

  it('are repeated with growing pauses, then caught by name', async () => {
    const Retry = [{ ErrorEquals: ['Flaky'], IntervalSeconds: 10, BackoffRate: 3, MaxAttempts: 2 }];
    const all = { A: { ...work({ flaky: 2 }), Retry, ResultSelector: { 'got.$': '$.Payload.got' }, End: true } };
    const arn = await start(await machine(all));

    await states.box.advance(39_000);
    const early = await described(arn);
    await states.box.advance(2000);

    expect(early.status).toBe('RUNNING');
    expect(await described(arn)).toMatchObject({ status: 'SUCCEEDED', json: { got: { flaky: 2 } } });
  });

  it('go where a catcher leads, with their name and cause', async () => {
    const { json } = await run({
      A: {
        ...work({ fail: 'BadData' }),
        Catch: [
          { ErrorEquals: ['Other'], Next: 'Never' },
          { ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Mend' },
        ],
        End: true,
      },
      Mend: { Type: 'Pass', End: true },
      Never: { Type: 'Fail' },
    });

    expect(json).toMatchObject({
      error: { Error: 'BadData', Cause: expect.stringContaining('"errorMessage":"told to"') },
    });
  });

  it('in one branch end the others and fail the whole', async () => {
    const arn = await start(
      await machine({
        P: {
          Type: 'Parallel',
          End: true,
          Branches: [
            { StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 9999, End: true } } },
            { StartAt: 'F', States: { F: { ...work({ fail: 'Boom' }), End: true } } },
          ],
        },
      }),
    );
    await states.box.settled();

    expect(await described(arn)).toMatchObject({ status: 'FAILED', error: 'Boom' });
    expect((await historyOf(arn)).slice(-3)).toEqual(['TaskFailed', 'ParallelStateFailed', 'ExecutionFailed']);
  });

  it('are those of the role when it may not do what a task asks', async () => {
    const arn = await start(await machine({ A: { ...work({}), End: true } }, { roleArn: states.weakRoleArn }));
    await states.box.settled();

    expect(await described(arn)).toMatchObject({
      status: 'FAILED',
      error: 'Lambda.AccessDeniedException',
      cause: expect.stringContaining('lambda:InvokeFunction'),
    });
  });

  it('of time come from a task that takes too long', async () => {
    const StateMachineArn = await machine({ W: { Type: 'Wait', Seconds: 600, End: true } });
    const Resource = 'arn:aws:states:::states:startExecution.sync';
    const found = await run(
      {
        A: {
          Type: 'Task',
          Resource,
          Parameters: { StateMachineArn },
          TimeoutSeconds: 30,
          Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Late' }],
          End: true,
        },
        Late: { Type: 'Pass', Result: 'too late', End: true },
      },
      {},
      31_000,
    );

    expect(found).toMatchObject({ status: 'SUCCEEDED', json: 'too late' });
  });
});

describe('tasks', () => {
  it('call any operation of the sandbox through its SDK integration', async () => {
    const s3 = 'arn:aws:states:::aws-sdk:s3';
    const { json, cause } = await run({
      Put: {
        Type: 'Task',
        Resource: `${s3}:putObject`,
        Parameters: { Bucket: 'states-data', Key: 'a.json', Body: { x: 1 } },
        ResultPath: null,
        Next: 'Get',
      },
      Get: {
        Type: 'Task',
        Resource: `${s3}:getObject`,
        Parameters: { Bucket: 'states-data', Key: 'a.json' },
        ResultSelector: { 'x.$': 'States.StringToJson($.Body)', 'type.$': '$.LastModified' },
        End: true,
      },
    });

    expect([cause, json]).toEqual([undefined, { x: { x: 1 }, type: expect.stringMatching(/^\d{4}-.*Z$/) }]);
  });

  it('tell the errors of a service by its name', async () => {
    const Parameters = { Bucket: 'states-data', Key: 'none' };
    const found = await run({
      Get: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:s3:getObject', Parameters, End: true },
    });

    expect(found).toMatchObject({ status: 'FAILED', error: 'S3.NoSuchKeyException' });
  });

  it('wait for the job that they start', async () => {
    const inner = await machine({
      W: { Type: 'Wait', Seconds: 20, Next: 'P' },
      P: { Type: 'Pass', Result: { ok: 1 }, End: true },
    });
    const outer = await start(
      await machine({
        Run: {
          Type: 'Task',
          Resource: 'arn:aws:states:::states:startExecution.sync:2',
          Parameters: { StateMachineArn: inner, Input: { a: 1 } },
          OutputPath: '$.Output',
          End: true,
        },
      }),
    );
    await states.box.advance(10_000);
    const early = await described(outer);
    await states.box.advance(60_000);

    expect([early.status, (await described(outer)).json]).toEqual(['RUNNING', { ok: 1 }]);
    expect(await historyOf(outer)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSubmitted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
  });
});

it('no fault of the sandbox came up on the way', () => {
  expect(states.box.bugs).toEqual([]);
});
