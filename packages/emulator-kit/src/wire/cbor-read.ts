import { decode, type TagDecodeControl } from 'cborg';
import { Malformed } from './malformed.ts';
import { dateOfSeconds } from './timestamp.ts';

const TAGS: Readonly<Record<number, (content: TagDecodeControl) => unknown>> = {
  1: (content) => dateOfSeconds(Number(content())),
  2: (content) => bigNumber(content()),
  3: (content) => -1 - bigNumber(content()),
};

/** The value of a CBOR body (RFC 8949); an empty body is an empty object. @throws Malformed */
export function parseCborBody(body: Uint8Array): unknown {
  if (body.length === 0) return {};
  try {
    return decode(body, { tags: TAGS, allowIndefinite: true, allowUndefined: true, coerceUndefinedToNull: true });
  } catch (error) {
    const detail = error instanceof RangeError ? 'it is nested too deep' : error instanceof Error ? error.message : '';
    throw new Malformed(`Could not parse request body into CBOR: ${detail}`); // RangeError: the decoder is recursive
  }
}

function bigNumber(bytes: unknown): number {
  if (!(bytes instanceof Uint8Array) || bytes.length > 128) throw new Malformed('a big number is not valid');
  return bytes.reduce((value, byte) => value * 256 + byte, 0);
}
