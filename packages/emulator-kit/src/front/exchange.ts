import type { Socket } from 'node:net';
import type { Outgoing } from './answer.ts';
import type { Connections } from './connections.ts';
import type { Incoming } from './head.ts';
import { type Exchange, type ServeOptions, serve } from './serve.ts';

/** Serves one request of either transport, and keeps it known while it is open. */
export function openExchange(
  parts: { readonly incoming: Incoming; readonly outgoing: Outgoing; readonly awaitsContinue: boolean },
  socket: Socket,
  gone: AbortController,
  serving: ServeOptions,
  connections: Connections,
): Exchange {
  const { outgoing } = parts;
  outgoing.once('close', () => {
    if (!outgoing.writableEnded) gone.abort();
  });
  outgoing.on('error', () => {}); // the client left while we wrote; 'close' follows
  const exchange = { ...parts, sourceIp: addressOf(socket), signal: gone.signal };
  connections.open(gone);
  const done = () => connections.done(gone);
  serve(exchange, serving).then(done, (error: unknown) => {
    serving.log({ kind: 'bug', requestId: serving.newRequestId(), error });
    outgoing.destroy();
    done();
  });
  return exchange;
}

/** `127.0.0.1` also for an IPv4 client of an IPv6 socket. */
function addressOf(socket: Socket): string {
  return (socket.remoteAddress ?? '127.0.0.1').replace(/^::ffff:/, '');
}
