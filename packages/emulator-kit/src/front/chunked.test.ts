import { createHash, createHmac } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServiceError } from '../service-error.ts';
import type { Verification } from '../signature/verify.ts';
import { memoryPayload, type Payload } from '../wire/payload.ts';
import { verifyChecksums } from './checksums.ts';
import { decodeChunked, encodingWithoutChunks, isChunked } from './chunked.ts';
import { createSpool, type Spool } from './spool.ts';

const KEY = Buffer.from('signing-key');
const SEED = 'a'.repeat(64);
const SCOPE = '20261121/us-east-1/s3/aws4_request';
const STAMP = '20261121T090000Z';
const SIGNED: Verification = {
  body: 'chunks-signed',
  seed: { signingKey: KEY, scope: SCOPE, timestamp: STAMP, signature: SEED },
};
const UNSIGNED: Verification = { body: 'chunks-unsigned', seed: undefined };

const sha = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');
const sign = (text: string) => createHmac('sha256', KEY).update(text).digest('hex');

/** A client's side of the framing, written from the description of the protocol. */
function framed(chunks: readonly Uint8Array[], trailers: Record<string, string> = {}, isSigned = true): Buffer {
  let previous = SEED;
  const pieces: (string | Uint8Array)[] = [];
  for (const chunk of [...chunks.filter((c) => c.length > 0), new Uint8Array()]) {
    previous = sign(`AWS4-HMAC-SHA256-PAYLOAD\n${STAMP}\n${SCOPE}\n${previous}\n${sha('')}\n${sha(chunk)}`);
    pieces.push(`${chunk.length.toString(16)}${isSigned ? `;chunk-signature=${previous}` : ''}\r\n`);
    if (chunk.length > 0) pieces.push(chunk, '\r\n');
  }
  const lines = Object.entries(trailers);
  pieces.push(...lines.map(([name, value]) => `${name}:${value}\r\n`));
  if (isSigned && lines.length > 0) {
    const text = lines.map(([name, value]) => `${name}:${value}\n`).join('');
    const signature = sign(`AWS4-HMAC-SHA256-TRAILER\n${STAMP}\n${SCOPE}\n${previous}\n${sha(text)}`);
    pieces.push(`x-amz-trailer-signature:${signature}\r\n`);
  }
  return Buffer.concat([...pieces, '\r\n'].map((piece) => Buffer.from(piece as string)));
}

/** A payload whose stream comes in pieces of `size` bytes. */
function inPieces(bytes: Uint8Array, size: number): Payload {
  return {
    ...memoryPayload(bytes),
    size: bytes.length,
    memory: undefined,
    bytes: async () => bytes,
    async *stream() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
  };
}

function headersFor(length: number, trailers: Record<string, string> = {}, isSigned = true): Record<string, string> {
  const names = Object.keys(trailers);
  const mode = isSigned ? 'AWS4-HMAC-SHA256-PAYLOAD' : 'UNSIGNED-PAYLOAD';
  return {
    'x-amz-content-sha256': `STREAMING-${mode}${names.length > 0 || !isSigned ? '-TRAILER' : ''}`,
    'x-amz-decoded-content-length': String(length),
    ...(names.length > 0 ? { 'x-amz-trailer': names.join(',') } : {}),
  };
}

let directory: string;
let spool: Spool;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'chunked-test-'));
  spool = createSpool(directory);
});

afterAll(async () => {
  await spool.close();
  await rm(directory, { recursive: true, force: true });
});

async function decode(payload: Payload, headers: Record<string, string>, verification = SIGNED, memoryBytes = 1 << 20) {
  const decoded = await decodeChunked({ payload, headers, verification, spool, memoryBytes });
  const bytes = Buffer.from(await decoded.payload.bytes());
  return { ...decoded, bytes };
}

const code = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'accepted',
    (error: unknown) => {
      if (error instanceof ServiceError) return error.code;
      throw error;
    },
  );

const anyChunks = fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { maxLength: 5 });
const anyTrailers = fc.constantFrom<Record<string, string>>(
  {},
  { 'x-amz-checksum-crc32': 'AAAAAA==' },
  { 'x-a': '1', 'x-b': '2' },
);

describe('a body in chunks', () => {
  it('comes out whole however its bytes are cut, signed or not, in memory or in a file', async () => {
    const property = fc.asyncProperty(
      anyChunks,
      anyTrailers,
      fc.boolean(),
      fc.integer({ min: 1, max: 90 }),
      fc.constantFrom(10, 1000),
      async (chunks, trailers, isSigned, cut, memoryBytes) => {
        const whole = Buffer.concat(chunks);
        const payload = inPieces(framed(chunks, trailers, isSigned), cut);
        const headers = headersFor(whole.length, trailers, isSigned);

        const decoded = await decode(payload, headers, isSigned ? SIGNED : UNSIGNED, memoryBytes);

        expect(decoded.bytes.equals(whole)).toBe(true);
        expect(decoded.trailers).toEqual(trailers);
        expect(decoded.payload.file === undefined).toBe(whole.length <= memoryBytes);
        await decoded.payload.release();
      },
    );
    await fc.assert(property, { numRuns: 100, seed: 8 });
  });

  it('that is signed is refused after any change of a byte', async () => {
    const property = fc.asyncProperty(
      anyChunks,
      anyTrailers,
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      async (chunks, trailers, at, mask) => {
        const bytes = framed(chunks, trailers);
        const index = at % bytes.length;
        bytes[index] = (bytes[index] ?? 0) ^ mask;
        const length = Buffer.concat(chunks).length;
        const outcome = await decode(memoryPayload(bytes), headersFor(length, trailers)).catch(
          (error: unknown) => error,
        );
        const isHarmless = !(outcome instanceof Error); // another spelling of a size, a space, or of a line's end
        if (isHarmless) expect((outcome as { bytes: Buffer }).bytes.equals(Buffer.concat(chunks))).toBe(true);
        else expect(outcome).toBeInstanceOf(ServiceError);
      },
    );
    await fc.assert(property, { numRuns: 300, seed: 9 });
  });

  it('is refused when cut short, at any place', async () => {
    const bytes = framed([Buffer.from('hello'), Buffer.from('world')], { 'x-a': '1' });
    const codes = new Set<string>();
    for (let end = 0; end < bytes.length - 2; end += 1) {
      codes.add(await code(decode(memoryPayload(bytes.subarray(0, end)), headersFor(10, { 'x-a': '1' }))));
    }

    expect([...codes].sort()).toEqual(['IncompleteBody', 'MalformedTrailerError', 'SignatureDoesNotMatch']);
  });

  it.each([
    ['no length', { 'x-amz-decoded-content-length': 'x' }, 'MissingContentLength'],
    ['too short a length', { 'x-amz-decoded-content-length': '4' }, 'IncompleteBody'],
    ['too great a length', { 'x-amz-decoded-content-length': '6' }, 'IncompleteBody'],
    ['a trailer that was not announced', { 'x-amz-trailer': 'x-other' }, 'MalformedTrailerError'],
    ['a trailer that is missing', { 'x-amz-trailer': 'x-a,x-b' }, 'MalformedTrailerError'],
  ])('is refused with %s', async (_, headers, expected) => {
    const payload = memoryPayload(framed([Buffer.from('hello')], { 'x-a': '1' }));

    expect(await code(decode(payload, { ...headersFor(5, { 'x-a': '1' }), ...headers }))).toBe(expected);
  });

  it('is refused when chunks are not signed that must be, or trailers are not', async () => {
    const chunks = [Buffer.from('hello')];
    const withoutTrailerSignature = framed(chunks, { 'x-a': '1' })
      .toString('latin1')
      .replace(/x-amz-trailer-sig.*\r\n/, '');

    expect(await code(decode(memoryPayload(framed(chunks, {}, false)), headersFor(5)))).toBe('SignatureDoesNotMatch');
    expect(await code(decode(memoryPayload(withoutTrailerSignature), headersFor(5, { 'x-a': '1' })))).toBe(
      'SignatureDoesNotMatch',
    );
  });

  it.each([
    'zz\r\n',
    '-5\r\nhello\r\n0\r\n\r\n',
    '5\r\nhelloworld\r\n0\r\n\r\n',
    'fffffffffffffff\r\n',
    `${'1'.repeat(9000)}`,
  ])('is refused with broken framing: %j', async (text) => {
    expect(await code(decode(memoryPayload(text), headersFor(5, {}, false), UNSIGNED))).toBe('IncompleteBody');
  });

  it('leaves no file behind when it is refused', async () => {
    const bytes = framed([Buffer.alloc(500)]);
    bytes[300] = 1;

    await code(decode(memoryPayload(bytes), headersFor(500), SIGNED, 10));

    const [inner = ''] = await readdir(directory);
    expect(await readdir(join(directory, inner))).toEqual([]);
  });

  it('is known by its headers', () => {
    expect(isChunked({ 'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER' })).toBe(true);
    expect(isChunked({ 'content-encoding': 'gzip, aws-chunked' })).toBe(true);
    expect(isChunked({ 'content-encoding': 'gzip' })).toBe(false);
    expect(encodingWithoutChunks('aws-chunked,gzip')).toBe('gzip');
    expect(encodingWithoutChunks('aws-chunked')).toBeUndefined();
  });
});

describe('checksums', () => {
  const body = memoryPayload('123456789');
  /** Of "123456789", from the catalogue of parametrised CRC algorithms and from coreutils. */
  const RIGHT: Record<string, string> = {
    'x-amz-checksum-crc32': Buffer.from('cbf43926', 'hex').toString('base64'),
    'x-amz-checksum-crc32c': Buffer.from('e3069283', 'hex').toString('base64'),
    'x-amz-checksum-crc64nvme': Buffer.from('ae8b14860a799888', 'hex').toString('base64'),
    'x-amz-checksum-sha1': Buffer.from('f7c3bc1d808e04732adf679965ccc34ca7ae3441', 'hex').toString('base64'),
    'x-amz-checksum-sha256': 'FeKw08MAAAAA',
    'content-md5': Buffer.from('25f9e794323b453885f5181f1b624d0b', 'hex').toString('base64'),
  };
  RIGHT['x-amz-checksum-sha256'] = createHash('sha256').update('123456789').digest('base64');

  it.each(Object.entries(RIGHT))('%s: right ones pass, others do not', async (name, value) => {
    const wrong = Buffer.from(value, 'base64');
    wrong[0] = (wrong[0] ?? 0) ^ 1;

    expect(await code(verifyChecksums({ [name]: value }, body))).toBe('accepted');
    expect(await code(verifyChecksums({ [name]: wrong.toString('base64') }, body))).toBe('BadDigest');
    expect(await code(verifyChecksums({ [name]: value }, inPieces(Buffer.from('123456789'), 2)))).toBe('accepted');
  });

  it.each(['crc32c', 'crc64nvme'] as const)('%s is the same in one piece and in many, long and short', async (name) => {
    const bytes = Buffer.from(Array.from({ length: 1003 }, (_, i) => (i * 7 + (i >> 3)) & 255));
    const { digestOf } = await import('../signature/digest.ts');
    const whole = await digestOf(memoryPayload(bytes), name);

    for (const size of [1, 7, 8, 9, 64, 1000])
      expect((await digestOf(inPieces(bytes, size), name)).equals(whole)).toBe(true);
  });

  it.each([
    [{ 'x-amz-checksum-crc32': 'AAAA' }, 'InvalidRequest'],
    [{ 'x-amz-checksum-crc32': '????????' }, 'InvalidRequest'],
    [{ 'content-md5': 'short' }, 'InvalidDigest'],
    [{ 'x-amz-checksum-crc32': 'AAAAAA==', 'x-amz-checksum-crc32c': 'AAAAAA==' }, 'InvalidRequest'],
    [{ 'x-amz-sdk-checksum-algorithm': 'CRC32' }, 'InvalidRequest'],
    [{}, 'accepted'],
    [{ 'x-amz-checksum-type': 'FULL_OBJECT', 'x-amz-checksum-crc32': 'AAAAAA==' }, 'accepted'],
  ] as const)('%j → %s', async (headers, expected) => {
    expect(await code(verifyChecksums(headers, body))).toBe(expected);
  });
});
