import type { Need } from '@cairn/emulator-kit';
import { parseArn } from '../messaging/arn.ts';
import { resourceTags } from '../messaging/needs.ts';
import { invalidArgument, notSupported, streamNotActive, streamNotFound, validation } from './errors.ts';
import { openShards } from './shards.ts';
import type { KinesisCall, KinesisState, Stream } from './state.ts';

export interface NamesStream {
  readonly StreamName?: string | undefined;
  readonly StreamARN?: string | undefined;
  readonly StreamId?: string | undefined;
}

/** The name of the stream that a request means, by name or by ARN. */
export function streamNameOf({ StreamName: name, StreamARN: arn, StreamId: id }: NamesStream): string {
  if (id !== undefined) throw notSupported('Naming a stream by its StreamId');
  if (arn === undefined) {
    if (name === undefined) throw validation('Name the stream: StreamARN and StreamName are both missing.');
    return name;
  }
  const named = parseArn(arn)?.resource.replace(/^stream\//, '') ?? '';
  if (name !== undefined && name !== named) {
    throw invalidArgument(`StreamARN ${arn} and StreamName ${name} are about different streams.`);
  }
  return named;
}

/** Throws ResourceNotFoundException. */
export function getStream(call: KinesisCall, input: NamesStream): Stream {
  const name = streamNameOf(input);
  const stream = call.state.streams.get(name);
  if (!stream || (input.StreamARN !== undefined && input.StreamARN !== stream.arn)) {
    throw streamNotFound(name, call.accountId);
  }
  return stream;
}

/** A stream that takes and gives records: one that is still being made does neither. */
export function getServingStream(call: KinesisCall, input: NamesStream): Stream {
  const stream = getStream(call, input);
  if (stream.status === 'ACTIVE' || stream.status === 'UPDATING') return stream;
  throw streamNotFound(stream.name, call.accountId);
}

/** A stream that may be changed. Throws ResourceInUseException while another change goes on. */
export function getActiveStream(call: KinesisCall, input: NamesStream): Stream {
  const stream = getStream(call, input);
  if (stream.status !== 'ACTIVE') throw streamNotActive(stream.name, call.accountId, stream.status);
  return stream;
}

/** Permission for `kinesis:<action>` on the stream that a request names. */
export const onStream =
  (action: string) =>
  (input: NamesStream, call: KinesisCall): Need =>
    streamNeed(call, action, streamNameOf(input));

export function streamNeed(call: KinesisCall, action: string, name: string): Need {
  const stream = call.state.streams.get(name);
  return {
    action: `kinesis:${action}`,
    resource: stream?.arn ?? call.arn(`stream/${name}`),
    ...(stream ? { context: resourceTags(stream.tags) } : {}),
    ...policyOf(stream),
  };
}

const policyOf = (stream: Stream | undefined): Pick<Need, 'resourcePolicy'> =>
  stream?.policy === undefined
    ? {}
    : { resourcePolicy: { id: `resource policy of ${stream.name}`, json: stream.policy } };

/** What using the stream's own KMS key needs besides. */
export function keyNeeds(stream: Stream | undefined, action: string, region: string): readonly Need[] {
  const keyArn = stream?.encryption?.keyArn;
  if (keyArn === undefined) return [];
  const context = { 'kms:ViaService': `kinesis.${region}.amazonaws.com` };
  return [{ action, resource: keyArn, context }];
}

/** Needs of writing to a stream, or of reading it, its key included. */
export const servingNeeds =
  (action: string, keyAction: string) =>
  (input: NamesStream, call: KinesisCall): readonly Need[] => {
    const name = streamNameOf(input);
    return [streamNeed(call, action, name), ...keyNeeds(call.state.streams.get(name), keyAction, call.region)];
  };

/** Shards that count against the account's quota: those of provisioned streams. */
export function provisionedShards({ streams }: KinesisState): number {
  const provisioned = [...streams.values()].filter(({ mode }) => mode === 'PROVISIONED');
  return provisioned.reduce((sum, stream) => sum + openShards(stream).length, 0);
}
