import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestFront } from './testing.ts';

let front: TestFront;

beforeEach(async () => {
  front = await TestFront.open();
});

afterEach(() => front.close());

describe('web pages', () => {
  it.each([
    ['another host name', { host: 'evil.example' }, 421],
    ['a name that only starts like ours', { host: 'localhost.evil.example' }, 421],
    ['a page elsewhere', { origin: 'https://evil.example' }, 403],
    ['a sandboxed page', { origin: 'null' }, 403],
    ['an image on a page', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, 403],
    ['a page from a bucket here', { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' }, 403],
  ])('%s may not call', async (_, headers, status) => {
    const answer = await front.send({ headers: headers as Record<string, string> });

    expect(answer.status).toBe(status);
    expect(front.seen).toEqual([]);
  });

  it.each(['localhost:1', 'bucket.localhost', 'bucket.s3.localhost:4566', '[::1]:4566', '192.168.1.9', 'a.lab.test'])(
    'clients may call %s',
    async (host) => {
      await front.start({ hostNames: ['lab.test'] });

      expect((await front.send({ headers: { host } })).status).toBe(200);
    },
  );

  it('of an allowed origin may call', async () => {
    await front.start({ allowedOrigins: ['http://127.0.0.1:4280'] });

    expect((await front.send({ headers: { origin: 'http://127.0.0.1:4280' } })).status).toBe(200);
  });
});

describe('pages of an allowed origin', () => {
  it('get what their browser asks for', async () => {
    const origin = 'http://127.0.0.1:4280';
    await front.start({ allowedOrigins: [origin] });
    const question = { origin, 'access-control-request-method': 'PUT', 'access-control-request-headers': 'x-amz-date' };

    const before = await front.send({ method: 'OPTIONS', headers: question });
    const call = await front.send({ method: 'PUT', headers: { origin } });

    expect(before.status).toBe(204);
    expect(before.headers).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'PUT',
      'access-control-allow-headers': 'x-amz-date',
    });
    expect(call.headers['access-control-allow-origin']).toBe(origin);
    expect(front.seen).toHaveLength(1);
  });
});
