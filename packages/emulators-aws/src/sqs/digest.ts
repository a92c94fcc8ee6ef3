import { createHash } from 'node:crypto';
import type { MessageAttributeValue } from '@aws-sdk/client-sqs';
import type { Attributes } from './state.ts';

export const md5 = (text: string | Uint8Array): string => createHash('md5').update(text).digest('hex');

const STRING = 1;
const BINARY = 2;

/**
 * MD5 of message attributes, which clients recompute: for each in the order of names its name, its type, a byte that
 * tells text from bytes, and its value; texts and values with their length in four bytes before them.
 *
 * @see SQS developer guide, "Calculating the MD5 message digest for message attributes"
 * @returns undefined when there are none
 */
export function attributesMd5(attributes: Attributes): string | undefined {
  const names = Object.keys(attributes).sort();
  if (names.length === 0) return undefined;
  return md5(Buffer.concat(names.flatMap((name) => encoded(name, attributes[name]))));
}

function encoded(name: string, attribute: MessageAttributeValue | undefined): Buffer[] {
  const { DataType: type = '', StringValue: text, BinaryValue: bytes } = attribute ?? {};
  const value = bytes ? Buffer.from(bytes) : Buffer.from(text ?? '');
  return [
    ...sized(Buffer.from(name)),
    ...sized(Buffer.from(type)),
    Buffer.from([bytes ? BINARY : STRING]),
    ...sized(value),
  ];
}

function sized(bytes: Buffer): Buffer[] {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return [length, bytes];
}
