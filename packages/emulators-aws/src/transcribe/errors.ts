import { ServiceError } from '@cairn/emulator-kit';

/** Transcribe's errors: those of jobs and media in its own words, the others from memory. */

export const badRequest = (message: string): ServiceError => new ServiceError('BadRequestException', message);

export const notSupported = (what: string): ServiceError => badRequest(`${what} is not supported in this sandbox.`);

export const jobExists = (): ServiceError =>
  new ServiceError('ConflictException', 'The requested job name already exists. Use a different job name.');

export const jobNotFound = (): ServiceError =>
  badRequest("The requested job couldn't be found. Check the job name and try your request again.");

export const mediaNotReadable = (): ServiceError =>
  badRequest(
    "The S3 URI that you provided can't be accessed. Make sure that you have read permission and try your request again.",
  );

export const filterExists = (): ServiceError =>
  new ServiceError(
    'ConflictException',
    'The requested vocabulary filter name already exists. Use a different vocabulary filter name.',
  );

export const filterNotFound = (): ServiceError =>
  new ServiceError(
    'NotFoundException',
    "The requested vocabulary filter couldn't be found. Check the vocabulary filter name and try your request again.",
  );
