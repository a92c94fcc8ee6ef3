import { ServiceError } from '@cairn/emulator-kit';

/** EventBridge's errors, in its own words where it has them. */

export const validation = (message: string): ServiceError => new ServiceError('ValidationException', message);

export const busNotFound = (name: string): ServiceError =>
  new ServiceError('ResourceNotFoundException', `Event bus ${name} does not exist.`);

export const ruleNotFound = (name: string, bus: string): ServiceError =>
  new ServiceError('ResourceNotFoundException', `Rule ${name} does not exist on EventBus ${bus}.`);

export const invalidPattern = (fault: string): ServiceError =>
  new ServiceError('InvalidEventPatternException', `Event pattern is not valid. Reason: ${fault}`);

export const limitExceeded = (): ServiceError =>
  new ServiceError('LimitExceededException', 'The requested resource exceeds the maximum number allowed.');

export const notSupported = (what: string): ServiceError => validation(`${what} is not supported in this sandbox.`);
