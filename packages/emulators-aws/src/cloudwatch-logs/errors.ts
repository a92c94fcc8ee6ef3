import { ServiceError } from '@cairn/emulator-kit';

/** CloudWatch Logs' errors, in its own words where it has them. */

export const invalidParameter = (message: string): ServiceError =>
  new ServiceError('InvalidParameterException', message);

export const groupNotFound = (): ServiceError =>
  new ServiceError('ResourceNotFoundException', 'The specified log group does not exist.');

export const streamNotFound = (): ServiceError =>
  new ServiceError('ResourceNotFoundException', 'The specified log stream does not exist.');

export const resourceNotFound = (what: string): ServiceError =>
  new ServiceError('ResourceNotFoundException', `The specified ${what} does not exist.`);

export const alreadyExists = (what: string): ServiceError =>
  new ServiceError('ResourceAlreadyExistsException', `The specified ${what} already exists`);

export const limitExceeded = (message = 'Resource limit exceeded.'): ServiceError =>
  new ServiceError('LimitExceededException', message);

export const malformedQuery = (message: string): ServiceError => new ServiceError('MalformedQueryException', message);

export const notSupported = (what: string): ServiceError =>
  invalidParameter(`${what} is not supported in this sandbox.`);
