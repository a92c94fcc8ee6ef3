/**
 * How a service speaks of a bad signature. S3 has words of its own; query services answer `SignatureDoesNotMatch`,
 * JSON services `InvalidSignatureException`, with status 400 (awsJson, CBOR) or 403 (REST).
 */
export type SignatureFamily = 's3' | 'query' | 'json' | 'rest-json';

/** What of a request tells its family: the part that is there before the body. */
export interface RequestHead {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
}

const SCOPE_IN_HEADER = /Credential=[^/,]*\/[^/,]*\/[^/,]*\/([^/,]*)\//;
const SCOPE_IN_QUERY = /(?:^|&)X-Amz-Credential=[^&]*?(?:%2F|\/)[^&]*?(?:%2F|\/)[^&]*?(?:%2F|\/)([^&/%]*)(?:%2F|\/)/i;

/** The service of the credential scope, read without judging the rest: `s3`, `kinesis`, … */
function scopedService(head: RequestHead): string | undefined {
  const found = SCOPE_IN_HEADER.exec(head.headers.authorization ?? '') ?? SCOPE_IN_QUERY.exec(head.query);
  return found?.[1];
}

/** The family that the head of a request points to. Requests that say nothing are taken for anonymous S3 calls. */
export function familyOf(head: RequestHead): SignatureFamily {
  if (head.headers['x-amz-target'] !== undefined || head.path.startsWith('/service/')) return 'json';
  const service = scopedService(head);
  if (service === 's3') return 's3';
  const isForm = head.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
  if (isForm || /(?:^|&)Action=/.test(head.query)) return 'query';
  return service === undefined ? 's3' : 'rest-json';
}
