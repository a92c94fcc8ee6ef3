import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ServiceError } from '../service-error.ts';
import { memoryPayload } from '../wire/payload.ts';
import { parseAuthorization } from './authorization.ts';
import type { SignatureFamily } from './family.ts';
import { call, MINUTE, NOW, presign, refusal, sign, verdict } from './testing.ts';

describe('the time of a signature', () => {
  it.each([
    [-14 * MINUTE, 'accepted'],
    [14 * MINUTE, 'accepted'],
    [-16 * MINUTE, 'RequestTimeTooSkewed'],
    [16 * MINUTE, 'RequestTimeTooSkewed'],
  ])('may be off by a quarter of an hour: %i ms', async (offset, expected) => {
    expect(await verdict(await sign('s3', call(), NOW + offset), 's3')).toBe(expected);
  });

  it('outside of S3 is told in words', async () => {
    const late = await refusal(await sign('kinesis', call(), NOW - 20 * MINUTE), 'json');
    const early = await refusal(await sign('iam', call(), NOW + 20 * MINUTE), 'query');

    expect(late?.code).toBe('InvalidSignatureException');
    expect(late?.message).toBe(
      'Signature expired: 20261121T084000Z is now earlier than 20261121T084500Z (20261121T090000Z - 15 min.)',
    );
    expect(early?.code).toBe('SignatureDoesNotMatch');
    expect(early?.message).toContain(
      'Signature not yet current: 20261121T092000Z is still later than 20261121T091500Z',
    );
  });

  it('limits a presigned URL', async () => {
    const url = await presign('s3', call({ headers: { host: 'h', 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } }), 60);
    const expired = await refusal(url, 's3', { now: NOW + 61_000 });
    const early = await refusal(url, 's3', { now: NOW - 20 * MINUTE });

    expect(await verdict(url, 's3', { now: NOW + 60_000 })).toBe('accepted');
    expect(expired).toMatchObject({ code: 'AccessDenied', message: 'Request has expired', status: 403 });
    expect(expired?.members).toMatchObject({ 'X-Amz-Expires': '60', Expires: '2026-11-21T09:01:00Z' });
    expect(early).toMatchObject({ code: 'AccessDenied', message: 'Request is not yet valid' });
  });

  it('may come from the Date header', async () => {
    const request = await sign('kinesis', call());
    const { 'x-amz-date': _, ...headers } = request.headers;

    const authorization = parseAuthorization({
      ...request,
      headers: { ...headers, date: 'Sat, 21 Nov 2026 09:00:00 GMT' },
    });

    expect(authorization).toMatchObject({ kind: 'v4-header', timestamp: 'Sat, 21 Nov 2026 09:00:00 GMT' });
  });
});

describe('a presigned URL with odd parameters', () => {
  it.each([
    ['X-Amz-Expires=900', 'X-Amz-Expires=604801', 'less than a week'],
    ['X-Amz-Expires=900', 'X-Amz-Expires=-1', 'non-negative'],
    ['X-Amz-Expires=900', 'X-Amz-Expires=soon', 'should be a number'],
    ['X-Amz-Expires=900', 'X=1', 'requires the X-Amz-Algorithm'],
    ['X-Amz-Date=20261121T090000Z', 'X-Amz-Date=2026-11-21', 'ISO8601 Long Format'],
    ['X-Amz-Date=20261121T090000Z', 'X-Amz-Date=20261122T090000Z', 'Invalid credential date'],
    ['AWS4-HMAC-SHA256', 'AWS4-HMAC-MD5', 'only supports'],
    ['aws4_request', 'aws5_request', 'incorrect terminal'],
    ['LKIAEXAMPLE%2F', '', 'mal-formed'],
  ])('%s → %s is refused', async (before, after, words) => {
    const url = await presign('s3', call({ headers: { host: 'h', 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } }));

    const error = await refusal({ ...url, query: url.query.replace(before, after) }, 's3', {
      now: NOW + 86_400_000 - 1,
    });

    expect(error?.code).toMatch(/^AuthorizationQueryParametersError$/);
    expect(error?.message).toContain(words);
  });
});

describe('an Authorization header that cannot be read', () => {
  const headers = (authorization: string) => ({ host: 'h', authorization, 'x-amz-date': '20261121T090000Z' });
  const parse = (authorization: string, family: SignatureFamily) => {
    try {
      return parseAuthorization({ method: 'GET', path: '/', query: '', headers: headers(authorization) }, family);
    } catch (error) {
      return error;
    }
  };

  it.each([
    ['AWS4-HMAC-SHA256', 'AuthorizationHeaderMalformed', 'IncompleteSignatureException'],
    [
      'AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=0',
      'AuthorizationHeaderMalformed',
      'IncompleteSignatureException',
    ],
    [
      'AWS4-HMAC-SHA256 SignedHeaders=host, Signature=0',
      'AuthorizationHeaderMalformed',
      'IncompleteSignatureException',
    ],
    ['AWS4-ECDSA-P256-SHA256 Credential=a', 'InvalidRequest', 'IncompleteSignatureException'],
    ['Bearer abc', 'InvalidArgument', 'IncompleteSignatureException'],
    ['AWS nocolon', 'InvalidArgument', 'IncompleteSignatureException'],
    ['', 'InvalidArgument', 'IncompleteSignatureException'],
  ])('"%s"', (authorization, s3, json) => {
    expect(parse(authorization, 's3')).toMatchObject({ code: s3, status: 400 });
    expect(parse(authorization, 'json')).toMatchObject({ code: json, status: 400 });
  });

  it('says which parts are missing, and keeps the signature to itself', () => {
    const error = parse('AWS4-HMAC-SHA256 SignedHeaders=host, Signature=abcdef', 'query');

    expect(error).toMatchObject({ code: 'IncompleteSignature' });
    expect(String(error)).toContain("Authorization header requires 'Credential' parameter.");
    expect(String(error)).not.toContain('abcdef');
  });

  it('never makes the parser fail otherwise', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.constantFrom('s3', 'query', 'json', 'rest-json'),
        (header, query, family) => {
          for (const text of [header, `AWS4-HMAC-SHA256 ${header}`, `AWS4-HMAC-SHA256 Credential=${header},${query}`]) {
            const outcome = parse(text, family as SignatureFamily);
            if (outcome instanceof Error) expect(outcome).toBeInstanceOf(ServiceError);
          }
          const head = { method: 'GET', path: '/', query: `X-Amz-Algorithm=AWS4-HMAC-SHA256&${query}`, headers: {} };
          expect(() => parseAuthorization(head, family as SignatureFamily)).toThrow(ServiceError);
        },
      ),
      { seed: 7 },
    );
  });
});

describe('what a signature must cover', () => {
  it('S3: every x-amz- header', async () => {
    const request = await sign('s3', call());
    const added = { ...request, headers: { ...request.headers, 'x-amz-acl': 'public-read' } };

    expect(await refusal(added, 's3')).toMatchObject({
      code: 'AccessDenied',
      members: { HeadersNotSigned: 'x-amz-acl' },
    });
  });

  it('S3: a hash of the body, which must be there and right', async () => {
    const request = await sign('s3', call());
    const { 'x-amz-content-sha256': hash, ...without } = request.headers;

    const other = await refusal({ ...request, payload: memoryPayload('other') }, 's3');

    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(other).toMatchObject({ code: 'XAmzContentSHA256Mismatch', members: { ClientComputedContentSHA256: hash } });
    expect(await verdict({ ...request, headers: without }, 's3')).toBe('InvalidRequest');
    expect(await verdict({ ...request, headers: { ...without, 'x-amz-content-sha256': 'maybe' } }, 's3')).toBe(
      'InvalidArgument',
    );
  });

  it('the service that is called', async () => {
    const request = await sign('firehose', call());

    const error = await refusal(request, 'json', { service: 'kinesis' });

    expect(error?.message).toBe("Credential should be scoped to correct service: 'kinesis'.");
  });

  it('the host', async () => {
    const request = await sign('kinesis', call());
    const authorization = request.headers.authorization?.replace('SignedHeaders=host;', 'SignedHeaders=') ?? '';

    const error = await refusal({ ...request, headers: { ...request.headers, authorization } }, 'json');

    expect(error?.message).toContain("'Host' or ':authority' must be a 'SignedHeader'");
  });

  it('the session token', async () => {
    const request = await sign('kinesis', call(), NOW, 'a-token');
    const forged = { ...request, headers: { ...request.headers, 'x-amz-security-token': 'b-token' } };

    expect(parseAuthorization(request)).toMatchObject({ sessionToken: 'a-token', accessKeyId: 'LKIAEXAMPLE' });
    expect(await verdict(request, 'json')).toBe('accepted');
    expect(await verdict(forged, 'json')).toBe('InvalidSignatureException');
  });

  it('only one mechanism at a time', async () => {
    const request = await sign('s3', call());

    expect(await verdict({ ...request, query: 'X-Amz-Algorithm=AWS4-HMAC-SHA256' }, 's3')).toBe('InvalidArgument');
  });
});

describe('a refusal tells what was computed', () => {
  it('S3: in members', async () => {
    const error = await refusal(await sign('s3', call({ path: '/b/k' })), 's3', { secret: 'other' });

    expect(error?.members).toMatchObject({ AWSAccessKeyId: 'LKIAEXAMPLE' });
    expect(error?.members.CanonicalRequest).toMatch(/^POST\n\/b\/k\n\nhost:127/);
    expect(error?.members.StringToSign).toMatch(
      /^AWS4-HMAC-SHA256\n20261121T090000Z\n20261121\/eu-central-1\/s3\/aws4_request\n/,
    );
    expect(error?.members.StringToSignBytes).toMatch(/^41 57 53 34 /);
  });

  it('others: in the message', async () => {
    const error = await refusal(await sign('iam', call()), 'query', { secret: 'other' });

    expect(error).toMatchObject({ code: 'SignatureDoesNotMatch', status: 403 });
    expect(error?.message).toContain("The String-to-Sign should have been\n'AWS4-HMAC-SHA256\n20261121T090000Z");
  });
});

describe('raw bytes', () => {
  it('of a header are taken as the client signed them', async () => {
    const request = await sign('s3', call({ headers: { host: 'h', 'x-amz-meta-name': 'Zoë' } }));
    const overTheSocket = Buffer.from('Zoë').toString('latin1');

    const arrived = { ...request, headers: { ...request.headers, 'x-amz-meta-name': overTheSocket } };

    expect(await verdict(arrived, 's3')).toBe('accepted');
  });

  it('of a path may be spelt in two ways for S3', async () => {
    const request = await sign('s3', call({ path: '/b/a%28b%29' }));

    expect(await verdict({ ...request, path: '/b/a(b)' }, 's3')).toBe('accepted');
    expect(await verdict({ ...request, path: '/b/a%28b' }, 's3')).toBe('SignatureDoesNotMatch');
  });
});
