import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { CreateFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  type DescribeExecutionOutput,
  GetExecutionHistoryCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { zipOf } from '../lambda/testing.ts';
import { type OpenSandbox, openSandbox } from '../testing.ts';

/** An account with a bucket `states-data`, a function `work`, and state machines that may use both. */
export interface OpenStates {
  readonly box: OpenSandbox;
  readonly sfn: SFNClient;
  readonly functionArn: string;
  readonly weakRoleArn: string;
  /** Makes a machine that starts at the first of `states`; `more` wins over what it is made of. */
  machine(states: object, more?: object): Promise<string>;
  start(machineArn: string, input?: unknown): Promise<string>;
  described(executionArn: string): Promise<DescribeExecutionOutput & { readonly json: unknown }>;
  /** Makes, starts and describes, after `milliseconds` of the account's time. */
  run(states: object, input?: unknown, milliseconds?: number): ReturnType<OpenStates['described']>;
  /** Types of the events of an execution. */
  historyOf(executionArn: string): Promise<readonly (string | undefined)[]>;
}

const SOURCE = `let tries = 0;
  export const handler = async (event) => {
    if (event.fail) throw Object.assign(new Error('told to'), { name: event.fail });
    if (event.flaky && (tries += 1) <= event.flaky) throw Object.assign(new Error('try again'), { name: 'Flaky' });
    return { got: event };
  };`;

export async function openStates(id: string): Promise<OpenStates> {
  const box = await openSandbox({ id });
  const credentials = box.root;
  const sfn = box.client(SFNClient, { credentials });
  const roleArn = await role(box, 'machine', 'states.amazonaws.com', ['lambda:InvokeFunction', 's3:*', 'states:*']);
  const weakRoleArn = await role(box, 'weak', 'states.amazonaws.com', ['s3:ListAllMyBuckets']);
  const functionArn = await workFunction(box);
  await box.client(S3Client, { credentials }).send(new CreateBucketCommand({ Bucket: 'states-data' }));
  let made = 0;
  const machine = async (States: object, more: object = {}) => {
    made += 1;
    const definition = JSON.stringify({ StartAt: Object.keys(States)[0], States });
    const command = new CreateStateMachineCommand({ name: `m-${made}`, definition, roleArn, ...more });
    return (await sfn.send(command)).stateMachineArn ?? '';
  };
  return { box, sfn, functionArn, weakRoleArn, machine, ...executionsOf(box, sfn, machine) };
}

function executionsOf(
  box: OpenSandbox,
  sfn: SFNClient,
  machine: OpenStates['machine'],
): Pick<OpenStates, 'start' | 'described' | 'run' | 'historyOf'> {
  const start = async (stateMachineArn: string, input: unknown = {}) => {
    const command = new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input) });
    return (await sfn.send(command)).executionArn ?? '';
  };
  const described = async (executionArn: string) => {
    const found = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    return { ...found, json: found.output === undefined ? undefined : JSON.parse(found.output) };
  };
  const run = async (states: object, input: unknown = {}, milliseconds = 0) => {
    const arn = await start(await machine(states), input);
    await box.settled();
    if (milliseconds > 0) await box.advance(milliseconds);
    return described(arn);
  };
  const historyOf = async (executionArn: string) => {
    const { events = [] } = await sfn.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }));
    return events.map(({ type }) => type);
  };
  return { start, described, run, historyOf };
}

async function role(box: OpenSandbox, RoleName: string, Service: string, Action: readonly string[]): Promise<string> {
  const iam = box.client(IAMClient, { credentials: box.root });
  const documentOf = (statement: object) =>
    JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] });
  const trust = documentOf({ Principal: { Service }, Action: 'sts:AssumeRole' });
  const made = await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust }));
  const PolicyDocument = documentOf({ Action, Resource: '*' });
  await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'p', PolicyDocument }));
  return made.Role?.Arn ?? '';
}

async function workFunction(box: OpenSandbox): Promise<string> {
  const made = await box.client(LambdaClient, { credentials: box.root }).send(
    new CreateFunctionCommand({
      FunctionName: 'work',
      Role: await role(box, 'function', 'lambda.amazonaws.com', ['logs:*']),
      Runtime: 'nodejs20.x',
      Handler: 'index.handler',
      Code: { ZipFile: zipOf({ 'index.mjs': SOURCE }) },
    }),
  );
  return made.FunctionArn ?? '';
}
