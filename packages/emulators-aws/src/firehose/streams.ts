import type { Need } from '@cairn/emulator-kit';
import { resourceTags } from '../messaging/needs.ts';
import { streamNotFound } from './errors.ts';
import type { DeliveryStream, FirehoseCall } from './state.ts';

export interface NamesStream {
  readonly DeliveryStreamName: string;
}

/** Throws ResourceNotFoundException. */
export function getStream(call: FirehoseCall, { DeliveryStreamName: name }: NamesStream): DeliveryStream {
  const stream = call.state.streams.get(name);
  if (!stream) throw streamNotFound(name, call.accountId);
  return stream;
}

/** Permission for `firehose:<action>` on the stream that a request names. */
export const onStream =
  (action: string) =>
  ({ DeliveryStreamName: name }: NamesStream, call: FirehoseCall): Need => ({
    action: `firehose:${action}`,
    resource: streamArn(call, name),
    context: resourceTags(call.state.streams.get(name)?.tags ?? []),
  });

export const streamArn = (call: FirehoseCall, name: string): string => call.arn(`deliverystream/${name}`);

/** The name of the bucket behind `arn:aws:s3:::name`. */
export const bucketName = (arn: string): string => arn.split(':::')[1] ?? arn;
