import type { CreateDeliveryStreamInput, CreateDeliveryStreamOutput, Tag } from '@aws-sdk/client-firehose';
import { operation, ServiceError } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { requestTags } from '../../messaging/needs.ts';
import { CHANGE_MILLISECONDS, CHANGED_TIMER, type Change } from '../changes.ts';
import { destinationOf } from '../destination.ts';
import { invalidArgument, notSupported, streamExists } from '../errors.ts';
import type { DeliveryStream, FirehoseCall, FirehoseState, KinesisSource } from '../state.ts';
import { streamArn } from '../streams.ts';

const MAX_STREAMS = 5000;

type Input = Sent<CreateDeliveryStreamInput>;

export const createDeliveryStream = operation<FirehoseState, Input, CreateDeliveryStreamOutput>({
  fidelity: 'simplified',
  differs:
    'Delivers to S3, from direct puts or a Kinesis stream, with GZIP, Lambda transformation and delimiters; no other destinations, formats or partitions, and no limit of throughput.',
  needs: ({ DeliveryStreamName: name, Tags: tags }, call) => ({
    action: 'firehose:CreateDeliveryStream',
    resource: streamArn(call, name),
    context: requestTags(pairsOf(tags)),
  }),
  handle: (input, call) => {
    const stream = newStream(call, input);
    const roles = [stream.destination.RoleARN, ...(stream.source ? [stream.source.roleArn] : [])];
    for (const role of roles) takeRole(call, role);
    if (call.state.streams.has(stream.name)) throw streamExists(stream.name, call.accountId);
    if (call.state.streams.size >= MAX_STREAMS) {
      throw new ServiceError('LimitExceededException', `The account already has ${MAX_STREAMS} Firehose streams.`);
    }
    call.state.streams.set(stream.name, stream);
    const change: Change = { name: stream.name, createdAt: stream.createdAt, kind: 'ready' };
    call.later(CHANGE_MILLISECONDS, CHANGED_TIMER, change);
    return { DeliveryStreamARN: stream.arn };
  },
});

function newStream(call: FirehoseCall, input: Input): DeliveryStream {
  if (input.DeliveryStreamEncryptionConfigurationInput) throw notSupported('Encryption of the delivery stream itself');
  return {
    name: input.DeliveryStreamName,
    arn: streamArn(call, input.DeliveryStreamName),
    createdAt: call.now(),
    status: 'CREATING',
    source: sourceOf(call, input),
    destination: destinationOf(input),
    tags: new Map(pairsOf(input.Tags)),
    buffer: [],
    timerId: undefined,
    undelivered: new Map(),
  };
}

function sourceOf(call: FirehoseCall, input: Input): KinesisSource | undefined {
  const { DeliveryStreamType: type = 'DirectPut', KinesisStreamSourceConfiguration: source } = input;
  if (type !== 'DirectPut' && type !== 'KinesisStreamAsSource') throw notSupported(`The source ${type}`);
  if ((type === 'KinesisStreamAsSource') !== (source !== undefined)) {
    throw invalidArgument(
      'KinesisStreamSourceConfiguration goes with the type KinesisStreamAsSource, and only with it.',
    );
  }
  if (!source) return undefined;
  const { KinesisStreamARN: arn = '', RoleARN: roleArn = '' } = source;
  const name = arn.split(':stream/')[1] ?? '';
  const { streams } = call.peek<{ readonly streams: ReadonlyMap<string, { readonly arn: string }> }>('kinesis');
  if (streams.get(name)?.arn !== arn) {
    throw new ServiceError('InvalidSourceException', `Kinesis stream ${arn} does not exist.`, undefined, {
      code: 'ResourceNotFound',
    });
  }
  return { streamArn: arn, roleArn, positions: new Map() };
}

/** The caller hands the role over, and Firehose must be let in by it. */
function takeRole(call: FirehoseCall, role: string): void {
  const context = { 'iam:PassedToService': 'firehose.amazonaws.com' };
  call.demand({ action: 'iam:PassRole', resource: role, context });
  call.assume(role, 'firehose.amazonaws.com', 'firehose');
}

const pairsOf = (tags: readonly Tag[] = []): [string, string][] => tags.map(({ Key = '', Value = '' }) => [Key, Value]);
