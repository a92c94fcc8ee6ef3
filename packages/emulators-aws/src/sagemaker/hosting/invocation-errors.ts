import { ServiceError } from '@cairn/emulator-kit';

/** Errors of the runtime, which are not those of SageMaker's other operations. */

export const validationError = (message: string): ServiceError => new ServiceError('ValidationError', message, 400);

export const noEndpoint = (name: string, accountId: string): ServiceError =>
  validationError(`Endpoint ${name} of account ${accountId} not found.`);

export interface Refusal {
  /** What the container answered with. */
  readonly status: number;
  readonly message: string;
}

interface Place {
  readonly endpointName: string;
  readonly region: string;
  readonly accountId: string;
}

/** What a caller is told when the model's container refuses the request. */
export function modelError({ status, message }: Refusal, { endpointName, region, accountId }: Place): ServiceError {
  const group = `/aws/sagemaker/Endpoints/${endpointName}`;
  const side = status >= 500 ? 'server' : 'client';
  const logs = `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#logEventViewer:group=${group}`;
  return new ServiceError(
    'ModelError',
    `Received ${side} error (${status}) from primary with message "${message}". See ${logs} in account ${accountId} for more information.`,
    424,
    {
      OriginalStatusCode: status,
      OriginalMessage: message,
      LogStreamArn: `arn:aws:logs:${region}:${accountId}:log-group:${group}`,
    },
  );
}
