import { ServiceError } from '@cairn/emulator-kit';

/** Kinesis' errors, in its own words where it has them. */

const stamped = (name: string, accountId: string): string => `${name} under account ${accountId}`;

export const streamNotFound = (name: string, accountId: string): ServiceError =>
  new ServiceError('ResourceNotFoundException', `Stream ${stamped(name, accountId)} not found.`);

export const streamExists = (name: string, accountId: string): ServiceError =>
  new ServiceError('ResourceInUseException', `Stream ${stamped(name, accountId)} already exists.`);

export const streamNotActive = (name: string, accountId: string, status: string): ServiceError =>
  new ServiceError(
    'ResourceInUseException',
    `Stream ${stamped(name, accountId)} not ACTIVE, instead in state ${status}`,
  );

export const shardNotFound = (shardId: string, name: string, accountId: string): ServiceError =>
  new ServiceError(
    'ResourceNotFoundException',
    `Could not find shard ${shardId} in stream ${stamped(name, accountId)}.`,
  );

export const shardGone = (shardId: string, name: string, accountId: string): ServiceError =>
  new ServiceError(
    'ResourceNotFoundException',
    `Shard ${shardId} in stream ${stamped(name, accountId)} does not exist`,
  );

export const consumerNotFound = (what: string, accountId: string): ServiceError =>
  new ServiceError('ResourceNotFoundException', `Consumer ${what}, account ${accountId} not found.`);

export const invalidArgument = (message: string): ServiceError => new ServiceError('InvalidArgumentException', message);

export const resourceInUse = (message: string): ServiceError => new ServiceError('ResourceInUseException', message);

export const resourceNotFound = (message: string): ServiceError =>
  new ServiceError('ResourceNotFoundException', message);

export const limitExceeded = (message: string): ServiceError => new ServiceError('LimitExceededException', message);

export const validation = (message: string): ServiceError => new ServiceError('ValidationException', message);

export const rateExceeded = (shardId: string, name: string, accountId: string): ServiceError =>
  new ServiceError(
    'ProvisionedThroughputExceededException',
    `Rate exceeded for shard ${shardId} in stream ${stamped(name, accountId)}.`,
  );

export const expiredIterator = (issuedAt: number, now: number): ServiceError =>
  new ServiceError(
    'ExpiredIteratorException',
    `Iterator expired. The iterator was created at time ${javaDate(issuedAt)} while right now it is ${javaDate(now)} which is further in the future than the tolerated delay of 300000 milliseconds.`,
  );

export const notSupported = (what: string): ServiceError =>
  invalidArgument(`${what} is not supported in this sandbox.`);

/** `Thu Jan 22 01:22:02 UTC 2015`, as Kinesis writes times in messages. */
function javaDate(at: number): string {
  const [weekday = '', day, month, year, time] = new Date(at).toUTCString().split(' ');
  return `${weekday.replace(',', '')} ${month} ${day} ${time} UTC ${year}`;
}
