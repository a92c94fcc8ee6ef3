import { ServiceError } from '@cairn/emulator-kit';

/** Firehose's errors, in its own words where it has them. */

export const streamNotFound = (name: string, accountId: string): ServiceError =>
  new ServiceError('ResourceNotFoundException', `Firehose ${name} under account ${accountId} not found.`);

export const streamExists = (name: string, accountId: string): ServiceError =>
  new ServiceError('ResourceInUseException', `Firehose ${name} under accountId ${accountId} already exists`);

export const invalidArgument = (message: string): ServiceError => new ServiceError('InvalidArgumentException', message);

export const notSupported = (what: string): ServiceError =>
  invalidArgument(`${what} is not supported in this sandbox.`);
