import type { BatchResultErrorEntry } from '@aws-sdk/client-sqs';
import { ServiceError } from '@cairn/emulator-kit';

const MAX_ENTRIES = 10;
const ENTRY_ID = /^[A-Za-z0-9_-]{1,80}$/;

/** Throws what SQS answers to a batch that is wrong as a whole; `kind` is the entries' type in its words. */
function checkBatch(entries: readonly { readonly Id: string }[], kind: string): void {
  if (entries.length === 0) {
    throw new ServiceError('EmptyBatchRequest', `There should be at least one ${kind} in the request.`);
  }
  if (entries.length > MAX_ENTRIES) {
    throw new ServiceError(
      'TooManyEntriesInBatchRequest',
      `Maximum number of entries per request are ${MAX_ENTRIES}. You have sent ${entries.length}.`,
    );
  }
  const ids = entries.map(({ Id }) => Id);
  if (ids.some((id) => !ENTRY_ID.test(id))) {
    throw new ServiceError(
      'InvalidBatchEntryId',
      'A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.',
    );
  }
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined) throw new ServiceError('BatchEntryIdsNotDistinct', `Id ${repeated} repeated.`);
}

export interface BatchResult<Success> {
  Successful: Success[];
  Failed: BatchResultErrorEntry[];
}

/** Does each entry by itself: one that is refused does not stop the others. */
export function eachEntry<Entry extends { readonly Id: string }, Success>(
  entries: readonly Entry[],
  kind: string,
  act: (entry: Entry) => Success,
): BatchResult<Success> {
  checkBatch(entries, kind);
  const result: BatchResult<Success> = { Successful: [], Failed: [] };
  for (const entry of entries) {
    try {
      result.Successful.push(act(entry));
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      result.Failed.push({ Id: entry.Id, SenderFault: true, Code: error.code, Message: error.message });
    }
  }
  return result;
}
