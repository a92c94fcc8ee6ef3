import { EXIT, misuse, plainFailure } from '../command/failure.ts';
import type { Session } from '../run/session.ts';
import { dateOf, records, type S3Calls, type S3Object, S3Refusal } from './calls.ts';
import { type FileOptions, wrongPaths } from './options.ts';
import { baseName, isAddress, splitAddress } from './place.ts';

const DATE_END = 19;
const SIZE_WIDTH = 10;
const PREFIX_WIDTH = 30;
const UNITS = ['KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];

export async function list({ paths, flags, values }: FileOptions, s3: S3Calls, session: Session): Promise<number> {
  const { bucket, key } = splitAddress(paths[0] ?? '');
  if (bucket === '') return listBuckets(s3, session);
  const isDeep = flags.has('--recursive');
  const sizeText = flags.has('--human-readable') ? humanSize : String;
  const page = values.has('--page-size') ? { MaxKeys: Number(values.get('--page-size')) } : {};
  const pages = s3.list(bucket, key, { ...(isDeep ? {} : { Delimiter: '/' }), ...page });
  let [count, bytes, folders] = [0, 0, 0];
  for await (const { objects, prefixes } of pages) {
    session.out(prefixes.map(folderLine).join(''));
    session.out(objects.map((object) => objectLine(object, isDeep, sizeText)).join(''));
    bytes += objects.reduce((sum, { size }) => sum + size, 0);
    count += objects.length;
    folders += prefixes.length;
  }
  if (flags.has('--summarize')) {
    session.out(`\nTotal Objects: ${count}\n${'Total Size: '.padStart(15)}${sizeText(bytes)}\n`);
  }
  return key !== '' && count + folders === 0 ? EXIT.failed : 0;
}

function folderLine(prefix: string): string {
  return `${'PRE'.padStart(PREFIX_WIDTH)} ${baseName(prefix.slice(0, -1))}/\n`;
}

function objectLine({ key, size, modifiedAt }: S3Object, isDeep: boolean, sizeText: (size: number) => string): string {
  return `${momentText(modifiedAt)} ${sizeText(size).padStart(SIZE_WIDTH)} ${isDeep ? key : baseName(key)}\n`;
}

async function listBuckets(s3: S3Calls, session: Session): Promise<number> {
  const { Buckets } = await s3.call('ListBuckets', {});
  for (const { Name, CreationDate } of records(Buckets)) session.out(`${momentText(dateOf(CreationDate))} ${Name}\n`);
  return 0;
}

function momentText(date: Date): string {
  return Number.isNaN(date.getTime()) ? ' '.repeat(DATE_END) : date.toISOString().slice(0, DATE_END).replace('T', ' ');
}

/** `1.5 KiB`: the largest unit in which it is below 1024. */
function humanSize(size: number): string {
  if (size === 1) return '1 Byte';
  if (size < 1024) return `${size} Bytes`;
  let value = size / 1024;
  let unit = 0;
  while (Math.round(value) >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${value.toFixed(1)} ${UNITS[unit]}`;
}

export async function makeBucket({ paths: [path = ''] }: FileOptions, s3: S3Calls, session: Session): Promise<number> {
  if (!isAddress(path)) throw wrongPaths('mb');
  const { bucket } = splitAddress(path);
  const place = s3.region === 'us-east-1' ? {} : { CreateBucketConfiguration: { LocationConstraint: s3.region } };
  return attempt('make_bucket', path, session, async () => {
    await s3.call('CreateBucket', { Bucket: bucket, ...place });
    session.out(`make_bucket: ${bucket}\n`);
  });
}

/** @param empty removes all objects first, for `--force` */
export async function removeBucket(
  { paths: [path = ''], flags }: FileOptions,
  s3: S3Calls,
  session: Session,
  empty: () => Promise<number>,
): Promise<number> {
  if (!isAddress(path)) throw wrongPaths('rb');
  const { bucket, key } = splitAddress(path);
  if (key !== '') throw plainFailure(`Please specify a valid bucket name only. E.g. s3://${bucket}`, EXIT.misused);
  if (flags.has('--force') && (await empty()) !== 0) {
    throw plainFailure('remove_bucket failed: Unable to delete all objects in the bucket, bucket will not be deleted.');
  }
  return attempt('remove_bucket', path, session, async () => {
    await s3.call('DeleteBucket', { Bucket: bucket });
    session.out(`remove_bucket: ${bucket}\n`);
  });
}

async function attempt(what: string, path: string, { err }: Session, run: () => Promise<void>): Promise<number> {
  try {
    await run();
    return 0;
  } catch (error) {
    if (!(error instanceof S3Refusal)) throw error;
    err(`${what} failed: ${path} ${error.message}\n`);
    return EXIT.failed;
  }
}

const LONGEST_SECONDS = 604_800;
const USUAL_SECONDS = 3_600;

export async function presign({ paths: [path = ''], values }: FileOptions, session: Session): Promise<number> {
  const given = values.get('--expires-in') ?? String(USUAL_SECONDS);
  if (!/^\d+$/.test(given)) throw misuse(`argument --expires-in: invalid int value: '${given}'`);
  const seconds = Number(given);
  if (seconds < 1 || seconds > LONGEST_SECONDS) {
    throw plainFailure(`--expires-in takes 1 to ${LONGEST_SECONDS} seconds, not ${given}.`, EXIT.misused);
  }
  const { bucket, key } = splitAddress(path);
  if (session.host.presign === undefined) throw plainFailure('This terminal cannot sign addresses.');
  session.out(`${await session.host.presign(bucket, key, seconds)}\n`);
  return 0;
}
