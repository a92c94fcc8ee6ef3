import { flush } from './buffering.ts';
import { readSource } from './from-kinesis.ts';
import type { FirehoseCall } from './state.ts';

/** How long a stream is CREATING or DELETING: half a minute in AWS, shortened here. */
export const CHANGE_MILLISECONDS = 500;

export const CHANGED_TIMER = 'changed';

export interface Change {
  readonly name: string;
  readonly createdAt: number;
  readonly kind: 'ready' | 'delete';
}

export function finish(call: FirehoseCall, { name, createdAt, kind }: Change): void {
  const stream = call.state.streams.get(name);
  if (!stream || stream.createdAt !== createdAt) return;
  if (kind === 'delete') {
    flush(call, stream);
    call.state.streams.delete(name);
  } else if (stream.status === 'CREATING') {
    stream.status = 'ACTIVE';
    readSource(call, stream);
  }
}
