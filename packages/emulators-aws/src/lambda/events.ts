import { ServiceError } from '@cairn/emulator-kit';
import type { ObjectEvent } from '../s3/events.ts';
import type { LambdaCall } from './state.ts';

/** Gives an S3 event to the functions that the bucket names, if their policies let S3 in. */
export async function deliverObjectEvent(call: LambdaCall, { bucket, functions }: ObjectEvent): Promise<void> {
  const name = 's3.amazonaws.com';
  const { accountId } = call;
  const s3 = { kind: 'service' as const, arn: name, accountId, userId: name, sourceArn: `arn:aws:s3:::${bucket}` };
  for (const { functionArn, event } of functions) {
    if (functionArn.split(':')[3] !== call.region) continue; // Lambda of that region hears it by itself
    const Payload = new TextEncoder().encode(JSON.stringify(event));
    try {
      await call.invoke('lambda', 'Invoke', { FunctionName: functionArn, InvocationType: 'Event', Payload }, s3);
    } catch (error) {
      // A function that was deleted or closed since: S3 drops the event. The journal keeps the refusal.
      if (!(error instanceof ServiceError)) throw error;
    }
  }
}
