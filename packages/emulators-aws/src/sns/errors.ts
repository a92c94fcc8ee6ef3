import { ServiceError } from '@cairn/emulator-kit';

/** SNS' errors, in its own words where it has them. */

/** `Invalid parameter: TopicArn Reason: …` */
export const invalidParameter = (parameter: string, reason?: string): ServiceError =>
  new ServiceError(
    'InvalidParameterException',
    `Invalid parameter: ${parameter}${reason === undefined ? '' : ` Reason: ${reason}`}`,
  );

export const topicNotFound = (): ServiceError => new ServiceError('NotFoundException', 'Topic does not exist');

export const subscriptionNotFound = (): ServiceError =>
  new ServiceError('NotFoundException', 'Subscription does not exist');

export const notSupported = (what: string): ServiceError =>
  invalidParameter(`${what} is not supported in this sandbox.`);
