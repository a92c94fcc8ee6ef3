import { once } from 'node:events';
import { connect as connectHttp2 } from 'node:http2';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KINESIS, TestFront, text } from './testing.ts';

let front: TestFront;

beforeEach(async () => {
  front = await TestFront.open();
});

afterEach(() => front.close());

describe('HTTP/1.1', () => {
  it('hands over method, path, query, headers and address as sent', async () => {
    const answer = await front.send({
      method: 'PUT',
      path: '/a%2Fb/%C3%A9?x=1&y',
      headers: { 'X-Amz-Meta-A': 'b' },
      body: 'hello',
    });

    expect(answer.body).toBe('PUT /a%2Fb/%C3%A9?x=1&y 5');
    expect(front.seen[0]?.headers['x-amz-meta-a']).toBe('b');
    expect(front.seen[0]?.headers.host).toBe(`127.0.0.1:${front.port}`);
    expect(front.seen[0]?.sourceIp).toBe('127.0.0.1');
  });

  it('answers pipelined requests in order', async () => {
    const one = (path: string) => `GET ${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`;
    await front.start({
      dispatch: async (request) => {
        if (request.path === '/first') await new Promise((resolve) => setTimeout(resolve, 30));
        return text(`<${request.path}>`);
      },
    });

    const answers = await front.raw(one('/first') + one('/second') + one('/third'), { halfClose: true });

    expect(answers.match(/<[^>]*>/g)).toEqual(['</first>', '</second>', '</third>']);
  });

  it('answers a client that has closed its side', async () => {
    const answer = await front.raw('GET /half HTTP/1.1\r\nhost: localhost\r\n\r\n', { halfClose: true });

    expect(answer).toContain('GET /half? 0');
  });

  it('reads a head and a body that come in small pieces', async () => {
    const bytes = ['P', 'UT /slo', 'w HTTP/1.1\r\nhost: local', 'host\r\ncontent-length: 4\r\n\r\na', 'bcd'];

    const answer = await front.raw(bytes, { halfClose: true });

    expect(answer).toContain('PUT /slow? 4');
  });

  it('tells a client that waits to go on, and only if its request may pass', async () => {
    const head = (host: string) =>
      `PUT / HTTP/1.1\r\nhost: ${host}\r\nexpect: 100-continue\r\ncontent-length: 2\r\n\r\n`;

    const accepted = await front.raw([head('localhost'), 'ok'], { halfClose: true });
    const refused = await front.raw(head('evil.example'));

    expect(accepted).toMatch(/^HTTP\/1.1 100 Continue[\s\S]*PUT \/\? 2$/);
    expect(refused).toMatch(/^HTTP\/1.1 421 /);
  });

  it('has no body for HEAD, 204 and 304, and tells the producer of a stream', async () => {
    let isClosed = false;
    const pieces: AsyncIterable<Uint8Array> = {
      [Symbol.asyncIterator]: () => ({
        next: async () => ({ done: false, value: Buffer.from('x') }),
        return: async () => {
          isClosed = true;
          return { done: true, value: undefined };
        },
      }),
    };
    await front.start({
      dispatch: async ({ path }) =>
        path === '/stream'
          ? { status: 200, headers: { 'content-length': '7' }, body: pieces }
          : { ...text(''), status: 204 },
    });

    const head = await front.send({ method: 'HEAD', path: '/stream' });
    const nothing = await front.send({ path: '/nothing' });

    expect(head).toMatchObject({ status: 200, body: '' });
    expect(head.headers['content-length']).toBe('7');
    expect(isClosed).toBe(true);
    expect(nothing).toMatchObject({ status: 204, body: '' });
  });
});

describe('cleartext HTTP/2', () => {
  it('is served on the same port', async () => {
    const session = connectHttp2(front.url);
    const stream = session.request({ ':method': 'POST', ':path': '/x?y=1', ...KINESIS });
    stream.end('hello');
    let body = '';
    for await (const piece of stream) body += piece;
    session.close();

    expect(body).toBe('POST /x?y=1 5');
    expect(front.seen[0]?.headers.host).toBe(`127.0.0.1:${front.port}`);
    expect(Object.keys(front.seen[0]?.headers ?? {}).filter((name) => name.startsWith(':'))).toEqual([]);
  });

  it('serves many streams of one connection, and failures by their status', async () => {
    await front.start({
      dispatch: async (request) => {
        if (request.path === '/7') throw new RangeError('a bug');
        return text(request.path, { connection: 'keep-alive' });
      },
    });
    const session = connectHttp2(front.url);
    const ask = async (path: string) => {
      const stream = session.request({ ':path': path, ...KINESIS });
      const [headers] = await once(stream, 'response');
      let body = '';
      for await (const piece of stream) body += piece;
      return `${headers[':status']} ${body}`;
    };

    const answers = await Promise.all([...Array(20).keys()].map((n) => ask(`/${n}`)));
    session.close();

    expect(answers[3]).toBe('200 /3');
    expect(answers[7]).toContain('500 {"__type":"InternalFailure"');
    expect(front.events.map(({ kind }) => kind)).toEqual(['bug']);
  });
});

describe('what is no proper request', () => {
  it.each([
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['a head too large', `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'y'.repeat(70_000)}\r\n\r\n`, 431],
    ['two hosts', 'GET / HTTP/1.1\r\nhost: localhost\r\nhost: 127.0.0.1\r\n\r\n', 400],
    ['two lengths', 'PUT / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab', 400],
    [
      'length and chunks',
      'PUT / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
  ])('%s is answered with %#', async (_, bytes, status) => {
    expect(await front.raw(bytes)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(front.seen).toEqual([]);
  });

  it('arbitrary bytes never make a 500 or a hang', async () => {
    const start = fc.constantFrom(
      '',
      'GET / HTTP/1.1\r\n',
      'PUT / HTTP/1.1\r\nhost: localhost\r\n',
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    );
    const bytes = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(start, bytes, async (begin, rest) => {
        const answer = await front.raw(begin + rest, { halfClose: true });

        expect(answer).not.toContain('HTTP/1.1 5');
      }),
      { numRuns: 20, seed: 10 },
    );
    expect(front.events).toEqual([]);
  });

  it('a head that never ends is timed out', async () => {
    await front.start({ limits: { headMilliseconds: 100 } });

    const answer = await front.raw('GET / HTTP/1.1\r\nhost: local');

    expect(answer).toMatch(/^HTTP\/1.1 408 /);
  });

  it('silence is timed out', async () => {
    await front.start({ limits: { headMilliseconds: 50 } });

    expect(await front.raw('')).toBe('');
  });
});

describe('the door for more', () => {
  it('answers requests before they are dispatched, but not those of web pages', async () => {
    await front.start({
      extra: (request, response) => {
        if (!request.url?.startsWith('/_cairn/')) return false;
        response.writeHead(200);
        response.end('mine');
        return true;
      },
    });

    expect((await front.send({ path: '/_cairn/reset' })).body).toBe('mine');
    expect((await front.send({ path: '/_cairn/reset', headers: { origin: 'http://evil.example' } })).status).toBe(403);
    expect((await front.send({ path: '/other' })).body).toBe('POST /other? 0');
  });
});

describe('closing', () => {
  it('ends soon with open streams, idle connections and half a request', async () => {
    await front.start({
      dispatch: async () => ({
        status: 200,
        headers: {},
        body: (async function* () {
          yield Buffer.from('first');
          await new Promise(() => {});
        })(),
      }),
    });
    const session = connectHttp2(front.url);
    session.on('error', () => {});
    const stream = session.request({ ':path': '/' });
    stream.on('error', () => {});
    await once(stream, 'data');
    const idle = connect(front.port, '127.0.0.1');
    idle.on('error', () => {});
    await once(idle, 'connect');
    const half = connect(front.port, '127.0.0.1');
    half.on('error', () => {});
    half.write('PUT / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 10\r\n\r\nabc');
    await once(half, 'connect');

    const outcome = await Promise.race([
      front.stopListening().then(() => 'closed'),
      new Promise((resolve) => setTimeout(resolve, 5000, 'still open')),
    ]);

    expect(outcome).toBe('closed');
    await expect(front.send({})).rejects.toThrow('ECONNREFUSED');
  });

  it('lets a request that is under way end', async () => {
    await front.start({
      dispatch: async () => {
        await new Promise((resolve) => setTimeout(resolve, 100));
        return text('done');
      },
    });

    const answer = front.send({});
    await new Promise((resolve) => setTimeout(resolve, 30));
    await front.stopListening();

    expect((await answer).body).toBe('done');
  });
});
