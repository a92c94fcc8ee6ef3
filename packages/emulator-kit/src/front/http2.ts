import { createServer, type Http2Server, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { Socket } from 'node:net';
import type { Connections } from './connections.ts';
import { openExchange } from './exchange.ts';
import type { ServeOptions } from './serve.ts';

const MOST_STREAMS = 256;

/** Cleartext HTTP/2 with prior knowledge, for connections that are handed over with `emit('connection', socket)`. */
export function http2Server(serving: ServeOptions, connections: Connections): Http2Server {
  const { limits } = serving;
  const settings = { maxConcurrentStreams: MOST_STREAMS, maxHeaderListSize: limits.headerBytes, enablePush: false };
  const server = createServer({ settings, maxSessionInvalidFrames: 100 });
  const accept = (awaitsContinue: boolean) => (incoming: Http2ServerRequest, outgoing: Http2ServerResponse) => {
    const socket = incoming.stream.session?.socket ?? incoming.socket;
    openExchange({ incoming, outgoing, awaitsContinue }, socket, new AbortController(), serving, connections);
  };
  server.on('request', accept(false)).on('checkContinue', accept(true));
  // Listeners of 'connection' run in order: this one before node:http2 takes the socket over. A client that closes its
  // side of HTTP/2 has left; without this its session would stay until it times out.
  server.prependListener('connection', (socket: Socket) => {
    socket.allowHalfOpen = false;
  });
  server.on('session', (session) => {
    connections.addSession(session);
    session.setTimeout(limits.keepAliveMilliseconds, () => session.close()); // idle: open streams end first
  });
  server.on('sessionError', () => {}); // the session closes itself; a broken client is no news
  return server;
}
