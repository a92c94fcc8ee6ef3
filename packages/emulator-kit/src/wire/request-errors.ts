import type { Protocol, ServiceModel, Shape } from '../schema/shape.ts';
import { ServiceError } from '../service-error.ts';
import { Malformed, TooLarge } from './malformed.ts';
import type { Violation } from './validate.ts';
import { describeViolations } from './validate.ts';

interface Dialect {
  readonly protocol: Protocol;
  readonly service: ServiceModel | undefined;
}

/** Runs a reader; what it cannot read becomes the error that the caller's family uses for it. */
export async function modeledRead<T>(dialect: Dialect, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof Malformed ? malformedError(error, dialect) : error;
  }
}

function malformedError(error: Malformed, dialect: Dialect): ServiceError {
  return error instanceof TooLarge ? tooLargeError(error, dialect) : unreadableError(error.message, dialect);
}

function tooLargeError({ message }: TooLarge, { protocol }: Dialect): ServiceError {
  switch (protocol) {
    case 'restXml':
      return new ServiceError('MaxMessageLengthExceeded', `Your request was too big. ${message}`, 400);
    case 'awsQuery':
      return new ServiceError('RequestEntityTooLarge', message, 413);
    default:
      return new ServiceError('RequestEntityTooLargeException', message, 413);
  }
}

function unreadableError(detail: string, { protocol, service }: Dialect): ServiceError {
  switch (protocol) {
    case 'restXml':
      return service?.id === 'S3' ? unreadableByS3(detail) : new ServiceError('MalformedXML', detail, 400);
    case 'awsQuery':
      return new ServiceError('MalformedInput', detail, 400);
    default:
      return new ServiceError('SerializationException', detail, 400);
  }
}

/** S3 tells a document that it cannot read from a header, a parameter or a path. */
function unreadableByS3(detail: string): ServiceError {
  if (detail.includes('percent-encoding'))
    return new ServiceError('InvalidURI', `Couldn't parse the specified URI: ${detail}.`, 400);
  const said = 'The XML you provided was not well-formed or did not validate against our published schema';
  return new ServiceError('MalformedXML', `${said}: ${detail}`, 400);
}

/** The error for an input that breaks the model's constraints, with the code each family uses. */
export function invalidInput(violations: readonly Violation[], dialect: Dialect, input: Shape): ServiceError {
  const message = describeViolations(violations);
  if (dialect.protocol === 'awsQuery') return new ServiceError('ValidationError', message, 400);
  if (dialect.service?.id === 'S3') return invalidByS3(violations[0]?.member, message, input);
  const code = VALIDATION_CODES.find((name) => dialect.service?.errors.has(name)) ?? 'ValidationException';
  return new ServiceError(code, message, 400);
}

/** S3 has no general validation: a wrong document is malformed, and some members have a code of their own. */
function invalidByS3(name: string | undefined, message: string, input: Shape): ServiceError {
  const member = input.kind === 'structure' && name !== undefined ? input.memberByName.get(name) : undefined;
  const ownCode = S3_CODES.get(name ?? '');
  if (ownCode !== undefined) return new ServiceError(ownCode, message, 400);
  return member?.traits.httpPayload ? unreadableByS3(message) : new ServiceError('InvalidArgument', message, 400);
}

const S3_CODES: ReadonlyMap<string, string> = new Map([
  ['StorageClass', 'InvalidStorageClass'],
  ['CreateBucketConfiguration', 'InvalidLocationConstraint'],
]);

/** Services model one of these; the first is the general one that the rest of them answer too. */
const VALIDATION_CODES = ['ValidationException', 'InvalidRequestException'];
