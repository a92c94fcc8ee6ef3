import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { familyOf } from '../signature/family.ts';
import type { WireResponse } from '../wire/messages.ts';
import type { Connections } from './connections.ts';
import { openExchange } from './exchange.ts';
import { plainAnswer, renderFailure } from './failure.ts';
import { readHead } from './head.ts';
import { incompleteBody } from './receive.ts';
import type { Exchange, ServeOptions } from './serve.ts';

/** HTTP/1.1 for connections that are handed over with `emit('connection', socket)`. */
export function http1Server(serving: ServeOptions, connections: Connections): Server {
  const { limits } = serving;
  const latest = new WeakMap<Socket, { readonly exchange: Exchange; readonly gone: AbortController }>();
  const accept = (awaitsContinue: boolean) => (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (connections.isClosing) outgoing.shouldKeepAlive = false;
    const { socket } = incoming;
    // A client that has closed its side still reads an answer, but must not hold an endless stream open.
    if (!latest.has(socket)) socket.once('end', () => latest.get(socket)?.gone.abort());
    const gone = new AbortController();
    const exchange = openExchange({ incoming, outgoing, awaitsContinue }, socket, gone, serving, connections);
    latest.set(socket, { exchange, gone });
  };
  const server = createServer({
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headMilliseconds,
    requestTimeout: limits.headMilliseconds + limits.bodyMilliseconds,
    connectionsCheckingInterval: Math.min(limits.headMilliseconds, 1000),
    keepAliveTimeout: limits.keepAliveMilliseconds,
    noDelay: true,
  });
  Object.assign(server, { httpAllowHalfOpen: true }); // answer clients that closed their side; no option of @types/node
  server.on('request', accept(false)).on('checkContinue', accept(true));
  server.on('clientError', (error: NodeJS.ErrnoException, stream) => {
    const socket = stream as Socket; // node:http types it as the Duplex that it may be elsewhere
    answerBroken(error, socket, latest.get(socket)?.exchange, serving);
  });
  return server;
}

/** What is no HTTP, too slow, too large in its head, or ends before its body does. */
function answerBroken(
  error: NodeJS.ErrnoException,
  socket: Socket,
  exchange: Exchange | undefined,
  serving: ServeOptions,
): void {
  if (!socket.writable || error.code === 'ECONNRESET' || exchange?.outgoing.headersSent === true) {
    socket.destroy();
    return;
  }
  const isCutOff = exchange !== undefined && !exchange.incoming.complete;
  const answer = isCutOff ? cutOffAnswer(exchange, serving) : headAnswer(error.code);
  socket.end(rawAnswer(answer), () => socket.destroy());
}

function cutOffAnswer({ incoming }: Exchange, { newRequestId }: ServeOptions): WireResponse {
  const head = readHead(incoming);
  const family = typeof head === 'string' ? 's3' : familyOf(head);
  return renderFailure(family, incompleteBody(family), newRequestId());
}

function headAnswer(code: string | undefined): WireResponse {
  if (code === 'HPE_HEADER_OVERFLOW') return plainAnswer(431, 'The headers of the request are too large. Send fewer.');
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return plainAnswer(408, 'The request did not arrive in time. Send it again.');
  return plainAnswer(400, 'This is no HTTP request. Use an AWS client, or HTTP/1.1 or HTTP/2 in clear text.');
}

function rawAnswer({ status, headers, body }: WireResponse): Buffer {
  const bytes = body instanceof Uint8Array ? body : new Uint8Array();
  const all = { ...headers, 'content-length': String(bytes.length), connection: 'close' };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), bytes]);
}
