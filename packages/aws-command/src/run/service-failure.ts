import type { OperationModel } from '@cairn/emulator-kit/schema';
import { type CommandFailure, EXIT, plainFailure } from '../command/failure.ts';

/** What a service said, in the AWS CLI's terms. */
export interface ServiceFailure {
  readonly code: string;
  readonly message: string;
  readonly status: number | undefined;
}

const PHRASES: Readonly<Record<number, string>> = {
  301: 'Moved Permanently',
  304: 'Not Modified',
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  412: 'Precondition Failed',
};

/** @returns undefined when the error is not an answer of the service */
export function readServiceFailure(operation: OperationModel, error: unknown): ServiceFailure | undefined {
  if (typeof error !== 'object' || error === null || !('name' in error)) return undefined;
  const status = statusOf(error);
  if (status === undefined && !('$fault' in error)) return undefined;
  const name = String(error.name);
  const message = 'message' in error ? String(error.message) : '';
  if (operation.http?.method === 'HEAD' && status !== undefined) {
    return { code: String(status), message: PHRASES[status] ?? '', status }; // a HEAD answer has no body to name it
  }
  return { code: codeOf(operation, name, error), message, status };
}

function statusOf(error: object): number | undefined {
  const metadata = '$metadata' in error ? error.$metadata : undefined;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return undefined;
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined;
}

/** Query services have codes of their own beside the names of the shapes. */
function codeOf({ service }: OperationModel, name: string, error: object): string {
  const isQuery = service.protocol === 'awsQuery' || service.isQueryCompatible;
  if (!isQuery) return name;
  const told = 'Code' in error && typeof error.Code === 'string' ? error.Code : undefined;
  return service.errors.get(name)?.error?.queryCode ?? told ?? name;
}

/** `An error occurred (…) when calling the … operation: …` */
export function failureText({ name }: OperationModel, { code, message }: ServiceFailure): string {
  return `An error occurred (${code}) when calling the ${name} operation: ${message}`;
}

/** The failure that the error of a call comes to; errors that are no answer are given on as they are. */
export function failureOf(operation: OperationModel, error: unknown): CommandFailure {
  const failure = readServiceFailure(operation, error);
  if (failure) return plainFailure(failureText(operation, failure), EXIT.refused);
  return plainFailure(error instanceof Error ? error.message : String(error), EXIT.other);
}
