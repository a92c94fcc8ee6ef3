import { ServiceError } from '@cairn/emulator-kit';

/** STS's own failures, with its codes and sentences. */
export const accessDenied = (message: string): ServiceError => new ServiceError('AccessDenied', message, 403);

export const validationError = (message: string): ServiceError => new ServiceError('ValidationError', message, 400);

export const invalidAuthorizationMessage = (): ServiceError =>
  new ServiceError('InvalidAuthorizationMessageException', 'Message is not valid', 400);

export const policyTooLarge = (percent: number): ServiceError =>
  new ServiceError(
    'PackedPolicyTooLarge',
    `Packed size of session policies and tags consumes ${percent}% of allotted space.`,
    400,
  );

/** There are no MFA devices in the sandbox, so a code can never be right. */
export const noMfaDevice = (): ServiceError =>
  accessDenied(
    'MultiFactorAuthentication failed, unable to validate MFA code. This sandbox has no MFA devices: leave SerialNumber and TokenCode out.',
  );
