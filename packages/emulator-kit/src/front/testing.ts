import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WireRequest, WireResponse } from '../wire/messages.ts';
import { type Listener, type ListenOptions, listen } from './http.ts';
import type { FrontEvent } from './serve.ts';
import { createSpool } from './spool.ts';

/** Heads by which a request is known as S3's and as a JSON service's. */
export const S3 = {
  authorization: 'AWS4-HMAC-SHA256 Credential=K/20261121/r/s3/aws4_request, SignedHeaders=host, Signature=0',
};
export const KINESIS = { 'x-amz-target': 'Kinesis_20131202.PutRecord' };

export const text = (body: string, headers = {}): WireResponse => ({ status: 200, headers, body: Buffer.from(body) });

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

/** A front that tests drive by an HTTP client or by raw bytes. */
export class TestFront {
  readonly directory: string;
  readonly seen: WireRequest[] = [];
  readonly events: FrontEvent[] = [];
  private readonly spool;
  private listener: Listener | undefined;

  private constructor(directory: string) {
    this.directory = directory;
    this.spool = createSpool(join(directory, 'spool'));
  }

  /** Listens already, and answers with what it sees. */
  static async open(): Promise<TestFront> {
    const front = new TestFront(await mkdtemp(join(tmpdir(), 'front-test-')));
    await front.start({});
    return front;
  }

  async start(changes: Partial<ListenOptions>): Promise<void> {
    await this.listener?.close();
    const dispatch = async (request: WireRequest) => {
      this.seen.push(request);
      return text(`${request.method} ${request.path}?${request.query} ${request.payload.size}`);
    };
    const log = (event: FrontEvent) => this.events.push(event);
    const limits = { lingerMilliseconds: 30, ...changes.limits };
    const defaults = { dispatch, port: 0, spool: this.spool, log, newRequestId: () => 'request-1' };
    this.listener = await listen({ ...defaults, ...changes, limits });
  }

  get url(): string {
    return this.listener?.url ?? '';
  }

  get port(): number {
    return this.listener?.port ?? 0;
  }

  async stopListening(): Promise<void> {
    await this.listener?.close();
  }

  async close(): Promise<void> {
    await this.stopListening();
    await this.spool.close();
    await rm(this.directory, { recursive: true, force: true });
  }

  async send({ method = 'POST', path = '/', headers = {}, body = '' }: Sent) {
    const outgoing = httpRequest(this.url + path, { method, headers });
    outgoing.end(body);
    const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
    const pieces: Buffer[] = [];
    for await (const piece of incoming) pieces.push(piece);
    return { status: incoming.statusCode, headers: incoming.headers, body: Buffer.concat(pieces).toString() };
  }

  /** All that the server says to these bytes until it closes; texts are written one by one, some milliseconds apart. */
  raw(bytes: string | readonly string[], options: { readonly halfClose?: boolean } = {}): Promise<string> {
    return new Promise((resolve) => {
      const socket = connect({ port: this.port, host: '127.0.0.1', allowHalfOpen: true });
      const texts = typeof bytes === 'string' ? [bytes] : bytes;
      for (const [index, part] of texts.entries()) setTimeout(() => socket.write(part), index * 20);
      if (options.halfClose === true) setTimeout(() => socket.end(), texts.length * 20);
      let answer = '';
      socket.on('data', (piece) => {
        answer += piece;
      });
      socket.on('error', () => resolve(answer));
      socket.on('end', () => {
        socket.end();
        resolve(answer);
      });
    });
  }
}
