import type { Shard } from './state.ts';

/**
 * Sequence numbers have 56 digits and grow within a shard. Behind the decimal number stand 47 hexadecimal digits in
 * the layout that Kinesis uses: `2`, the second in which the shard was made (9), the shard's last digit (1), the serial
 * of the record (16), `00`, the second of arrival (9), the shard (8), `2`.
 */
export interface SequenceParts {
  readonly createdSecond: number;
  readonly serial: number;
  readonly shardIndex: number;
}

const LAST_SERIAL = '7fffffffffffffff';

export function sequenceNumber(shard: Pick<Shard, 'createdAt' | 'index'>, serial: number, arrivedAt: number): string {
  return assemble(shard, hex(serial, 16), arrivedAt);
}

export const startingSequenceNumber = (shard: Pick<Shard, 'createdAt' | 'index'>): string =>
  sequenceNumber(shard, 0, shard.createdAt);

/** Above every sequence number of the shard. */
export const endingSequenceNumber = (shard: Pick<Shard, 'createdAt' | 'index'>, closedAt: number): string =>
  assemble(shard, LAST_SERIAL, closedAt);

function assemble({ createdAt, index }: Pick<Shard, 'createdAt' | 'index'>, serial: string, at: number): string {
  const place = hex(index, 8);
  const digits = `2${hex(second(createdAt), 9)}${place.slice(-1)}${serial}00${hex(second(at), 9)}${place}2`;
  return BigInt(`0x${digits}`).toString();
}

const LAYOUT = /^2([0-9a-f]{9})[0-9a-f]([0-9a-f]{16})00[0-9a-f]{9}([0-9a-f]{8})2$/;

/** Undefined for a number that Kinesis never gives out. */
export function parseSequenceNumber(text: string): SequenceParts | undefined {
  const [, created, serial, place] = LAYOUT.exec(BigInt(text).toString(16)) ?? [];
  if (created === undefined || serial === undefined || place === undefined) return undefined;
  const number = (digits: string) => Number.parseInt(digits, 16);
  return { createdSecond: number(created), serial: number(serial), shardIndex: number(place) };
}

/** Whether a sequence number was given out by `shard`. */
export const isOfShard = ({ createdSecond, shardIndex }: SequenceParts, shard: Shard): boolean =>
  shardIndex === shard.index && createdSecond === second(shard.createdAt);

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

const second = (milliseconds: number): number => Math.floor(milliseconds / 1000);
