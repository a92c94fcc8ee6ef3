import type { PutSubscriptionFilterRequest } from '@aws-sdk/client-cloudwatch-logs';
import { operation, ServiceError } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { parseArn } from '../../messaging/arn.ts';
import { sendControlMessage } from '../delivery.ts';
import { invalidParameter, limitExceeded, notSupported } from '../errors.ts';
import { getGroup, onGroup } from '../groups.ts';
import { parsePattern } from '../patterns/pattern.ts';
import type { LogsCall, LogsState, SubscriptionFilter } from '../state.ts';

const MOST_FILTERS = 2;
type Input = Sent<PutSubscriptionFilterRequest>;

export const putSubscriptionFilter = operation<LogsState, Input, void>({
  fidelity: 'simplified',
  differs:
    'Destinations are Lambda functions, Kinesis streams and Firehose streams of the account; data that cannot be delivered is not tried again.',
  needs: onGroup('PutSubscriptionFilter'),
  handle: async (input, call) => {
    const { filterName: name, filterPattern: pattern, destinationArn, roleArn } = input;
    if (input.applyOnTransformedLogs) throw notSupported('applyOnTransformedLogs');
    if (input.fieldSelectionCriteria !== undefined || input.emitSystemFields) throw notSupported('emitSystemFields');
    const group = getGroup(call, input.logGroupName);
    parsePattern(pattern);
    demandRole(call, destinationArn, roleArn);
    if (!group.subscriptions.has(name) && group.subscriptions.size >= MOST_FILTERS) throw limitExceeded();
    const filter = { name, pattern, destinationArn, roleArn, createdAt: call.now() };
    await checkDestination(call, () => sendControlMessage(call, group, filter), filter);
    group.subscriptions.set(name, filter);
  },
});

function demandRole(call: LogsCall, destinationArn: string, roleArn: string | undefined): void {
  const service = parseArn(destinationArn)?.service;
  if (service === 'lambda') return;
  if (service !== 'kinesis' && service !== 'firehose') throw notSupported(`The destination ${destinationArn}`);
  if (roleArn === undefined) throw invalidParameter(`destinationArn for vendor ${service} needs a roleArn.`);
  const context = { 'iam:PassedToService': 'logs.amazonaws.com' };
  call.demand({ action: 'iam:PassRole', resource: roleArn, context });
}

async function checkDestination(
  call: LogsCall,
  attempt: () => Promise<void>,
  { destinationArn }: SubscriptionFilter,
): Promise<void> {
  try {
    if (parseArn(destinationArn)?.service === 'lambda') await seeFunction(call, destinationArn);
    else await attempt();
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw invalidParameter(
      `Could not deliver test message to the specified destination. Check if the destination is valid. (${error.message})`,
    );
  }
}

/** A function is asked whether it would run, so that it does not run for a test. */
async function seeFunction(call: LogsCall, FunctionName: string): Promise<void> {
  const name = 'logs.amazonaws.com';
  const principal = { kind: 'service', arn: name, accountId: call.accountId, userId: name } as const;
  await call.invoke('lambda', 'Invoke', { FunctionName, InvocationType: 'DryRun' }, principal);
}
