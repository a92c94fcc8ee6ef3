import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WireRequest } from '../wire/messages.ts';
import { memoryPayload } from '../wire/payload.ts';
import { percentNormalized } from './query.ts';
import { type Call, call, escaped, presign, sign, verdict } from './testing.ts';

const segment = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).map(escaped);
const anyPath = fc.array(segment, { maxLength: 4 }).map((segments) => `/${segments.join('/')}`);
const anyText = fc.string({ unit: 'grapheme', maxLength: 12 });
const printable = fc.stringMatching(/^[ -~]{0,20}$/);
const anyCall: fc.Arbitrary<Call> = fc.record({
  method: fc.constantFrom('GET', 'PUT', 'POST', 'DELETE'),
  path: anyPath,
  query: fc.dictionary(
    fc.stringMatching(/^[a-z][ -~é]{0,6}$/),
    fc.oneof(anyText, fc.array(anyText, { minLength: 1, maxLength: 3 })),
    {
      maxKeys: 4,
    },
  ),
  headers: fc
    .dictionary(fc.stringMatching(/^x-amz-meta-[a-z0-9-]{1,6}$/), printable, { maxKeys: 3 })
    .map((extra) => ({ host: '127.0.0.1:4566', 'content-type': 'text/plain; charset=utf-8', ...extra })),
  body: fc.uint8Array({ maxLength: 64 }),
});

describe('what the official signer signs', () => {
  it.each([
    ['s3', 's3'],
    ['kinesis', 'json'],
    ['iam', 'query'],
    ['lambda', 'rest-json'],
  ] as const)('is accepted for %s', async (service, family) => {
    await fc.assert(
      fc.asyncProperty(anyCall, async (random) => {
        const request = await sign(service, random);

        expect(await verdict(request, family)).toBe('accepted');
      }),
      { numRuns: 60, seed: 4 },
    );
  });

  it('is accepted when presigned', async () => {
    await fc.assert(
      fc.asyncProperty(anyCall, async (random) => {
        const forS3 = { ...random, headers: { ...random.headers, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } };

        expect(await verdict(await presign('s3', forS3), 's3')).toBe('accepted');
        expect(await verdict(await presign('sts', random), 'query')).toBe('accepted');
      }),
      { numRuns: 40, seed: 5 },
    );
  });

  it('is refused with another secret', async () => {
    const request = await sign('kinesis', call());

    expect(await verdict(request, 'json', { secret: 'wrong' })).toBe('InvalidSignatureException');
  });
});

/** The request with one byte of one part changed. */
function flip(request: WireRequest, part: string, at: number): WireRequest {
  const flipped = (text: string) => {
    const i = at % text.length;
    const code = text.charCodeAt(i) ^ 1; // stays printable for printable text, but for space and DEL
    return text.slice(0, i) + String.fromCharCode(code) + text.slice(i + 1);
  };
  if (part === 'body') {
    const bytes = Uint8Array.from(request.payload.memory ?? []);
    bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ 1;
    return { ...request, payload: memoryPayload(bytes) };
  }
  if (part === 'method') return { ...request, method: flipped(request.method) };
  if (part === 'path') return { ...request, path: flipped(request.path) };
  if (part === 'query') return { ...request, query: flipped(request.query) };
  return { ...request, headers: { ...request.headers, [part]: flipped(request.headers[part] ?? '') } };
}

const meansTheSame = (a: WireRequest, b: WireRequest) =>
  percentNormalized(a.path, 'literal') === percentNormalized(b.path, 'literal') &&
  percentNormalized(a.query, 'space') === percentNormalized(b.query, 'space') &&
  a.payload === b.payload &&
  JSON.stringify(Object.entries(a.headers).map(([n, v]) => [n, v.trim().replace(/\s+/g, ' ')])) ===
    JSON.stringify(Object.entries(b.headers).map(([n, v]) => [n, v.trim().replace(/\s+/g, ' ')])) &&
  a.method === b.method;

describe('one changed byte', () => {
  it.each([
    ['s3', 's3'],
    ['kinesis', 'json'],
  ] as const)('anywhere is refused (%s)', async (service, family) => {
    const parts = fc.constantFrom(
      'body',
      'method',
      'path',
      'query',
      'host',
      'content-type',
      'x-amz-date',
      'authorization',
    );
    const filled = anyCall.map((random) => ({
      ...random,
      path: `${random.path}a/b`,
      query: { ...random.query, marker: 'key' },
      body: Uint8Array.from([7, ...random.body]),
    }));
    await fc.assert(
      fc.asyncProperty(filled, parts, fc.nat(), async (random, part, at) => {
        const request = await sign(service, random);
        const changed = flip(request, part, at);
        fc.pre(!meansTheSame(request, changed));
        const key = /Credential=([^/]*)/.exec(changed.headers.authorization ?? '')?.[1];
        fc.pre(key === undefined || key === 'LKIAEXAMPLE'); // another access key has another secret: not judged here

        expect(await verdict(changed, family)).not.toBe('accepted');
      }),
      { numRuns: 300, seed: 6 },
    );
  });
});
