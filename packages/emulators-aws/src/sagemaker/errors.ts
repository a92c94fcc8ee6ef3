import { ServiceError } from '@cairn/emulator-kit';

/** SageMaker's errors: most refusals are a ValidationException, which its model does not name. */

export const validation = (message: string): ServiceError => new ServiceError('ValidationException', message, 400);

export const notSupported = (what: string): ServiceError => validation(`${what} is not supported in this sandbox.`);

/** What DescribeTrainingJob and StopTrainingJob say of a name they do not know. */
export const noTrainingJob = (): ServiceError => validation('Requested resource not found.');

/** What processing and transform jobs say of one. */
export const noJobNamed = (name: string): ServiceError => validation(`Could not find requested job with name: ${name}`);

export const notFound = (message: string): ServiceError => new ServiceError('ResourceNotFound', message, 400);

export const noTuningJob = (name: string): ServiceError =>
  notFound(`Amazon SageMaker can't find a tuning job with the name ${name}.`);

export const inUse = (message: string): ServiceError => new ServiceError('ResourceInUse', message, 400);

export const limitExceeded = (what: string, limit: number, now: number, delta = 1): ServiceError =>
  new ServiceError(
    'ResourceLimitExceeded',
    `The account-level service limit '${what}' is ${limit} Instances, with current utilization of ${now} Instances and a request delta of ${delta} Instances. Please use AWS Service Quotas to request an increase for this quota.`,
    400,
  );

/** An update or a deletion that what is going on forbids. */
export const conflict = (message: string): ServiceError => new ServiceError('ConflictException', message, 400);
