import { ServiceError } from '@cairn/emulator-kit';

export const machineNotFound = (arn: string): ServiceError =>
  new ServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`, 400);

export const executionNotFound = (arn: string): ServiceError =>
  new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`, 400);

export const executionExists = (arn: string): ServiceError =>
  new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`, 400);

export const machineExists = (arn: string): ServiceError =>
  new ServiceError('StateMachineAlreadyExists', `State Machine Already Exists: '${arn}'`, 400);

export const invalidDefinition = (why: string): ServiceError =>
  new ServiceError('InvalidDefinition', `Invalid State Machine Definition: ${why}`, 400);

export const invalidName = (name: string): ServiceError =>
  new ServiceError('InvalidName', `Invalid Name: '${name}'`, 400);

export const invalidArn = (arn: string): ServiceError => new ServiceError('InvalidArn', `Invalid Arn: '${arn}'`, 400);

export const invalidInput = (): ServiceError =>
  new ServiceError('InvalidExecutionInput', 'Invalid State Machine Execution Input: the input is no JSON', 400);

export const invalidToken = (): ServiceError => new ServiceError('InvalidToken', 'Invalid Token', 400);

export const validation = (message: string): ServiceError => new ServiceError('ValidationException', message, 400);

export const wrongType = (): ServiceError =>
  new ServiceError(
    'StateMachineTypeNotSupported',
    'This operation is not supported by this type of state machine',
    400,
  );

export const notFound = (arn: string): ServiceError =>
  new ServiceError('ResourceNotFound', `Resource not found: '${arn}'`, 400, { resourceName: arn });
