import { ServiceError } from '@cairn/emulator-kit';

/** CloudWatch's errors, in its own words where it has them. */

export const invalidValue = (message: string): ServiceError =>
  new ServiceError('InvalidParameterValueException', message);

export const invalidCombination = (message: string): ServiceError =>
  new ServiceError('InvalidParameterCombinationException', message);

export const missingParameter = (message: string): ServiceError =>
  new ServiceError('MissingRequiredParameterException', message);

export const validation = (message: string): ServiceError => new ServiceError('ValidationError', message, 400);

export const alarmNotFound = (): ServiceError => new ServiceError('ResourceNotFound', 'Unknown', 404);

export const resourceNotFound = (arn: string): ServiceError =>
  new ServiceError('ResourceNotFoundException', `The resource ${arn} does not exist.`, 404);

export const invalidNextToken = (): ServiceError =>
  new ServiceError('InvalidNextToken', 'NextToken is not one that this operation gave out.');

export const dashboardNotFound = (name: string): ServiceError =>
  new ServiceError('DashboardNotFoundError', `Dashboard ${name} does not exist`, 404);

export const dashboardInvalid = (message: string): ServiceError =>
  new ServiceError('DashboardInvalidInputError', 'The field DashboardBody must be a valid JSON object', 400, {
    dashboardValidationMessages: [{ Message: message }],
  });

export const notSupported = (what: string): ServiceError => validation(`${what} is not supported in this sandbox.`);
