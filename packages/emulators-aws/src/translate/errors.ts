import { ServiceError } from '@cairn/emulator-kit';

/** Translate's errors. The message of an unsupported pair is its own, the others are from memory. */

export const textTooLarge = (limit: number, size: number): ServiceError =>
  new ServiceError(
    'TextSizeLimitExceededException',
    `Input text size exceeds limit. Max length of request text allowed is ${limit} bytes while in this request the text size is ${size} bytes`,
  );

export function unsupportedPair(source: string, target: string, role: 'Source' | 'Target', code: string): ServiceError {
  const message = `Unsupported language pair: ${source} to ${target}. ${role} language '${code}' is not supported`;
  return new ServiceError('UnsupportedLanguagePairException', message, 400, {
    SourceLanguageCode: source,
    TargetLanguageCode: target,
  });
}

export const unsureLanguage = (code: string): ServiceError =>
  new ServiceError(
    'DetectedLanguageLowConfidenceException',
    'The confidence in the detected language is low: name the source language of the text.',
    400,
    { DetectedLanguageCode: code },
  );

/** Asking Comprehend for the language was not allowed. */
export const downstreamDenied = (message: string): ServiceError =>
  new ServiceError(
    'AccessDeniedException',
    `com.amazonaws.translate.dataplane.DownstreamDependencyAccessDeniedException: ${message}`,
  );

export const terminologyNotFound = (name: string): ServiceError =>
  new ServiceError('ResourceNotFoundException', `Resource with name ${name} not found`);

export const invalidParameter = (message: string): ServiceError =>
  new ServiceError('InvalidParameterValueException', message);

export const invalidRequest = (message: string): ServiceError => new ServiceError('InvalidRequestException', message);

export const limitExceeded = (message: string): ServiceError => new ServiceError('LimitExceededException', message);
