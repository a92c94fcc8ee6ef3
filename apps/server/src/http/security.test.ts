import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '../testing.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.drop());

describe('in single-learner mode', () => {
  it.each([
    ['a name rebound to loopback', { host: 'evil.example:4280' }, 'foreign-host'],
    ['a page of another site', { origin: 'https://evil.example' }, 'foreign-origin'],
    ['a page of another local port', { origin: 'http://127.0.0.1:9999' }, 'foreign-origin'],
    ['a sandboxed page', { origin: 'null' }, 'foreign-origin'],
    [
      'a cross-site fetch without an origin',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
      'foreign-origin',
    ],
    [
      'a script tag of another local port',
      { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' },
      'foreign-origin',
    ],
  ])('refuses %s', async (_, headers, kind) => {
    const { status, json } = await server.call('GET', '/api/catalog', undefined, headers);

    expect([status, json.type]).toEqual([403, `/problems/${kind}`]);
  });

  it.each([
    ['its own page', { origin: 'http://127.0.0.1:4280', 'sec-fetch-site': 'same-origin' }],
    ['localhost by name', { host: 'localhost:4280', origin: 'http://localhost:4280' }],
    ['a link followed from elsewhere', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }],
    ['a command line without such headers', {}],
  ])('answers %s', async (_, headers) => {
    expect((await server.call('GET', '/api/health', undefined, headers)).json).toMatchObject({ status: 'ok' });
  });

  it('allows no inline script, no other host, no frame and no sniffing', async () => {
    const { headers } = await server.call('GET', '/api/health');

    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('lets the worker that runs a program make a module of it, and reach nobody', async () => {
    const { headers } = await server.call('GET', '/assets/lab-runner.worker-Ab3_-x.js');
    const near = await server.call('GET', '/assets/lab-runner.worker-Ab3.js/../index.js');

    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self' blob:;");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toContain("worker-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(near.headers.get('content-security-policy')).not.toContain('blob:');
  });

  it('lets the page keep a service worker and a manifest of its own', async () => {
    const { headers } = await server.call('GET', '/sw.js');

    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("worker-src 'self'");
    expect(policy).toContain("manifest-src 'self'");
  });

  it('names the data that it answers from: the same at each answer, another for other data', async () => {
    const other = await testServer();
    const nameOf = async (one: TestServer, path: string) =>
      (await one.call('GET', path)).headers.get('cairn-installation');

    const names = [await nameOf(server, '/api/health'), await nameOf(server, '/api/exams')];

    expect(names[0]).toMatch(/^[0-9a-f]{16}$/);
    expect(names[1]).toBe(names[0]);
    expect(await nameOf(other, '/api/health')).not.toBe(names[0]);
    await other.drop();
  });

  it('answers a problem type with a page that explains it', async () => {
    expect((await server.call('GET', '/problems/form-short')).text).toContain('too few questions');
    expect((await server.call('GET', '/problems/constructor')).status).toBe(404);
  });
});

it('says that the database is gone, and nothing of its inside', async () => {
  const gone = await testServer();
  await gone.drop();

  const { status, json } = await gone.call('GET', '/api/health');

  expect([status, json.type]).toEqual([503, '/problems/database-unreachable']);
});
