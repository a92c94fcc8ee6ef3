import { ServiceError } from '@cairn/emulator-kit';

/** Athena's errors: one code for all that a caller can mend. */
export const invalidRequest = (message: string, code = 'INVALID_INPUT'): ServiceError =>
  new ServiceError('InvalidRequestException', message, 400, { AthenaErrorCode: code });

export const notSupported = (what: string): ServiceError => invalidRequest(`${what} is not supported in this sandbox.`);

export const executionNotFound = (id: string): ServiceError => invalidRequest(`QueryExecution ${id} was not found`);

export const workGroupNotFound = (): ServiceError => invalidRequest('WorkGroup is not found.');

export const metadataError = (message: string): ServiceError => new ServiceError('MetadataException', message, 400);
