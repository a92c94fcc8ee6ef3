import { parseArn } from '../messaging/arn.ts';
import { notSupported, streamNotFound } from './errors.ts';
import type { KinesisCall, Stream } from './state.ts';
import { getStream } from './streams.ts';

export interface OnPolicy {
  readonly ResourceARN: string;
  readonly StreamId?: string | undefined;
}

/** The stream whose policy a request is about. Throws InvalidArgumentException for a consumer's. */
export function streamOfPolicy(call: KinesisCall, { ResourceARN: arn, StreamId }: OnPolicy): Stream {
  const resource = parseArn(arn)?.resource ?? '';
  if (resource.includes('/consumer/')) throw notSupported('A resource policy on a consumer');
  if (!resource.startsWith('stream/')) throw streamNotFound(arn, call.accountId);
  return getStream(call, { StreamARN: arn, StreamId });
}
