import { ServiceError } from '@cairn/emulator-kit';

/** SQS' errors, in its own words where it has them. */

export const noSuchQueue = (): ServiceError =>
  new ServiceError('QueueDoesNotExist', 'The specified queue does not exist.');

export const invalidAttributeName = (name: string): ServiceError =>
  new ServiceError('InvalidAttributeName', `Unknown Attribute ${name}.`);

export const invalidAttributeValue = (name: string, reason?: string): ServiceError =>
  new ServiceError(
    'InvalidAttributeValue',
    `Invalid value for the parameter ${name}.${reason === undefined ? '' : ` Reason: ${reason}`}`,
  );

export const invalidParameter = (message: string): ServiceError => new ServiceError('InvalidParameterValue', message);

/** `Value 7 for parameter DelaySeconds is invalid. Reason: …` */
export const invalidValue = (value: unknown, parameter: string, reason: string): ServiceError =>
  invalidParameter(`Value ${String(value)} for parameter ${parameter} is invalid. Reason: ${reason}`);

export const missingParameter = (name: string): ServiceError =>
  new ServiceError('MissingParameter', `The request must contain the parameter ${name}.`);

export const receiptHandleInvalid = (handle: string): ServiceError =>
  new ServiceError('ReceiptHandleIsInvalid', `The input receipt handle "${handle}" is not a valid receipt handle.`);

export const unsupported = (what: string): ServiceError =>
  new ServiceError('UnsupportedOperation', `${what} is not supported in this sandbox.`);
