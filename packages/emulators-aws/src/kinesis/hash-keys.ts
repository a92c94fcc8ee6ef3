import { createHash } from 'node:crypto';
import { invalidArgument } from './errors.ts';
import type { HashRange } from './state.ts';

const SPACE = 1n << 128n;

/** The hash key of a partition key: its MD5 digest. */
export const hashOf = (partitionKey: string): string => createHash('md5').update(partitionKey, 'utf8').digest('hex');

/** 32 hexadecimal digits of a decimal hash key; `member` is named in the refusal of one that is too large. */
export function parseHashKey(decimal: string, member: string): string {
  const value = BigInt(decimal);
  if (value < SPACE) return toHex(value);
  throw invalidArgument(
    `Invalid ${member}. ${member} must be in the range: [0, 2^128-1]. Specified value was ${decimal}`,
  );
}

export const toDecimal = (hashKey: string): string => BigInt(`0x${hashKey}`).toString();

export const before = (hashKey: string): string => toHex(BigInt(`0x${hashKey}`) - 1n);

export const after = (hashKey: string): string => toHex(BigInt(`0x${hashKey}`) + 1n);

/** `count` ranges of one width that cover all hash keys; the last one takes what is left over. */
export function evenRanges(count: number): readonly HashRange[] {
  const width = SPACE / BigInt(count);
  return Array.from({ length: count }, (_, index) => ({
    first: toHex(width * BigInt(index)),
    last: toHex(index === count - 1 ? SPACE - 1n : width * BigInt(index + 1) - 1n),
  }));
}

/** How many hash keys two ranges share. */
export function sharedKeys(a: HashRange, b: HashRange): bigint {
  const [, first = ''] = [a.first, b.first].sort();
  const [last = ''] = [a.last, b.last].sort();
  return first > last ? 0n : BigInt(`0x${last}`) - BigInt(`0x${first}`) + 1n;
}

const toHex = (value: bigint): string => value.toString(16).padStart(32, '0');
