import { type Principal, ServiceError } from '@cairn/emulator-kit';
import { invalidParameter } from '../errors.ts';
import { resolve } from '../functions.ts';
import type { LambdaCall, Mapping } from '../state.ts';

/** Developer guide: what the function's role needs to read a stream or a queue. */
const ACTIONS: Readonly<Record<Mapping['kind'], readonly string[]>> = {
  kinesis: ['kinesis:GetRecords', 'kinesis:GetShardIterator', 'kinesis:DescribeStream', 'kinesis:ListShards'],
  sqs: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
};

/** The role of the mapped function, by which the source is read. Throws ServiceError. */
export function pollerSession(call: LambdaCall, functionArn: string): Principal {
  const { fn, version } = resolve(call, functionArn);
  return call.assume(version.settings.roleArn, 'lambda.amazonaws.com', fn.name);
}

/**
 * Refuses a mapping whose function could not read its source.
 *
 * @throws ServiceError InvalidParameterValueException, as Lambda says it
 */
export async function demandReadable(
  call: LambdaCall,
  { kind, sourceArn }: Pick<Mapping, 'kind' | 'sourceArn'>,
  session: Principal,
): Promise<void> {
  const denied = ACTIONS[kind].find(
    (action) => call.decide({ action, resource: sourceArn }, session).decision !== 'allow',
  );
  if (denied !== undefined) throw invalidParameter(deniedMessage(kind, sourceArn, denied));
  try {
    if (kind === 'kinesis') await call.invoke('kinesis', 'DescribeStream', { StreamARN: sourceArn }, session);
    else await call.invoke('sqs', 'GetQueueAttributes', { QueueUrl: queueUrl(call, sourceArn) }, session);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw invalidParameter(
      `Error occurred while DescribeStream or GetQueueAttributes. ${error.code}: ${error.message}`,
    );
  }
}

function deniedMessage(kind: Mapping['kind'], sourceArn: string, action: string): string {
  const name = action.slice(action.indexOf(':') + 1);
  return kind === 'sqs'
    ? `The function execution role does not have permissions to call ${name} on SQS`
    : `Cannot access stream ${sourceArn}. Please ensure the role can perform the GetRecords, GetShardIterator, DescribeStream, ListShards, and ListStreams Actions on your stream in IAM.`;
}

export const queueUrl = (call: LambdaCall, queueArn: string): string =>
  `${call.endpoint}/${queueArn.split(':').slice(-2).join('/')}`;
