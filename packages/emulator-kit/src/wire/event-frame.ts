import { crc32 } from './crc32.ts';

export type EventHeaders = readonly (readonly [name: string, value: EventHeaderValue])[];
export type EventHeaderValue = string | number | boolean | Date | Uint8Array;

/** Total length, headers' length and the checksum of both; a checksum of all at the end. */
const PRELUDE_BYTES = 12;
const CHECKSUM_BYTES = 4;

const TYPE_TRUE = 0;
const TYPE_FALSE = 1;
const TYPE_INTEGER = 4;
const TYPE_BYTES = 6;
const TYPE_STRING = 7;
const TYPE_TIMESTAMP = 8;

/** One message of `application/vnd.amazon.eventstream`. */
export function eventFrame(headers: EventHeaders, payload: Uint8Array): Uint8Array {
  const head = Buffer.concat(headers.map(([name, value]) => encodeHeader(name, value)));
  const size = PRELUDE_BYTES + head.length + payload.length + CHECKSUM_BYTES;
  const frame = Buffer.allocUnsafe(size);
  frame.writeUInt32BE(size, 0);
  frame.writeUInt32BE(head.length, 4);
  frame.writeUInt32BE(crc32(frame.subarray(0, 8)), 8);
  frame.set(head, PRELUDE_BYTES);
  frame.set(payload, PRELUDE_BYTES + head.length);
  frame.writeUInt32BE(crc32(frame.subarray(0, size - CHECKSUM_BYTES)), size - CHECKSUM_BYTES);
  return frame;
}

function encodeHeader(name: string, value: EventHeaderValue): Buffer {
  const label = Buffer.from(name);
  return Buffer.concat([Buffer.from([label.length]), label, encodeValue(value)]);
}

function encodeValue(value: EventHeaderValue): Buffer {
  if (typeof value === 'boolean') return Buffer.from([value ? TYPE_TRUE : TYPE_FALSE]);
  if (typeof value === 'string') return withLength(TYPE_STRING, Buffer.from(value));
  if (value instanceof Uint8Array) return withLength(TYPE_BYTES, value);
  if (value instanceof Date) {
    const bytes = Buffer.alloc(9, TYPE_TIMESTAMP);
    bytes.writeBigInt64BE(BigInt(value.getTime()), 1);
    return bytes;
  }
  const bytes = Buffer.alloc(5, TYPE_INTEGER);
  bytes.writeInt32BE(value, 1);
  return bytes;
}

function withLength(type: number, bytes: Uint8Array): Buffer {
  const head = Buffer.from([type, bytes.length >> 8, bytes.length & 0xff]);
  return Buffer.concat([head, bytes]);
}
