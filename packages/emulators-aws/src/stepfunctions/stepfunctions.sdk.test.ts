import {
  DeleteStateMachineCommand,
  DescribeStateMachineCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  StartSyncExecutionCommand,
  StopExecutionCommand,
  UpdateStateMachineCommand,
  ValidateStateMachineDefinitionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenStates, openStates } from './testing.ts';

let states: OpenStates;
const machine: OpenStates['machine'] = (...given) => states.machine(...given);
const start: OpenStates['start'] = (...given) => states.start(...given);
const described: OpenStates['described'] = (...given) => states.described(...given);
const run: OpenStates['run'] = (...given) => states.run(...given);

beforeAll(async () => {
  states = await openStates('states');
});
afterAll(() => states.box.close());

describe('a state machine', () => {
  it('is made once, described, changed, listed and deleted', async () => {
    const all = { A: { Type: 'Pass', Result: 1, End: true } };
    const arn = await machine(all, { name: 'kept' });
    const again = await machine(all, { name: 'kept' });
    const definition = JSON.stringify({ StartAt: 'B', States: { B: { Type: 'Succeed' } } });
    await states.sfn.send(new UpdateStateMachineCommand({ stateMachineArn: arn, definition }));
    const found = await states.sfn.send(new DescribeStateMachineCommand({ stateMachineArn: arn }));
    const { stateMachines = [] } = await states.sfn.send(new ListStateMachinesCommand({}));
    await states.sfn.send(new DeleteStateMachineCommand({ stateMachineArn: arn }));

    expect([again, found.definition, found.type]).toEqual([arn, definition, 'STANDARD']);
    expect(stateMachines.map(({ name }) => name)).toEqual(['kept']);
    await expect(states.sfn.send(new DescribeStateMachineCommand({ stateMachineArn: arn }))).rejects.toMatchObject({
      name: 'StateMachineDoesNotExist',
    });
  });

  it('is refused with all that is wrong and where', async () => {
    await expect(machine({ A: { Type: 'Pass', Next: 'Nowhere' } })).rejects.toMatchObject({
      name: 'InvalidDefinition',
      message:
        "Invalid State Machine Definition: 'MISSING_TRANSITION_TARGET: Missing 'Next' target: Nowhere at /States/A/Next'",
    });
    const validate = new ValidateStateMachineDefinitionCommand({ definition: '{' });
    expect(await states.sfn.send(validate)).toMatchObject({
      result: 'FAIL',
      diagnostics: [{ code: 'INVALID_JSON_DESCRIPTION' }],
    });
  });
});

describe('data flows', () => {
  it('through InputPath, Parameters, ResultSelector, ResultPath and OutputPath', async () => {
    const { status, json } = await run(
      {
        A: {
          Type: 'Task',
          Resource: states.functionArn,
          InputPath: '$.in',
          Parameters: { 'n.$': '$.n', 'who.$': '$$.State.Name' },
          ResultSelector: { 'answer.$': '$.got' },
          ResultPath: '$.task.out',
          OutputPath: '$.task',
          End: true,
        },
      },
      { in: { n: 7 }, task: { old: 1 } },
    );

    expect([status, json]).toEqual(['SUCCEEDED', { old: 1, out: { answer: { n: 7, who: 'A' } } }]);
  });

  it('by choice', async () => {
    const all = {
      Ask: {
        Type: 'Choice',
        Choices: [{ Variable: '$.accuracy', NumericGreaterThanEquals: 0.9, Next: 'Deploy' }],
        Default: 'Reject',
      },
      Deploy: { Type: 'Pass', Result: 'deployed', End: true },
      Reject: { Type: 'Fail', Error: 'TooWeak', CausePath: "States.Format('only {}', $.accuracy)" },
    };

    expect(await run(all, { accuracy: 0.95 })).toMatchObject({ status: 'SUCCEEDED', json: 'deployed' });
    expect(await run(all, { accuracy: 0.5 })).toMatchObject({
      status: 'FAILED',
      error: 'TooWeak',
      cause: 'only 0.5',
    });
    expect(await run(all, {})).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  });

  it('through branches and items, in their order', async () => {
    const { json } = await run(
      {
        Both: {
          Type: 'Parallel',
          ResultPath: '$.both',
          Branches: [
            {
              StartAt: 'L',
              States: { L: { Type: 'Wait', Seconds: 5, Next: 'L2' }, L2: { Type: 'Pass', Result: 'l', End: true } },
            },
            { StartAt: 'R', States: { R: { Type: 'Pass', Result: 'r', End: true } } },
          ],
          Next: 'Each',
        },
        Each: {
          Type: 'Map',
          ItemsPath: '$.items',
          MaxConcurrency: 2,
          ItemSelector: { 'i.$': '$$.Map.Item.Index', 'v.$': '$$.Map.Item.Value', 'both.$': '$.both' },
          ItemProcessor: {
            ProcessorConfig: { Mode: 'INLINE' },
            StartAt: 'One',
            States: {
              One: { Type: 'Pass', End: true, Parameters: { 's.$': "States.Format('{}{}{}', $.i, $.v, $.both[0])" } },
            },
          },
          End: true,
        },
      },
      { items: ['a', 'b', 'c'] },
      6000,
    );

    expect(json).toEqual([{ s: '0al' }, { s: '1bl' }, { s: '2cl' }]);
  });
});

describe('time in an execution', () => {
  it('is the account’s: it waits for days in no time', async () => {
    const arn = await start(await machine({ W: { Type: 'Wait', Seconds: 86_400, End: true } }));
    await states.box.advance(86_000_000);
    const early = await described(arn);
    await states.box.advance(1_000_000);

    expect([early.status, (await described(arn)).status]).toEqual(['RUNNING', 'SUCCEEDED']);
  });

  it('goes on from where it stood when the account is put back', async () => {
    const all = { W: { Type: 'Wait', Seconds: 100, Next: 'P' }, P: { Type: 'Pass', Result: 'on', End: true } };
    const arn = await start(await machine(all));
    const snapshot = states.box.tenant.snapshot();
    await states.sfn.send(new StopExecutionCommand({ executionArn: arn }));

    states.box.sandbox.restore(states.box.tenant, snapshot);
    await states.box.advance(101_000);

    expect(await described(arn)).toMatchObject({ status: 'SUCCEEDED', json: 'on' });
  });

  it('ends it when its own is up, or when it is stopped', async () => {
    const definition = JSON.stringify({
      StartAt: 'W',
      TimeoutSeconds: 60,
      States: { W: { Type: 'Wait', Seconds: 600, End: true } },
    });
    const stateMachineArn = await machine({}, { definition });
    const [late, stopped] = [await start(stateMachineArn), await start(stateMachineArn)];
    await states.sfn.send(new StopExecutionCommand({ executionArn: stopped, error: 'Enough', cause: 'by hand' }));
    await states.box.advance(61_000);
    const { executions = [] } = await states.sfn.send(
      new ListExecutionsCommand({ stateMachineArn, statusFilter: 'ABORTED' }),
    );

    expect(await described(late)).toMatchObject({ status: 'TIMED_OUT' });
    expect(await described(stopped)).toMatchObject({ status: 'ABORTED', error: 'Enough', cause: 'by hand' });
    expect(executions.map(({ executionArn }) => executionArn)).toEqual([stopped]);
  });
});

it('an Express workflow answers at once', async () => {
  const stateMachineArn = await machine(
    { A: { Type: 'Task', Resource: states.functionArn, End: true } },
    { type: 'EXPRESS' },
  );
  // The host prefix `sync-` is for the real cloud; a client of the sandbox does without.
  const input = JSON.stringify({ q: 1 });
  const answer = await states.sfn.send(new StartSyncExecutionCommand({ stateMachineArn, input }));

  expect([answer.status, JSON.parse(answer.output ?? '')]).toEqual(['SUCCEEDED', { got: { q: 1 } }]);
});

it('an endless loop ends when its history is full', async () => {
  const { status, cause } = await run({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', Next: 'A' } });

  expect([status, cause]).toEqual(['FAILED', 'The execution reached the maximum number of history events (25000).']);
});

it('no fault of the sandbox came up on the way', () => {
  expect(states.box.bugs).toEqual([]);
});
