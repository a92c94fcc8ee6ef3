import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { Transform } from 'node:stream';
import type { Rng } from '@cairn/kernel';

/** What becomes of one connection. Bytes are counted from its beginning. */
export type Fate =
  | { readonly kind: 'whole'; readonly delayMilliseconds: number }
  /** Cut in the request, which then arrives not at all or in part, or in the answer, after the server did its work. */
  | {
      readonly kind: 'cut';
      readonly direction: 'request' | 'answer';
      readonly afterBytes: number;
      readonly delayMilliseconds: number;
    }
  /** The request arrives when the client has long given up and sent it again. */
  | { readonly kind: 'late'; readonly delayMilliseconds: number };

const WHOLE: Fate = { kind: 'whole', delayMilliseconds: 0 };

/**
 * Fates drawn from a seeded stream. Requests here have some 300 bytes of head and up to a few thousand of body, answers
 * some 700 of head, so the ranges cover all of: nothing, part of the head, part of the body, all but the end.
 *
 * @param faultShare how many connections meet a fault, 0 to 1
 */
export function drawnFates(rng: Rng, faultShare: number): () => Fate {
  return () => {
    const isFaulty = rng.next() < faultShare;
    const delayMilliseconds = rng.below(15);
    if (!isFaulty) return { kind: 'whole', delayMilliseconds };
    const kind = rng.below(7);
    if (kind === 0) return { kind: 'late', delayMilliseconds: 1000 + rng.below(800) };
    if (kind < 4) return { kind: 'cut', direction: 'request', afterBytes: lengthUpTo(rng, 900), delayMilliseconds };
    return { kind: 'cut', direction: 'answer', afterBytes: lengthUpTo(rng, 1200), delayMilliseconds };
  };
}

/** Every third is nothing at all: the commonest way for a line to fail. */
const lengthUpTo = (rng: Rng, bound: number): number => (rng.below(3) === 0 ? 0 : rng.below(bound));

/** A wire between one client and the server that breaks as it is told. It repeats nothing: that is the client's part. */
export class WireProxy {
  readonly #server: Server;
  readonly #upstreamPort: number;
  readonly #open = new Set<Socket>();
  #isUp = true;
  #nextFate: () => Fate = () => WHOLE;
  #faults = 0;

  private constructor(server: Server, upstreamPort: number) {
    this.#server = server;
    this.#upstreamPort = upstreamPort;
  }

  static async to(upstreamPort: number): Promise<WireProxy> {
    const server = createServer();
    const proxy = new WireProxy(server, upstreamPort);
    server.on('connection', (client) => proxy.#accept(client));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address !== 'object') throw new Error('a listening proxy has an address');
    return address.port;
  }

  /** Connections that met a fault so far. */
  get faults(): number {
    return this.#faults;
  }

  /** From now on every new connection asks for its fate. */
  follow(fates: () => Fate): void {
    this.#isUp = true;
    this.#nextFate = fates;
  }

  mend(): void {
    this.follow(() => WHOLE);
  }

  /** Cuts every connection and lets no other through until told to. What was late is gone. */
  cutAll(): void {
    this.#isUp = false;
    for (const socket of this.#open) socket.destroy();
  }

  async close(): Promise<void> {
    this.cutAll();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #track(socket: Socket): Socket {
    this.#open.add(socket);
    socket.on('error', () => undefined); // a cut wire is what this is for
    socket.on('close', () => this.#open.delete(socket));
    return socket;
  }

  #accept(client: Socket): void {
    this.#track(client);
    if (!this.#isUp) {
      client.destroy();
      return;
    }
    const fate = this.#nextFate();
    if (fate.kind !== 'whole') this.#faults += 1;
    if (fate.kind === 'late') this.#deliverLate(client, fate.delayMilliseconds);
    else this.#connect(client, fate);
  }

  #connect(client: Socket, fate: Exclude<Fate, { kind: 'late' }>): void {
    const upstream = this.#track(connect(this.#upstreamPort, '127.0.0.1'));
    const cut = () => {
      client.destroy();
      upstream.destroy();
    };
    const limitOf = (direction: 'request' | 'answer') =>
      fate.kind === 'cut' && fate.direction === direction ? fate.afterBytes : Number.POSITIVE_INFINITY;
    const wire = (direction: 'request' | 'answer') => limited(limitOf(direction), fate.delayMilliseconds, cut);
    client.pipe(wire('request')).pipe(upstream);
    upstream.pipe(wire('answer')).pipe(client);
    client.on('close', () => upstream.destroy());
    // A clean end comes through the pipe, behind the last byte; only a broken one is passed on at once.
    upstream.on('error', () => client.destroy());
  }

  #deliverLate(client: Socket, delayMilliseconds: number): void {
    const request: Buffer[] = [];
    client.on('data', (chunk) => request.push(chunk));
    setTimeout(() => {
      if (!this.#isUp) return;
      const upstream = this.#track(connect(this.#upstreamPort, '127.0.0.1'));
      upstream.end(Buffer.concat(request));
      upstream.on('data', (chunk) => client.writable && client.write(chunk)); // read even if nobody listens any more
      upstream.on('end', () => client.destroySoon());
    }, delayMilliseconds);
  }
}

/** Passes bytes on until `limitBytes` of them went through, the first of them after a while. */
function limited(limitBytes: number, delayMilliseconds: number, onLimit: () => void): Transform {
  let room = limitBytes;
  let wait = delayMilliseconds;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const part = chunk.subarray(0, Math.min(chunk.length, room));
      room -= chunk.length;
      setTimeout(() => {
        if (part.length > 0) this.push(part);
        // Once more round the event loop, so that what may pass has gone out.
        if (room <= 0) setImmediate(onLimit);
        else done();
      }, wait);
      wait = 0;
    },
  });
}
