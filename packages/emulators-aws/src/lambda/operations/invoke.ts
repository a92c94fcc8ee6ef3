import type { InvocationRequest, InvocationResponse } from '@aws-sdk/client-lambda';
import { operation } from '@cairn/emulator-kit';
import { runQueued } from '../asynchronous.ts';
import { invalidContent, requestTooLarge } from '../errors.ts';
import { findVersion, type Resolved, resolve } from '../functions.ts';
import { runFunction } from '../invoking.ts';
import { functionNameOf } from '../names.ts';
import { functionNeed } from '../policy.ts';
import type { LambdaCall, LambdaState } from '../state.ts';

/** Lambda quotas: payload of a synchronous and of an asynchronous invocation. */
const MOST_BYTES = 6_291_456;
const MOST_EVENT_BYTES = 1_048_576;
const LOG_TAIL_BYTES = 4096;

export const invoke = operation<LambdaState, InvocationRequest, InvocationResponse>({
  fidelity: 'simplified',
  differs:
    'Time runs as on this machine, not with the account. A callback answers at once, without waiting for an empty event loop. At most eight processes run at a time. The network is closed but to the services of the sandbox.',
  needs: (input, call) =>
    functionNeed(call, 'InvokeFunction', functionNameOf(call, input.FunctionName, input.Qualifier)),
  handle: async (input, call) => {
    const target = routed(call, resolve(call, input.FunctionName, input.Qualifier));
    const event = eventOf(input);
    switch (input.InvocationType ?? 'RequestResponse') {
      case 'DryRun':
        return { StatusCode: 204 };
      case 'Event':
        queue(call, target, event);
        return { StatusCode: 202 };
      case 'RequestResponse':
        return respond(call, target, event, input.LogType === 'Tail');
    }
  },
});

async function respond(
  call: LambdaCall,
  target: Resolved,
  event: string,
  wantsLog: boolean,
): Promise<InvocationResponse> {
  const { payload, fault, log } = await runFunction(call, target, event, call.requestId);
  return {
    StatusCode: 200,
    ...(fault ? { FunctionError: 'Unhandled' } : {}),
    ...(wantsLog ? { LogResult: Buffer.from(log).subarray(-LOG_TAIL_BYTES).toString('base64') } : {}),
    ExecutedVersion: target.version.version,
    Payload: new TextEncoder().encode(payload),
  };
}

function queue(call: LambdaCall, { fn, qualifier }: Resolved, event: string): void {
  const queued = {
    functionName: fn.name,
    qualifier,
    event,
    requestId: call.requestId,
    queuedAt: call.now(),
    failures: 0,
    throttles: 0,
  };
  call.background((later) => runQueued(later, queued));
}

/** An alias may send a share of its invocations to a second version. */
function routed(call: LambdaCall, target: Resolved): Resolved {
  const { alias, fn } = target;
  let draw = alias && Object.keys(alias.weights).length > 0 ? call.rng().next() : 1;
  for (const [version, weight] of Object.entries(alias?.weights ?? {})) {
    draw -= weight;
    if (draw < 0) return { ...target, version: findVersion(fn, version) ?? target.version };
  }
  return target;
}

function eventOf({ Payload: payload = new Uint8Array(), InvocationType: type }: InvocationRequest): string {
  const limit = type === 'Event' ? MOST_EVENT_BYTES : MOST_BYTES;
  if (payload.length > limit) throw requestTooLarge(limit);
  if (payload.length === 0) return '{}';
  const text = new TextDecoder().decode(payload);
  try {
    JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    throw invalidContent(`Could not parse request body into json: ${why}`);
  }
  return text;
}
