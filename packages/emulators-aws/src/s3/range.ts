import { ServiceError } from '@cairn/emulator-kit';
import type { StoredObject } from './state.ts';

/** Bytes of an object from `start` up to, not including, `end`. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

const RANGE = /^bytes=(\d*)-(\d*)$/;

/**
 * The bytes that a Range header asks for; undefined when there is none that S3 heeds (it ignores several ranges and
 * malformed ones). Throws InvalidRange when it lies beyond the object.
 */
export function parseRange(header: string | undefined, size: number): ByteRange | undefined {
  const [, first = '', last = ''] = RANGE.exec(header?.replaceAll(' ', '') ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  if (first === '') {
    const suffix = Math.min(Number(last), size);
    if (suffix === 0) throw invalidRange(header, size);
    return { start: size - suffix, end: size };
  }
  const start = Number(first);
  if (last !== '' && Number(last) < start) return undefined;
  if (start >= size) throw invalidRange(header, size);
  return { start, end: last === '' ? size : Math.min(Number(last) + 1, size) };
}

/** The bytes of one part of an object. An object that was put at once has a single part. */
export function partRange({ blob, parts }: StoredObject, number: number): ByteRange {
  if (!parts) {
    if (number !== 1) throw invalidPartNumber();
    return { start: 0, end: blob.size };
  }
  // Parts count from 1 in the finished object, whatever numbers they were uploaded under.
  const part = parts[number - 1];
  if (!part) throw invalidPartNumber();
  const start = parts.slice(0, number - 1).reduce((sum, { size }) => sum + size, 0);
  return { start, end: start + part.size };
}

export const contentRange = ({ start, end }: ByteRange, size: number): string => `bytes ${start}-${end - 1}/${size}`;

function invalidRange(header: string | undefined, size: number): ServiceError {
  return new ServiceError('InvalidRange', 'The requested range is not satisfiable', 416, {
    RangeRequested: header,
    ActualObjectSize: String(size),
  });
}

function invalidPartNumber(): ServiceError {
  return new ServiceError('InvalidPartNumber', 'The requested partnumber is not satisfiable', 416);
}
