import type { RelayRequest } from '@cairn/contract';
import { describe, expect, it } from 'vitest';
import { fromBase64, relayHandler, toBase64 } from './relay-handler.ts';

/** A relay that remembers what it was asked. */
function witness(body = '') {
  const asked: RelayRequest[] = [];
  const relay = (request: unknown) => {
    asked.push(request as RelayRequest);
    return Promise.resolve({ status: 404, headers: { 'x-amzn-requestid': 'one' }, body });
  };
  return { asked, handler: relayHandler(relay) };
}

describe('the handler that stands in for the network', () => {
  it('hands on the query as it was signed, lists and names without a value included', async () => {
    const { asked, handler } = witness();

    await handler.handle({
      method: 'GET',
      path: '/cards',
      query: { 'list-type': '2', prefix: "a b/(c)*'!", tag: ['x', 'y'], acl: null },
      headers: { host: '127.0.0.1:1' },
    });

    expect(asked[0]?.path).toBe('/cards?list-type=2&prefix=a%20b%2F%28c%29%2A%27%21&tag=x&tag=y&acl');
    expect(asked[0]?.body).toBe('');
  });

  it('hands on bytes as they are, and the answer with its status', async () => {
    const { asked, handler } = witness(btoa('<Error/>'));
    const bytes = Uint8Array.from({ length: 20_000 }, (_, index) => index % 256);

    const { response } = await handler.handle({ method: 'PUT', path: '/cards/x', headers: {}, body: bytes });

    expect(fromBase64(asked[0]?.body ?? '')).toEqual(bytes);
    expect(response.statusCode).toBe(404);
    expect(await new Response(response.body).text()).toBe('<Error/>');
  });

  it('sends nothing once it is stopped', async () => {
    const { asked, handler } = witness();

    const sent = handler.handle({ method: 'GET', path: '/', headers: {} }, { abortSignal: AbortSignal.abort() });

    await expect(sent).rejects.toThrow();
    expect(asked).toEqual([]);
  });
});

describe('base64', () => {
  it('comes back as it was, at any length', () => {
    for (const length of [0, 1, 2, 3, 8_191, 8_192, 8_193]) {
      const bytes = new Uint8Array(length).fill(255);

      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    }
  });
});
