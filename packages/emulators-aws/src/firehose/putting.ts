import { takeIn } from './buffering.ts';
import { invalidArgument, streamNotFound } from './errors.ts';
import type { FirehoseCall } from './state.ts';
import { getStream, type NamesStream } from './streams.ts';

/** Takes records of a producer and gives each its id. Throws for a stream that takes none. */
export async function putDirectly(
  call: FirehoseCall,
  input: NamesStream,
  records: readonly Uint8Array[],
): Promise<readonly string[]> {
  const stream = getStream(call, input);
  if (stream.status !== 'ACTIVE') throw streamNotFound(stream.name, call.accountId);
  if (stream.source) {
    throw invalidArgument('This operation is not permitted on KinesisStreamAsSource delivery stream type.');
  }
  await takeIn(call, stream, records);
  return records.map(() => `${call.ids.upper(64)}${call.ids.upper(64)}`);
}
