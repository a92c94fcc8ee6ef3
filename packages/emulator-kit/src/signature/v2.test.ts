import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { WireRequest } from '../wire/messages.ts';
import { NOW, refusal, SECRET, verdict, wire } from './testing.ts';

describe('Signature Version 2', () => {
  const presignedV2 = (text: string, query: string, headers = {}): WireRequest => {
    const signature = createHmac('sha1', SECRET).update(text).digest('base64');
    const all = `${query}&AWSAccessKeyId=LKIAEXAMPLE&Signature=${encodeURIComponent(signature)}`;
    return {
      ...wire({ method: 'GET', path: '/bucket/a%20b', headers: { host: '127.0.0.1', ...headers } }),
      query: all,
    };
  };
  const expires = String(NOW / 1000 + 60);

  it('presigned, as boto3 does it, is accepted until it expires', async () => {
    const text = `GET\n\n\n${expires}\nx-amz-security-token:a/token\n/bucket/a%20b?response-content-type=text/plain&versionId=7`;
    const query = `versionId=7&response-content-type=text%2Fplain&x-amz-security-token=a%2Ftoken&Expires=${expires}`;
    const url = presignedV2(text, query);

    expect(await verdict(url, 's3')).toBe('accepted');
    expect(await verdict({ ...url, path: '/bucket/other' }, 's3')).toBe('SignatureDoesNotMatch');
    expect(await verdict({ ...url, query: url.query.replace('versionId=7', 'versionId=8') }, 's3')).toBe(
      'SignatureDoesNotMatch',
    );
    expect(await refusal(url, 's3', { now: NOW + 61_000 })).toMatchObject({
      code: 'AccessDenied',
      message: 'Request has expired',
    });
  });

  it('signs the bucket of a virtual host', async () => {
    const text = `GET\n\n\n${expires}\n/photos/bucket/a%20b`;

    expect(await verdict(presignedV2(text, `Expires=${expires}`, { host: 'photos.s3.localhost:4566' }), 's3')).toBe(
      'accepted',
    );
  });

  it('in a header is accepted', async () => {
    const date = 'Sat, 21 Nov 2026 09:00:00 GMT';
    const signature = createHmac('sha1', SECRET).update(`PUT\n\ntext/plain\n${date}\n/b/k?acl`).digest('base64');
    const headers = { host: 'h', date, 'content-type': 'text/plain', authorization: `AWS LKIAEXAMPLE:${signature}` };

    expect(await verdict({ ...wire({ method: 'PUT', path: '/b/k', headers }), query: 'acl' }, 's3')).toBe('accepted');
    expect(await verdict({ ...wire({ method: 'PUT', path: '/b/k', headers }), query: 'cors' }, 's3')).toBe(
      'SignatureDoesNotMatch',
    );
  });
});
