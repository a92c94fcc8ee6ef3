import { ServiceError } from '../service-error.ts';
import type { V4Authorization } from './authorization.ts';
import type { RequestHead, SignatureFamily } from './family.ts';
import { queryParameters } from './query.ts';

/** How the signature covers the body, and the word for the body that stands in the canonical request. */
export interface BodySigning {
  readonly kind: 'signed' | 'unsigned' | 'chunks-signed' | 'chunks-unsigned';
  /** Undefined: the SHA-256 of the body, which nobody declared. */
  readonly declared: string | undefined;
}

const KINDS: ReadonlyMap<string, BodySigning['kind']> = new Map([
  ['UNSIGNED-PAYLOAD', 'unsigned'],
  ['STREAMING-UNSIGNED-PAYLOAD-TRAILER', 'chunks-unsigned'],
  ['STREAMING-AWS4-HMAC-SHA256-PAYLOAD', 'chunks-signed'],
  ['STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER', 'chunks-signed'],
] as const);

/** @throws ServiceError if S3's x-amz-content-sha256 is missing or says nothing that S3 knows */
export function bodySigning(head: RequestHead, authorization: V4Authorization, family: SignatureFamily): BodySigning {
  const declared = declaredBody(head, authorization);
  const kind = declared === undefined ? undefined : KINDS.get(declared);
  if (kind !== undefined) return { kind, declared };
  // Outside S3 the header is a courtesy: the body itself is hashed, whatever the header says.
  if (family !== 's3') return { kind: 'signed', declared: undefined };
  if (declared === undefined) return undeclared(authorization);
  if (/^[0-9a-f]{64}$/i.test(declared)) return { kind: 'signed', declared };
  throw new ServiceError(
    'InvalidArgument',
    `x-amz-content-sha256 must be ${[...KINDS.keys()].join(', ')}, or a valid sha256 value.`,
    400,
    { ArgumentName: 'x-amz-content-sha256', ArgumentValue: declared },
  );
}

function declaredBody(head: RequestHead, authorization: V4Authorization): string | undefined {
  const header = head.headers['x-amz-content-sha256'];
  if (header !== undefined || authorization.kind === 'v4-header') return header;
  return queryParameters(head.query).get('x-amz-content-sha256');
}

function undeclared(authorization: V4Authorization): BodySigning {
  if (authorization.kind === 'v4-presigned') return { kind: 'unsigned', declared: 'UNSIGNED-PAYLOAD' };
  throw new ServiceError('InvalidRequest', 'Missing required header for this request: x-amz-content-sha256', 400);
}
