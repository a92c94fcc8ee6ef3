import { ServiceError } from '@cairn/emulator-kit';
import type { LambdaCall, LambdaState, Mapping } from '../state.ts';
import { pollQueue } from './queue.ts';
import { pollStream } from './stream.ts';

export const WAKE_TIMER = 'mapping-wake';

/** A source that cannot be read is looked at again after a minute. */
const PROBLEM_MILLISECONDS = 60_000;

interface Polling {
  isAskedAgain: boolean;
}

/** Beside the state, which is plain data: which mappings are being polled now. */
const polling = new WeakMap<LambdaState, Map<string, Polling>>();

/** Reads what a mapping's source has, unless that goes on already: then once more afterwards. */
export async function wakeMapping(call: LambdaCall, mapping: Mapping): Promise<void> {
  const all = polling.get(call.state) ?? new Map<string, Polling>();
  polling.set(call.state, all);
  const running = all.get(mapping.uuid);
  if (running) {
    running.isAskedAgain = true;
    return;
  }
  const mine = { isAskedAgain: true };
  all.set(mapping.uuid, mine);
  try {
    while (mine.isAskedAgain && isLive(call, mapping)) {
      mine.isAskedAgain = false;
      await poll(call, mapping);
    }
  } finally {
    all.delete(mapping.uuid);
  }
}

/** Wakes the mappings of a source that has something new. */
export async function wakeSource(call: LambdaCall, sourceArn: string): Promise<void> {
  const woken = [...call.state.mappings.values()].filter((mapping) => mapping.sourceArn === sourceArn);
  await Promise.all(woken.map((mapping) => wakeMapping(call, mapping)));
}

export async function wakeByTimer(call: LambdaCall, { uuid }: { readonly uuid: string }): Promise<void> {
  const mapping = call.state.mappings.get(uuid);
  if (!mapping) return;
  mapping.wakeTimer = undefined;
  await wakeMapping(call, mapping);
}

const isLive = (call: LambdaCall, mapping: Mapping): boolean =>
  mapping.isEnabled && call.state.mappings.get(mapping.uuid) === mapping;

async function poll(call: LambdaCall, mapping: Mapping): Promise<void> {
  let wait: number | undefined;
  try {
    wait = await (mapping.kind === 'kinesis' ? pollStream(call, mapping) : pollQueue(call, mapping));
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    mapping.lastResult = `PROBLEM: ${error.code}: ${error.message}`;
    wait = error.code.includes('Throughput') ? 1000 : PROBLEM_MILLISECONDS;
  }
  if (mapping.wakeTimer !== undefined) call.cancel(mapping.wakeTimer);
  mapping.wakeTimer = wait === undefined ? undefined : call.later(wait, WAKE_TIMER, { uuid: mapping.uuid });
}
