import { CloudError } from '../cloud/cloud.ts';

type ServiceException = {
  readonly name: string;
  readonly message: string;
  readonly $metadata: { readonly httpStatusCode?: number };
};

function isServiceException(error: unknown): error is ServiceException {
  return error instanceof Error && '$metadata' in error && typeof error.$metadata === 'object';
}

/** What an official client threw, in the words of labs. A bug in the client's use is thrown on as it is. */
export function cloudErrorOf(error: unknown): unknown {
  if (error instanceof CloudError) return error; // an assumed role was refused
  if (isServiceException(error)) {
    const { httpStatusCode: status } = error.$metadata;
    if (status !== undefined) return answeredError(error.name, error.message, status);
  }
  if (error instanceof Error)
    return new CloudError({ kind: 'unreachable', code: error.name, message: describe(error) });
  return error;
}

/** HEAD answers have no body: S3 then names the error by its status. */
export function answeredError(code: string, message: string, status: number): CloudError {
  return new CloudError({ kind: status >= 500 ? 'broken' : 'refused', code, message: message || code, status });
}

/** The reason of a failed connection may stand in its cause, or in the first of several. */
function describe(error: Error): string {
  if (error.message !== '') return error.message;
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error.cause;
  return first instanceof Error ? first.message : error.name;
}
