import { waitFor } from '../messaging/waiting.ts';
import type { SageMakerCall } from './needs.ts';

/** Most jobs here end within this; the first look at a new one then already sees its end. */
const FIRST_LOOK_MILLISECONDS = 3_000;
const LATER_LOOK_MILLISECONDS = 15_000;

/** Who was looked at before, kept beside the state: it matters to the present waiters only. */
const looked = new WeakSet<object>();

/**
 * Holds the answer of a Describe operation back while `thing` is still under way. The SDKs' waiters ask every one or
 * two minutes: without this, a job of two seconds would cost who waits for it two minutes.
 *
 * Whoever changes `thing` tells it by `wake(thing)`.
 */
export async function holdWhile(call: SageMakerCall, thing: object, isUnderWay: () => boolean): Promise<void> {
  if (!isUnderWay()) return;
  const patience = looked.has(thing) ? LATER_LOOK_MILLISECONDS : FIRST_LOOK_MILLISECONDS;
  looked.add(thing);
  const deadline = call.now() + patience;
  while (isUnderWay() && call.now() < deadline) await waitFor(call, thing, deadline - call.now());
}
