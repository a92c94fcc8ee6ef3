import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SpooledPayload } from './spool.ts';
import { KINESIS, S3, TestFront, text } from './testing.ts';

let front: TestFront;

beforeEach(async () => {
  front = await TestFront.open();
});

afterEach(() => front.close());

describe('bodies', () => {
  it('stay in memory while small, and go to a file that is deleted after the answer', async () => {
    const files: (string | undefined)[] = [];
    const contents: Buffer[] = [];
    await front.start({
      limits: { memoryBytes: 1000 },
      dispatch: async ({ payload }) => {
        const { file } = payload as SpooledPayload;
        files.push(file);
        if (file !== undefined) contents.push(await readFile(file));
        return text('ok');
      },
    });
    const large = Buffer.alloc(300_000, 'abcdefg');

    await front.send({ method: 'PUT', body: Buffer.alloc(1000), headers: S3 });
    await front.send({ method: 'PUT', body: large, headers: S3 });

    expect(files[0]).toBeUndefined();
    expect(contents[0]?.equals(large)).toBe(true);
    expect(existsSync(files[1] ?? '')).toBe(false);
  });

  it.each([
    ['S3', S3, 400, '<Code>EntityTooLarge</Code>'],
    ['a JSON service', KINESIS, 413, '"RequestEntityTooLargeException"'],
    [
      'a query service',
      { 'content-type': 'application/x-www-form-urlencoded' },
      413,
      '<Code>RequestEntityTooLarge</Code>',
    ],
  ])('that are too large are refused before they are sent: %s', async (_, headers, status, code) => {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);

    const answer = await front.raw(
      `PUT / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 99999999999\r\n${lines.join('')}\r\n`,
    );

    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain(code);
    expect(front.seen).toEqual([]);
  });

  it('that turn out too large on the way are refused', async () => {
    await front.start({ limits: { bodyBytes: 5000 } });
    const chunk = `1000\r\n${'x'.repeat(4096)}\r\n`;

    const answer = await front.raw(
      `POST / HTTP/1.1\r\nhost: localhost\r\nx-amz-target: A.B\r\ntransfer-encoding: chunked\r\n\r\n${chunk}${chunk}`,
    );

    expect(answer).toContain('RequestEntityTooLargeException');
  });

  it('that end too early are an IncompleteBody', async () => {
    const s3 = `authorization: ${S3.authorization}\r\n`;
    const answer = await front.raw(`PUT / HTTP/1.1\r\nhost: localhost\r\n${s3}content-length: 10\r\n\r\nabc`, {
      halfClose: true,
    });

    expect(answer).toMatch(/^HTTP\/1.1 400 /);
    expect(answer).toContain('<Code>IncompleteBody</Code>');
    expect(front.seen).toEqual([]);
    expect(front.events).toEqual([]);
  });

  it('that stop coming are a RequestTimeout, and leave no file', async () => {
    await front.start({ limits: { idleMilliseconds: 80, memoryBytes: 10 } });

    const answer = await front.raw(`PUT / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\n${'a'.repeat(50)}`);

    expect(answer).toContain('<Code>RequestTimeout</Code>');
    const spools = await readdir(join(front.directory, 'spool'));
    expect(await Promise.all(spools.map((name) => readdir(join(front.directory, 'spool', name))))).toEqual([[]]);
  });

  it('that drip are cut off in the end', async () => {
    await front.start({ limits: { idleMilliseconds: 1000, bodyMilliseconds: 150 } });

    const answer = await front.raw([
      'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\n',
      ...'abcdefghijklmnopqrst',
    ]);

    expect(answer).toContain('<Code>RequestTimeout</Code>');
  });

  it.each(['-1', '1e3', '0x10', ''])('of length "%s" are no request', async (length) => {
    const answer = await front.raw(`PUT / HTTP/1.1\r\nhost: localhost\r\ncontent-length: ${length}\r\n\r\nabc`);

    expect(answer).toMatch(/^HTTP\/1.1 400 /);
    expect(front.seen).toEqual([]);
  });
});
