import { ServiceError } from '@cairn/emulator-kit';

/** KMS' errors, in its own words where it has them. */

export const keyNotFound = (keyArn: string): ServiceError =>
  new ServiceError('NotFoundException', `Key '${keyArn}' does not exist`);

export const invalidKeyId = (keyId: string): ServiceError =>
  new ServiceError('NotFoundException', `Invalid keyId '${keyId}'`);

export const invalidArn = (arn: string): ServiceError => new ServiceError('InvalidArnException', `Invalid arn ${arn}`);

export const aliasNotFound = (aliasArn: string): ServiceError =>
  new ServiceError('NotFoundException', `Alias ${aliasArn} is not found.`);

export const aliasExists = (aliasArn: string): ServiceError =>
  new ServiceError('AlreadyExistsException', `An alias with the name ${aliasArn} already exists`);

export const disabled = (keyArn: string): ServiceError =>
  new ServiceError('DisabledException', `${keyArn} is disabled.`);

export const invalidState = (message: string): ServiceError => new ServiceError('KMSInvalidStateException', message);

export const invalidCiphertext = (): ServiceError => new ServiceError('InvalidCiphertextException', '');

export const incorrectKey = (): ServiceError =>
  new ServiceError(
    'IncorrectKeyException',
    'The key ID in the request does not identify a CMK that can perform this operation.',
  );

export const malformedPolicy = (message: string): ServiceError =>
  new ServiceError('MalformedPolicyDocumentException', message);

export const invalidMarker = (): ServiceError =>
  new ServiceError('InvalidMarkerException', 'The marker is not one that this operation gave out.');

export const validation = (message: string): ServiceError => new ServiceError('ValidationException', message);

export const dryRun = (): ServiceError =>
  new ServiceError('DryRunOperationException', 'The request would have succeeded, but the DryRun option is set.');

export const notSupported = (what: string): ServiceError =>
  new ServiceError('UnsupportedOperationException', `${what} is not supported in this sandbox.`);
