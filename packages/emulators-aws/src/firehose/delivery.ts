import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type Principal, ServiceError } from '@cairn/emulator-kit';
import { report } from '../messaging/metrics.ts';
import { writeObject } from '../s3/objects.ts';
import { timeZoneOf } from './destination.ts';
import { fillPrefix, formatTime } from './prefix.ts';
import type { Buffered, DeliveryStream, Destination, FirehoseCall, Undelivered } from './state.ts';
import { bucketName } from './streams.ts';
import { transformed } from './transform.ts';

const compress = promisify(gzip);

export const RETRY_TIMER = 'retry';

export interface Retry {
  readonly name: string;
  readonly createdAt: number;
  readonly batch: string;
}

const MINUTE_MILLISECONDS = 60_000;
const LONGEST_PAUSE_MILLISECONDS = 30 * MINUTE_MILLISECONDS;
/** Firehose developer guide, "Amazon S3 data delivery failure": retried for up to 24 hours, then lost. */
const GIVE_UP_MILLISECONDS = 24 * 60 * MINUTE_MILLISECONDS;

/** Writes a batch to the bucket, with the stream's role. What fails is seen in CloudWatch and tried again. */
export async function deliverBatch(call: FirehoseCall, stream: DeliveryStream, batch: Undelivered): Promise<void> {
  try {
    const role = call.assume(stream.destination.RoleARN, 'firehose.amazonaws.com', stream.name);
    const bytes = await put(call, stream, role, batch.records);
    stream.undelivered.delete(batch.id);
    report(
      call,
      'AWS/Firehose',
      { DeliveryStreamName: stream.name },
      {
        'DeliveryToS3.Records': [batch.records.length, 'Count'],
        'DeliveryToS3.Bytes': [bytes, 'Bytes'],
        'DeliveryToS3.Success': [1, 'Count'],
        'DeliveryToS3.DataFreshness': [(call.now() - oldest(batch.records)) / 1000, 'Seconds'],
      },
    );
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    report(call, 'AWS/Firehose', { DeliveryStreamName: stream.name }, { 'DeliveryToS3.Success': [0, 'Count'] });
    await writeErrorLog(call, stream, error);
    tryLater(call, stream, batch);
  }
}

/** @returns how many bytes the object has */
async function put(
  call: FirehoseCall,
  stream: DeliveryStream,
  role: Principal,
  records: readonly Buffered[],
): Promise<number> {
  const { destination } = stream;
  const plain = Buffer.concat(await transformed(call, stream, role, records));
  const body = destination.CompressionFormat === 'GZIP' ? await compress(plain) : plain;
  const key = keyOf(call, stream, oldest(records));
  const kms = destination.EncryptionConfiguration?.KMSEncryptionConfig?.AWSKMSKeyARN;
  const encryption = kms === undefined ? {} : { encryption: { algorithm: 'aws:kms', keyId: kms } };
  const contentType = 'application/octet-stream';
  await writeObject(call, role, { bucket: bucketName(destination.BucketARN), key, body, contentType, ...encryption });
  return body.length;
}

const oldest = (records: readonly Buffered[]): number => Math.min(...records.map(({ arrivedAt }) => arrivedAt));

/** `prefix/2026/03/01/10/name-1-2026-03-01-10-00-00-uuid.gz` */
function keyOf(call: FirehoseCall, { name, destination }: DeliveryStream, at: number): string {
  const timeZone = timeZoneOf(destination);
  const randomString = () => Buffer.from(call.ids.hex(16), 'hex').toString('base64url').slice(0, 11);
  const prefix = fillPrefix(destination.Prefix ?? '', { at, timeZone, randomString });
  return `${prefix}${name}-1-${formatTime('yyyy-MM-dd-HH-mm-ss', at, timeZone)}-${call.ids.uuid()}${extensionOf(destination)}`;
}

const extensionOf = ({ FileExtension: extension, CompressionFormat: compression }: Destination): string =>
  extension || (compression === 'GZIP' ? '.gz' : '');

function tryLater(call: FirehoseCall, stream: DeliveryStream, batch: Undelivered): void {
  if (call.now() - batch.since >= GIVE_UP_MILLISECONDS) {
    stream.undelivered.delete(batch.id);
    return;
  }
  const pause = Math.min(LONGEST_PAUSE_MILLISECONDS, MINUTE_MILLISECONDS * 2 ** batch.tries);
  batch.tries += 1;
  stream.undelivered.set(batch.id, batch);
  const retry: Retry = { name: stream.name, createdAt: stream.createdAt, batch: batch.id };
  call.later(pause, RETRY_TIMER, retry);
}

export async function retryDelivery(call: FirehoseCall, { name, createdAt, batch: id }: Retry): Promise<void> {
  const stream = call.state.streams.get(name);
  const batch = stream?.createdAt === createdAt ? stream.undelivered.get(id) : undefined;
  if (stream && batch) await deliverBatch(call, stream, batch);
}

/** The line that Firehose writes to the log stream of its destination when logging is on. */
async function writeErrorLog(
  call: FirehoseCall,
  { name, arn, destination }: DeliveryStream,
  error: ServiceError,
): Promise<void> {
  const {
    Enabled: isOn,
    LogGroupName: logGroupName,
    LogStreamName: logStreamName,
  } = destination.CloudWatchLoggingOptions ?? {};
  if (!isOn || !logGroupName || !logStreamName) return;
  const message = JSON.stringify({
    deliveryStreamARN: arn,
    destination: destination.BucketARN,
    deliveryStreamVersionId: 1,
    message: error.message,
    errorCode: `S3.${error.code}`,
  });
  try {
    const role = call.assume(destination.RoleARN, 'firehose.amazonaws.com', name);
    const logEvents = [{ timestamp: call.now(), message }];
    await call.invoke('cloudwatch-logs', 'PutLogEvents', { logGroupName, logStreamName, logEvents }, role);
  } catch (failure) {
    if (!(failure instanceof ServiceError)) throw failure; // no log to write to, as in AWS
  }
}
