import { ServiceError } from '@cairn/emulator-kit';

const FORM = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const RESERVED_STARTS = ['xn--', 'sthree-', 'amzn-s3-demo-'];
const RESERVED_ENDS = ['-s3alias', '--ol-s3', '.mrap', '--x-s3', '--table-s3', '-an'];

/**
 * Throws InvalidBucketName unless a new bucket may have this name.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
export function demandBucketName(name: string): void {
  const isForm = FORM.test(name) && !ADDRESS.test(name) && !/\.\.|\.-|-\./.test(name);
  const isReserved =
    RESERVED_STARTS.some((start) => name.startsWith(start)) || RESERVED_ENDS.some((end) => name.endsWith(end));
  if (isForm && !isReserved) return;
  throw new ServiceError('InvalidBucketName', 'The specified bucket is not valid.', 400, { BucketName: name });
}
