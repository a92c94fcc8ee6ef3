import { ServiceError } from '@cairn/emulator-kit';

/** Comprehend's errors; the message about the size is its own, the other two are from memory. */

export const textTooLarge = (limit: number, size: number): ServiceError =>
  new ServiceError(
    'TextSizeLimitExceededException',
    `Input text size exceeds limit. Max length of request text allowed is ${limit} bytes while in this request the text size is ${size} bytes`,
  );

export const batchTooLarge = (limit: number, size: number): ServiceError =>
  new ServiceError(
    'BatchSizeLimitExceededException',
    `Input batch size exceeds limit. Max number of documents is ${limit} while this request has ${size}`,
  );

export const unsupportedLanguage = (code: string, known: readonly string[]): ServiceError =>
  new ServiceError(
    'UnsupportedLanguageException',
    `The language ${code} is not supported by this operation in this sandbox, which knows ${known.join(', ')}.`,
  );

export const invalidRequest = (message: string): ServiceError => new ServiceError('InvalidRequestException', message);
