import type { CloudOutput } from '../cloud/cloud.ts';
import { findText } from '../value/base64.ts';

/** An answer larger than this is no answer that a lab looks at. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * An answer of an SDK as plain data: dates as ISO texts, streams read, bytes as the text that they spell or as they
 * are, response metadata left out.
 */
export async function plainOutput(answer: object): Promise<CloudOutput> {
  const kept = Object.entries(answer).filter(([name, value]) => name !== '$metadata' && value !== undefined);
  const plain = await Promise.all(kept.map(async ([name, value]) => [name, await plainValue(value)] as const));
  return Object.fromEntries(plain);
}

async function plainValue(value: unknown): Promise<unknown> {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return textOrBytes(value);
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return Promise.all(value.map(plainValue));
  if (typeof value !== 'object' || value === null) return value;
  if (isByteStream(value)) return textOrBytes(await value.transformToByteArray());
  if (isIterable(value)) return readEvents(value);
  return plainOutput(value);
}

/** A copy, for what one client gives as a Buffer another gives as a Uint8Array. */
function textOrBytes(bytes: Uint8Array): string | Uint8Array {
  if (bytes.length > MOST_BYTES) throw new RangeError(`the answer has ${bytes.length} bytes, more than labs read`);
  return findText(bytes) ?? Uint8Array.from(bytes);
}

type ByteStream = { readonly transformToByteArray: () => Promise<Uint8Array> };

function isByteStream(value: object): value is ByteStream {
  return 'transformToByteArray' in value && typeof value.transformToByteArray === 'function';
}

function isIterable(value: object): value is AsyncIterable<unknown> {
  return Symbol.asyncIterator in value;
}

async function readEvents(stream: AsyncIterable<unknown>): Promise<unknown[]> {
  const events: unknown[] = [];
  for await (const event of stream) events.push(await plainValue(event));
  return events;
}
