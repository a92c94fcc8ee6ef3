import type { Charge } from '@cairn/emulator-kit';
import { S3_LOOKUP_REQUEST, S3_STORAGE, S3_WRITE_REQUEST } from '../prices.ts';
import type { S3Call } from './access.ts';
import type { Bucket, ObjectVersion } from './state.ts';

const BYTES_PER_GB = 1024 ** 3;
/** AWS counts storage in GB-months; a month of 30.4 days has 730 hours. */
const HOURS_PER_MONTH = 730;

/** PUT, COPY, POST and LIST requests cost about ten times what GET and the others do. Deletes are free. */
export const chargeWrite = (call: S3Call): void => call.charge(S3_WRITE_REQUEST, 1);
export const chargeRead = (call: S3Call): void => call.charge(S3_LOOKUP_REQUEST, 1);

/** Counts an object's bytes from now on: every version is stored and paid for until it is deleted. */
export function countStored(call: S3Call, bucket: Bucket, version: ObjectVersion): void {
  if (version.kind === 'object') change(call, bucket, version.storageClass, version.blob.size);
}

/** Stops to count an object's bytes. */
export function countRemoved(call: S3Call, bucket: Bucket, version: ObjectVersion | undefined): void {
  if (version?.kind === 'object') change(call, bucket, version.storageClass, -version.blob.size);
}

/** Ends all counting for a bucket that is deleted. */
export function countNothing(call: S3Call, bucket: Bucket): void {
  for (const storageClass of bucket.storedBytes.keys()) call.stopMeter(meterOf(bucket, storageClass));
}

/** Parts of unfinished uploads are stored, and paid for, as STANDARD. */
export function countParts(call: S3Call, bucket: Bucket, bytes: number): void {
  change(call, bucket, 'STANDARD', bytes);
}

function change(call: S3Call, bucket: Bucket, storageClass: string, bytes: number): void {
  const stored = (bucket.storedBytes.get(storageClass) ?? 0) + bytes;
  bucket.storedBytes.set(storageClass, stored);
  const charge: Charge | undefined = S3_STORAGE[storageClass];
  if (!charge) return;
  if (stored > 0) call.startMeter(meterOf(bucket, storageClass), charge, stored / BYTES_PER_GB / HOURS_PER_MONTH);
  else call.stopMeter(meterOf(bucket, storageClass));
}

const meterOf = ({ name }: Bucket, storageClass: string): string => `s3/${name}/${storageClass}`;
