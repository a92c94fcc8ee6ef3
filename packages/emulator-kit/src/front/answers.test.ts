import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect as connectHttp2 } from 'node:http2';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ServiceError } from '../service-error.ts';
import { KINESIS, S3, TestFront, text } from './testing.ts';

let front: TestFront;

beforeEach(async () => {
  front = await TestFront.open();
});

afterEach(() => front.close());

describe('answers that are streams', () => {
  it('come at the speed at which they are read', async () => {
    let produced = 0;
    async function* pieces() {
      for (; produced < 400; produced += 1) yield Buffer.alloc(64 * 1024);
    }
    await front.start({ dispatch: async () => ({ status: 200, headers: {}, body: pieces() }) });
    const outgoing = httpRequest(front.url);
    outgoing.end();
    const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
    incoming.pause();
    await new Promise((resolve) => setTimeout(resolve, 150));

    const beforeReading = produced;
    let bytes = 0;
    for await (const piece of incoming) bytes += piece.length;

    expect(beforeReading).toBeLessThan(200);
    expect(bytes).toBe(400 * 64 * 1024);
  });

  it('end when the reader leaves, and the request is told', async () => {
    let tell: () => void = () => {};
    const told = new Promise<void>((resolve) => {
      tell = resolve;
    });
    await front.start({
      dispatch: async ({ signal }) => ({
        status: 200,
        headers: {},
        body: (async function* () {
          yield Buffer.from('first');
          await new Promise<void>((gone) => signal?.addEventListener('abort', () => gone()));
          tell();
        })(),
      }),
    });
    const outgoing = httpRequest(front.url);
    outgoing.on('error', () => {});
    outgoing.end();
    const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
    await once(incoming, 'data');
    incoming.on('error', () => {});

    outgoing.destroy();

    await told;
  });

  it('of HTTP/2 wait for their reader too, and end when it leaves', async () => {
    let produced = 0;
    let tell: () => void = () => {};
    const told = new Promise<void>((resolve) => {
      tell = resolve;
    });
    await front.start({
      dispatch: async ({ signal }) => {
        signal?.addEventListener('abort', tell);
        async function* pieces() {
          for (; produced < 400; produced += 1) yield Buffer.alloc(64 * 1024);
        }
        return { status: 200, headers: {}, body: pieces() };
      },
    });
    const session = connectHttp2(front.url);
    const stream = session.request({ ':path': '/', ...KINESIS });
    stream.on('error', () => {});
    await once(stream, 'response');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const beforeReading = produced;

    stream.close(8);
    await told;
    session.close();

    expect(beforeReading).toBeLessThan(200);
  });

  it('are cut off, not ended, when their producer fails', async () => {
    await front.start({
      dispatch: async () => ({
        status: 200,
        headers: {},
        body: (async function* () {
          yield Buffer.from('first');
          throw new RangeError('a bug in the middle');
        })(),
      }),
    });

    await expect(front.send({})).rejects.toThrow();
    expect(front.events.map(({ kind }) => kind)).toEqual(['answer-cut-short']);
  });
});

describe('failures', () => {
  it('show an id and nothing of the inside', async () => {
    await front.start({
      dispatch: async () => {
        throw new TypeError('secret detail');
      },
    });

    const answer = await front.send({ headers: S3 });

    expect(answer.status).toBe(500);
    expect(answer.body).toContain('<Code>InternalError</Code>');
    expect(answer.body).toContain('<RequestId>request-1</RequestId>');
    expect(answer.body).not.toMatch(/secret|TypeError|at /);
    expect(front.events).toMatchObject([{ kind: 'bug', requestId: 'request-1' }]);
  });

  it('of an answer that HTTP cannot carry are ours too', async () => {
    await front.start({ dispatch: async () => text('ok', { 'x-amz-meta-a': 'line\nbreak' }) });

    expect((await front.send({})).status).toBe(500);
  });

  it('that are modeled are rendered', async () => {
    await front.start({
      dispatch: async () => {
        throw new ServiceError('SlowDown', 'Reduce your <request> rate', 503, { Extra: 'a&b' });
      },
    });

    const answer = await front.send({ headers: S3 });

    expect(answer.status).toBe(503);
    expect(answer.body).toContain('<Message>Reduce your &lt;request&gt; rate</Message><Extra>a&amp;b</Extra>');
  });
});
