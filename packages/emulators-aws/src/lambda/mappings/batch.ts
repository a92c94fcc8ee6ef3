import { resolve } from '../functions.ts';
import { isPassing, runFunction } from '../invoking.ts';
import type { LambdaCall, Mapping } from '../state.ts';

/** How a function took a batch. */
export type BatchOutcome =
  | { readonly kind: 'done' }
  /** `failed`: ids of the records that are to come again. */
  | { readonly kind: 'failed'; readonly failed: ReadonlySet<string>; readonly requestId: string }
  /** Not now: too many invocations run. */
  | { readonly kind: 'throttled' };

/** Gives a batch of records to the mapped function. `ids` name the records, in their order. */
export async function runBatch(
  call: LambdaCall,
  mapping: Mapping,
  records: readonly unknown[],
  ids: readonly string[],
): Promise<BatchOutcome> {
  const requestId = call.ids.uuid();
  try {
    const { payload, fault } = await runFunction(
      call,
      resolve(call, mapping.functionArn),
      JSON.stringify({ Records: records }),
      requestId,
    );
    const failed = fault ? new Set(ids) : failuresIn(mapping, payload, ids);
    mapping.lastResult = failed.size === 0 ? 'OK' : 'PROBLEM: Function call failed';
    return failed.size === 0 ? { kind: 'done' } : { kind: 'failed', failed, requestId };
  } catch (error) {
    if (!isPassing(error)) throw error;
    mapping.lastResult = 'PROBLEM: Function call was throttled';
    return { kind: 'throttled' };
  }
}

/**
 * What a function reports by `{ batchItemFailures: [{ itemIdentifier }] }`. An answer that is malformed, or that names
 * a record which was not in the batch, is a failure of the whole batch (developer guide, "Success and failure
 * conditions").
 */
export function failuresIn(
  { settings }: Pick<Mapping, 'settings'>,
  payload: string,
  ids: readonly string[],
): ReadonlySet<string> {
  if (!settings.reportsItemFailures) return new Set();
  const answer: unknown = JSON.parse(payload);
  const reported =
    typeof answer === 'object' && answer !== null && 'batchItemFailures' in answer ? answer.batchItemFailures : null;
  if (reported === null || reported === undefined) return new Set();
  if (!Array.isArray(reported)) return new Set(ids);
  const named = reported.map((one: unknown) => identifierOf(one));
  return named.every((id) => id !== undefined && ids.includes(id)) ? new Set(named as string[]) : new Set(ids);
}

function identifierOf(failure: unknown): string | undefined {
  if (typeof failure !== 'object' || failure === null || !('itemIdentifier' in failure)) return undefined;
  return typeof failure.itemIdentifier === 'string' ? failure.itemIdentifier : undefined;
}
