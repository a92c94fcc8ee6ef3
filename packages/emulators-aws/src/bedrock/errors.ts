import { ServiceError } from '@cairn/emulator-kit';

/** Bedrock's errors, in its own words where it has them. */

export const validation = (message: string): ServiceError => new ServiceError('ValidationException', message, 400);

export const notSupported = (what: string): ServiceError => validation(`${what} is not supported in this sandbox.`);

export const notFound = (message: string): ServiceError => new ServiceError('ResourceNotFoundException', message, 404);

export const conflict = (message: string): ServiceError => new ServiceError('ConflictException', message, 409);

export const tooMany = (message: string): ServiceError =>
  new ServiceError('ServiceQuotaExceededException', message, 400);

export const invalidModel = (): ServiceError => validation('The provided model identifier is invalid.');

export const noAccess = (): ServiceError =>
  new ServiceError('AccessDeniedException', "You don't have access to the model with the specified model ID.", 403);

export const noSubscription = (): ServiceError =>
  new ServiceError(
    'AccessDeniedException',
    'Model access is denied due to IAM user or service role is not authorized to perform the required AWS Marketplace actions (aws-marketplace:ViewSubscriptions, aws-marketplace:Subscribe) to enable access to this model. Refer to the Amazon Bedrock documentation for further details. Your AWS Marketplace subscription for this model cannot be completed at this time. If you recently fixed this issue, try again after 5 minutes.',
    403,
  );

export const noOnDemand = (modelId: string): ServiceError =>
  validation(
    `Invocation of model ID ${modelId} with on-demand throughput isn’t supported. Retry your request with the ID or ARN of an inference profile that contains this model.`,
  );

export const tooManyTokens = (): ServiceError =>
  new ServiceError('ThrottlingException', 'Too many tokens, please wait before trying again.', 429);

export const invalidToken = (): ServiceError => validation('The nextToken is not one that this operation gave out.');
