import { ServiceError } from '@cairn/emulator-kit';

export const notFound = (kind: string, name: string): ServiceError =>
  new ServiceError('ResourceNotFoundException', `The ${kind} ${name} wasn't found.`, 404);

export const conflict = (kind: string, name: string): ServiceError =>
  new ServiceError('ConflictException', `The ${kind} ${name} already exists.`, 409);

export const validation = (message: string): ServiceError => new ServiceError('ValidationException', message, 400);

export const notSupported = (what: string): ServiceError => validation(`${what} is not supported in this sandbox.`);
