import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type ResponseTable, responseReader } from '@cairn/psychometrics';
import { UsageError } from '../failure.ts';

const CHUNK_BYTES = 1 << 20;

/**
 * Responses from a CSV, read as a stream.
 *
 * @throws UsageError that names line and column of the first fault
 */
export async function readResponses(file: string): Promise<ResponseTable> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new UsageError(`There is no file of responses at ${file}; check the path.`);
  const reader = responseReader({ expectedBytes: found.size });
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) reader.feed(chunk as Uint8Array); // no encoding was set
  const table = reader.end();
  const [first] = table.faults;
  if (first) {
    const others = table.faultCount > 1 ? ` (and ${table.faultCount - 1} more)` : '';
    throw new UsageError(`${file}:${first.line}:${first.column}: ${first.message}${others}`);
  }
  if (table.responses.persons === 0) {
    throw new UsageError(`${file} has a header and no rows; write one row a person below it.`);
  }
  return table;
}
