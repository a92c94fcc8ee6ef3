import { expiredIterator, invalidArgument } from './errors.ts';
import type { Shard, Stream } from './state.ts';

/** A place in a shard to read from, good for five minutes. */
export interface Iterator {
  readonly streamName: string;
  /** Of the stream: one that was deleted and made anew has other records. */
  readonly createdAt: number;
  readonly shardIndex: number;
  /** Serial of the first record to read. */
  readonly serial: number;
  readonly issuedAt: number;
}

const LIFETIME_MILLISECONDS = 300_000;
const VERSION = Buffer.from([0, 0, 0, 0, 0, 0, 0, 1]);
const LAYOUT = /^(\d+)\/(\d+)\/(\d+)\/(\d+)\/([a-zA-Z0-9_.-]+)$/;

/** Opaque to clients, as in Kinesis: eight bytes of version, then what the server needs. */
export function writeIterator(stream: Stream, shard: Shard, serial: number, issuedAt: number): string {
  const text = [issuedAt, stream.createdAt, shard.index, serial, stream.name].join('/');
  return Buffer.concat([VERSION, Buffer.from(text)]).toString('base64');
}

/** @throws ServiceError InvalidArgumentException for a text that is no iterator */
export function readIterator(text: string): Iterator {
  const bytes = Buffer.from(text, 'base64');
  const isOurs = bytes.toString('base64') === text && bytes.subarray(0, VERSION.length).equals(VERSION);
  const [, issuedAt, createdAt, shardIndex, serial, streamName] =
    LAYOUT.exec(isOurs ? bytes.subarray(VERSION.length).toString('utf8') : '') ?? [];
  if (streamName === undefined) throw invalidArgument('Invalid ShardIterator.');
  return {
    streamName,
    issuedAt: Number(issuedAt),
    createdAt: Number(createdAt),
    shardIndex: Number(shardIndex),
    serial: Number(serial),
  };
}

/** @throws ServiceError ExpiredIteratorException */
export function demandFresh({ issuedAt }: Iterator, now: number): void {
  if (now - issuedAt > LIFETIME_MILLISECONDS) throw expiredIterator(issuedAt, now);
}
