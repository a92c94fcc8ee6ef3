import { randomUUID } from 'node:crypto';
import { createServer as createNetServer, type Server } from 'node:net';
import type { WireRequest, WireResponse } from '../wire/messages.ts';
import type { Outgoing } from './answer.ts';
import { Connections } from './connections.ts';
import type { GuardOptions } from './guard.ts';
import type { Incoming } from './head.ts';
import { http1Server } from './http1.ts';
import { http2Server } from './http2.ts';
import { DEFAULT_LIMITS, type FrontLimits } from './limits.ts';
import type { FrontEvent, ServeOptions } from './serve.ts';
import { sniff } from './sniff.ts';
import type { Spool } from './spool.ts';

export interface ListenOptions extends Partial<GuardOptions> {
  readonly dispatch: (request: WireRequest) => Promise<WireResponse>;
  /** 0 takes a free one. */
  readonly port: number;
  /** Left out: 127.0.0.1. */
  readonly host?: string;
  /** Where bodies go that are too large for memory. Whoever made it closes it. */
  readonly spool: Spool;
  readonly limits?: Partial<FrontLimits>;
  /** Tells of bugs of ours and of answers cut short; callers see neither. */
  readonly log: (event: FrontEvent) => void;
  /** Sees requests first, after the checks of host and origin; true when it answers one itself (`/_cairn/`). */
  readonly extra?: (request: Incoming, response: Outgoing) => boolean;
  readonly newRequestId?: () => string;
}

export interface Listener {
  /** `http://127.0.0.1:4566`, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Ends open requests and closes; within a second, whatever clients do. Twice does no harm. */
  close(): Promise<void>;
}

/**
 * Serves `dispatch` over HTTP/1.1 and cleartext HTTP/2 on one port. AWS's JavaScript clients speak HTTP/2 with prior
 * knowledge to Kinesis and Bedrock: the first bytes of a connection tell which one it is.
 *
 * @throws Error of node:net when the port cannot be had
 */
export async function listen(options: ListenOptions): Promise<Listener> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const serving: ServeOptions = { hostNames: [], allowedOrigins: [], newRequestId: randomUUID, ...options, limits };
  const connections = new Connections(limits.closeMilliseconds);
  const http1 = http1Server(serving, connections);
  const http2 = http2Server(serving, connections);
  // Half-open: a client that has sent all and closed its side still gets its answer.
  const server = createNetServer({ noDelay: true, allowHalfOpen: true, keepAlive: true }, (socket) => {
    connections.add(socket);
    sniff(socket, limits.headMilliseconds, (isHttp2) => (isHttp2 ? http2 : http1).emit('connection', socket));
  });
  server.maxConnections = limits.connections;
  const host = options.host ?? '127.0.0.1';
  const port = await bind(server, options.port, host);
  // node:http starts to watch its header timeout when it listens; here another server does that for it.
  http1.emit('listening');
  const close = async () => {
    http1.close();
    http2.close();
    await connections.close(server);
  };
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`, port, close };
}

function bind(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
