import { ServiceError } from '@cairn/emulator-kit';

const user = { Type: 'User' };

export const functionNotFound = (arn: string): ServiceError =>
  new ServiceError('ResourceNotFoundException', `Function not found: ${arn}`, 404, user);

export const notFound = (message: string): ServiceError =>
  new ServiceError('ResourceNotFoundException', message, 404, user);

export const conflict = (message: string): ServiceError =>
  new ServiceError('ResourceConflictException', message, 409, user);

export const invalidParameter = (message: string): ServiceError =>
  new ServiceError('InvalidParameterValueException', message, 400, user);

/** For settings that exist in AWS and would change what happens, but not here. */
export const notSupported = (what: string): ServiceError =>
  invalidParameter(`${what} is not supported in this sandbox.`);

export const validation = (message: string): ServiceError =>
  new ServiceError('ValidationException', `1 validation error detected: ${message}`, 400);

export const revisionMismatch = (): ServiceError =>
  new ServiceError(
    'PreconditionFailedException',
    'The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id',
    412,
    user,
  );

export const invalidContent = (message: string): ServiceError =>
  new ServiceError('InvalidRequestContentException', message, 400, user);

export const requestTooLarge = (limitBytes: number): ServiceError =>
  new ServiceError(
    'RequestTooLargeException',
    `Request must be smaller than ${limitBytes} bytes for the InvokeFunction operation`,
    413,
    user,
  );

/** HTTP 429, which SDK clients repeat by themselves. */
export const throttled = (reason: string): ServiceError =>
  new ServiceError('TooManyRequestsException', 'Rate Exceeded.', 429, { ...user, Reason: reason });

export const mappingNotFound = (): ServiceError => notFound('The resource you requested does not exist.');
