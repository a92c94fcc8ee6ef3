import { ServiceError } from '@cairn/emulator-kit';

/** The errors of AWS Budgets. */

export const invalidParameter = (message: string): ServiceError =>
  new ServiceError('InvalidParameterException', message);

export const notFound = (name: string): ServiceError =>
  new ServiceError('NotFoundException', `Unable to get budget: ${name} - the budget doesn't exist.`);

export const duplicate = (name: string): ServiceError =>
  new ServiceError('DuplicateRecordException', `Error creating budget: ${name} - the budget already exists.`);

export const limitExceeded = (message: string): ServiceError =>
  new ServiceError('CreationLimitExceededException', message);

export const invalidNextToken = (): ServiceError =>
  new ServiceError('InvalidNextTokenException', 'NextToken is not one that this operation gave out.');

export const otherAccount = (accountId: string): ServiceError =>
  new ServiceError('AccessDeniedException', `Account ${accountId} is not the caller's own; the sandbox has no other.`);

export const notSupported = (what: string): ServiceError =>
  invalidParameter(`${what} is not supported in this sandbox.`);
