import type { ServiceModel } from '../schema/shape.ts';
import { ServiceError } from '../service-error.ts';
import type { Decision } from '../tenant/principal.ts';

/** The access-denied error in the shape of the service's family, with the reason that policies gave. */
export function denial(model: ServiceModel, { message }: Decision): ServiceError {
  const isXml = model.protocol === 'restXml' || model.protocol === 'awsQuery';
  return new ServiceError(
    isXml ? 'AccessDenied' : 'AccessDeniedException',
    message,
    model.protocol.startsWith('awsJson') ? 400 : 403,
  );
}

/** The answer for an operation that the cloud has and the sandbox has not: never a silent success. */
export function notImplemented(model: ServiceModel, operationName: string): ServiceError {
  const code =
    model.protocol === 'restXml' || model.protocol === 'awsQuery' ? 'NotImplemented' : 'NotImplementedException';
  return new ServiceError(code, `${model.id} ${operationName} exists in AWS but not in this sandbox.`, 501);
}
