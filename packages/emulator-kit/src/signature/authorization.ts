import { ServiceError } from '../service-error.ts';
import { unreadablePresign, unreadableSignature, wrongSignature } from './failures.ts';
import { familyOf, type RequestHead, type SignatureFamily } from './family.ts';
import { queryParameters } from './query.ts';

/** Who a request says it is from, and the proof it offers. Nothing of it is verified yet. */
export type Authorization = V4Authorization | V2Authorization | { readonly kind: 'none' };

export interface V4Authorization {
  readonly kind: 'v4-header' | 'v4-presigned';
  readonly accessKeyId: string;
  /** Day of the credential scope, `20261121`. */
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly terminator: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** As sent: X-Amz-Date, or the Date header when there is no other. */
  readonly timestamp: string;
  readonly sessionToken: string | undefined;
  /** Only of presigned URLs; undefined when the service lets it be left out. */
  readonly expiresSeconds: number | undefined;
}

/** The signature of S3's first years, which boto3 still uses for presigned URLs. */
export interface V2Authorization {
  readonly kind: 'v2-header' | 'v2-presigned';
  readonly accessKeyId: string;
  readonly region: undefined;
  readonly service: 's3';
  /** Base64. */
  readonly signature: string;
  readonly sessionToken: string | undefined;
  /** Unix seconds as sent; only of presigned URLs. */
  readonly expires: string | undefined;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';
const NO_HEADER_PART = { Credential: '', SignedHeaders: '', Signature: '' };

/**
 * The authorization of a request: from its `Authorization` header or its query.
 *
 * @throws ServiceError in the words of `family` when there is one that cannot be read
 */
export function parseAuthorization(head: RequestHead, family: SignatureFamily = familyOf(head)): Authorization {
  const header = head.headers.authorization;
  const hasPresign = /(?:^|&)(?:X-Amz-Algorithm|AWSAccessKeyId)=/i.test(head.query);
  if (header !== undefined && hasPresign) throw bothMechanisms(family, header);
  if (header !== undefined) return headerAuthorization(head, header, family);
  if (!hasPresign) return { kind: 'none' };
  const parameters = queryParameters(head.query);
  return parameters.has('x-amz-algorithm') ? v4Presigned(parameters, family) : v2Presigned(parameters);
}

function bothMechanisms(family: SignatureFamily, header: string): ServiceError {
  if (family !== 's3') {
    const message = "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.";
    return wrongSignature(family, message);
  }
  return new ServiceError(
    'InvalidArgument',
    'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or ' +
      'the Authorization header should be specified',
    400,
    { ArgumentName: 'Authorization', ArgumentValue: header },
  );
}

function headerAuthorization(head: RequestHead, header: string, family: SignatureFamily): Authorization {
  const [scheme = ''] = header.trim().split(/\s/, 1);
  if (scheme === 'AWS' && family === 's3') return v2Header(head, header.trim());
  if (scheme === ALGORITHM) return v4Header(head, header.trim().slice(ALGORITHM.length), family);
  if (family === 's3') {
    const known = scheme.startsWith('AWS4-')
      ? ['InvalidRequest', `The authorization mechanism you have provided is not supported. Please use ${ALGORITHM}.`]
      : ['InvalidArgument', 'Unsupported Authorization Type'];
    throw new ServiceError(known[0] ?? '', known[1] ?? '', 400, {
      ArgumentName: 'Authorization',
      ArgumentValue: header,
    });
  }
  throw unreadableSignature(family, missingParts(NO_HEADER_PART, head, header));
}

function missingParts(parts: typeof NO_HEADER_PART, head: RequestHead, header: string): string {
  const missing = (['Credential', 'Signature', 'SignedHeaders'] as const)
    .filter((name) => parts[name] === '')
    .map((name) => `Authorization header requires '${name}' parameter. `);
  const hasDate = head.headers['x-amz-date'] !== undefined || head.headers.date !== undefined;
  if (!hasDate) {
    missing.push("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ");
  }
  // The signature itself is not echoed: with the rest of the request it would be a credential.
  return `${missing.join('')}Authorization=${header.replace(/Signature=[^,\s]*/, 'Signature=…')}`;
}

function v4Header(head: RequestHead, text: string, family: SignatureFamily): V4Authorization {
  const parts = { ...NO_HEADER_PART };
  for (const part of text.split(',')) {
    const equals = part.indexOf('=');
    const name = part.slice(0, Math.max(equals, 0)).trim();
    if (name === 'Credential' || name === 'SignedHeaders' || name === 'Signature') {
      parts[name] = part.slice(equals + 1).trim();
    }
  }
  const timestamp = head.headers['x-amz-date'] ?? head.headers.date;
  if (parts.Credential === '' || parts.SignedHeaders === '' || parts.Signature === '' || timestamp === undefined) {
    throw incompleteHeader(parts, head, text, family);
  }
  return {
    kind: 'v4-header',
    ...credentialScope(parts.Credential, (reason) => unreadableSignature(family, reason), family),
    signedHeaders: parts.SignedHeaders.toLowerCase().split(';'),
    signature: parts.Signature,
    timestamp,
    sessionToken: head.headers['x-amz-security-token'],
    expiresSeconds: undefined,
  };
}

function incompleteHeader(
  parts: typeof NO_HEADER_PART,
  head: RequestHead,
  text: string,
  family: SignatureFamily,
): ServiceError {
  if (family !== 's3') return unreadableSignature(family, missingParts(parts, head, `${ALGORITHM}${text}`));
  const isWhole = parts.Credential !== '' && parts.SignedHeaders !== '' && parts.Signature !== '';
  if (isWhole)
    return new ServiceError('AccessDenied', 'AWS authentication requires a valid Date or x-amz-date header', 403);
  const reason = 'the authorization header requires three components: Credential, SignedHeaders, and Signature.';
  return unreadableSignature(family, reason);
}

type Scope = Pick<V4Authorization, 'accessKeyId' | 'date' | 'region' | 'service' | 'terminator'>;

function credentialScope(
  credential: string,
  refusal: (reason: string) => ServiceError,
  family: SignatureFamily,
): Scope {
  const [accessKeyId = '', date = '', region = '', service = '', terminator = '', ...more] = credential.split('/');
  const isWhole = accessKeyId !== '' && date !== '' && region !== '' && service !== '' && terminator !== '';
  if (isWhole && more.length === 0) return { accessKeyId, date, region, service, terminator };
  throw refusal(
    family === 's3'
      ? 'the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".'
      : `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${credential}'`,
  );
}

const MOST_EXPIRES_SECONDS = 604_800;

function v4Presigned(parameters: ReadonlyMap<string, string>, family: SignatureFamily): V4Authorization {
  const refusal = (reason: string) => unreadablePresign(family, reason);
  const algorithm = parameters.get('x-amz-algorithm');
  if (algorithm !== ALGORITHM) throw refusal(`X-Amz-Algorithm only supports "${ALGORITHM}"`);
  const credential = parameters.get('x-amz-credential') ?? '';
  const signedHeaders = parameters.get('x-amz-signedheaders') ?? '';
  const signature = parameters.get('x-amz-signature') ?? '';
  const timestamp = parameters.get('x-amz-date') ?? '';
  const expires = parameters.get('x-amz-expires');
  const isWhole = credential !== '' && signedHeaders !== '' && signature !== '' && timestamp !== '';
  if (!isWhole || (expires === undefined && family === 's3')) {
    throw refusal(
      'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, ' +
        'X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.',
    );
  }
  return {
    kind: 'v4-presigned',
    ...credentialScope(
      credential,
      (reason) => refusal(`Error parsing the X-Amz-Credential parameter; ${reason}`),
      family,
    ),
    signedHeaders: signedHeaders.toLowerCase().split(';'),
    signature,
    timestamp,
    sessionToken: parameters.get('x-amz-security-token'),
    expiresSeconds: expires === undefined ? undefined : expiresSeconds(expires, refusal),
  };
}

function expiresSeconds(text: string, refusal: (reason: string) => ServiceError): number {
  if (/^-\d+$/.test(text)) throw refusal('X-Amz-Expires must be non-negative');
  if (!/^\d+$/.test(text)) throw refusal('X-Amz-Expires should be a number');
  const seconds = Number(text);
  if (seconds <= MOST_EXPIRES_SECONDS) return seconds;
  const week = `the given X-Amz-Expires must be less than ${MOST_EXPIRES_SECONDS} seconds`;
  throw refusal(`X-Amz-Expires must be less than a week (in seconds); that is, ${week}`);
}

function v2Header(head: RequestHead, header: string): V2Authorization {
  const found = /^AWS\s+([^:\s]+):(\S+)$/.exec(header);
  if (found === null) {
    throw new ServiceError('InvalidArgument', "Authorization header is invalid -- one and only one ':' required", 400);
  }
  const [, accessKeyId = '', signature = ''] = found;
  const sessionToken = head.headers['x-amz-security-token'];
  return {
    kind: 'v2-header',
    accessKeyId,
    region: undefined,
    service: 's3',
    signature,
    sessionToken,
    expires: undefined,
  };
}

function v2Presigned(parameters: ReadonlyMap<string, string>): V2Authorization {
  const accessKeyId = parameters.get('awsaccesskeyid') ?? '';
  const signature = parameters.get('signature') ?? '';
  const expires = parameters.get('expires') ?? '';
  if (accessKeyId === '' || signature === '' || expires === '') {
    const message = 'Query-string authentication requires the Signature, Expires and AWSAccessKeyId parameters';
    throw new ServiceError('AccessDenied', message, 403);
  }
  const sessionToken = parameters.get('x-amz-security-token');
  return { kind: 'v2-presigned', accessKeyId, region: undefined, service: 's3', signature, sessionToken, expires };
}
