import { ServiceError } from '../service-error.ts';
import type { SignatureFamily } from './family.ts';

/** A signature that is wrong in itself: code and status of each family. */
const WRONG = {
  s3: ['SignatureDoesNotMatch', 403],
  query: ['SignatureDoesNotMatch', 403],
  json: ['InvalidSignatureException', 400],
  'rest-json': ['InvalidSignatureException', 403],
} as const satisfies Record<SignatureFamily, readonly [string, number]>;

/** A signature that cannot be read. */
const UNREADABLE = {
  s3: ['AuthorizationHeaderMalformed', 400],
  query: ['IncompleteSignature', 400],
  json: ['IncompleteSignatureException', 400],
  'rest-json': ['IncompleteSignatureException', 403],
} as const satisfies Record<SignatureFamily, readonly [string, number]>;

const ABSENT = {
  s3: ['AccessDenied', 403],
  query: ['MissingAuthenticationToken', 403],
  json: ['MissingAuthenticationTokenException', 400],
  'rest-json': ['MissingAuthenticationTokenException', 403],
} as const satisfies Record<SignatureFamily, readonly [string, number]>;

export function wrongSignature(family: SignatureFamily, message: string, members = {}): ServiceError {
  return new ServiceError(WRONG[family][0], message, WRONG[family][1], members);
}

/** S3 puts its own words before `reason`; the others give the reason alone. */
export function unreadableSignature(family: SignatureFamily, reason: string): ServiceError {
  const [code, status] = UNREADABLE[family];
  return new ServiceError(code, family === 's3' ? `The authorization header is malformed; ${reason}` : reason, status);
}

/** A presigned URL whose parameters cannot be read. */
export function unreadablePresign(family: SignatureFamily, reason: string): ServiceError {
  if (family === 's3') return new ServiceError('AuthorizationQueryParametersError', reason, 400);
  return unreadableSignature(family, reason);
}

/** For calls without any signature, where the service allows no anonymous ones. */
export function missingAuthentication(family: SignatureFamily): ServiceError {
  const [code, status] = ABSENT[family];
  const message = family === 's3' ? 'Access Denied' : 'Request is missing Authentication Token';
  return new ServiceError(code, message, status);
}

const REFUSED = {
  s3: {
    unknown: ['InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.', 403],
    inactive: ['InvalidAccessKeyId', 'The AWS Access Key Id you provided is disabled.', 403],
    expired: ['ExpiredToken', 'The provided token has expired.', 400],
    'bad-token': ['InvalidToken', 'The provided token is malformed or otherwise invalid.', 400],
  },
  query: {
    unknown: ['InvalidClientTokenId', 'The security token included in the request is invalid.', 403],
    inactive: ['InvalidClientTokenId', 'The security token included in the request is invalid.', 403],
    expired: ['ExpiredToken', 'The security token included in the request is expired', 403],
    'bad-token': ['InvalidClientTokenId', 'The security token included in the request is invalid.', 403],
  },
  json: {
    unknown: ['UnrecognizedClientException', 'The security token included in the request is invalid.', 400],
    inactive: ['UnrecognizedClientException', 'The security token included in the request is invalid.', 400],
    expired: ['ExpiredTokenException', 'The security token included in the request is expired', 400],
    'bad-token': ['UnrecognizedClientException', 'The security token included in the request is invalid.', 400],
  },
} as const;

/** For a key that nobody holds (any more), in the words of the family. */
export function refusedCredentials(
  family: SignatureFamily,
  fault: keyof (typeof REFUSED)['s3'],
  accessKeyId: string,
): ServiceError {
  const [code, message, status] = REFUSED[family === 'rest-json' ? 'json' : family][fault];
  const members = family === 's3' && fault === 'unknown' ? { AWSAccessKeyId: accessKeyId } : {};
  return new ServiceError(code, message, family === 'rest-json' ? 403 : status, members);
}

export function accessDenied(message: string, members: Readonly<Record<string, unknown>> = {}): ServiceError {
  return new ServiceError('AccessDenied', message, 403, members);
}

/** What the server computed, so that the caller can compare it with what their client computed. */
export interface Computed {
  readonly accessKeyId: string;
  readonly stringToSign: string;
  readonly canonicalRequest: string | undefined;
  readonly provided: string;
}

const hexBytes = (text: string): string => (Buffer.from(text).toString('hex').match(/../g) ?? []).join(' ');

export function mismatch(family: SignatureFamily, computed: Computed): ServiceError {
  const { stringToSign, canonicalRequest } = computed;
  if (family === 's3') {
    const canonical =
      canonicalRequest === undefined
        ? {}
        : { CanonicalRequest: canonicalRequest, CanonicalRequestBytes: hexBytes(canonicalRequest) };
    return wrongSignature(
      family,
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
      {
        AWSAccessKeyId: computed.accessKeyId,
        StringToSign: stringToSign,
        SignatureProvided: computed.provided,
        StringToSignBytes: hexBytes(stringToSign),
        ...canonical,
      },
    );
  }
  const message =
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key ' +
    'and signing method. Consult the service documentation for details.';
  const strings = `\n\nThe Canonical String for this request should have been\n'${canonicalRequest ?? ''}'\n\nThe String-to-Sign should have been\n'${stringToSign}'\n`;
  return wrongSignature(family, message + strings);
}
