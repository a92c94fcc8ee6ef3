/**
 * The way out of a function: requests of official SDK clients go to the host as messages, and nothing else leaves.
 *
 * This keeps accidents in. It is not a wall against an author who wants out.
 */
import dgram from 'node:dgram';
import dns from 'node:dns';
import Module from 'node:module';
import net from 'node:net';
import { Readable } from 'node:stream';

const MOST_BODY_BYTES = 64 * 1024 * 1024;
const HANDLERS = ['NodeHttpHandler', 'NodeHttp2Handler'];

const open = new Map();
let lastId = 0;

/** Refuses every connection but those to `endpoint` (`127.0.0.1:4566`), if the host listens at all. */
export function closeNetwork(endpoint) {
  const connect = net.Socket.prototype.connect;
  net.Socket.prototype.connect = function guarded(...given) {
    const [first] = Array.isArray(given[0]) ? given[0] : given;
    const { host = 'localhost', port = first } =
      typeof first === 'object' && first !== null ? first : { host: given[1] };
    if (endpoint !== undefined && `${host}:${port}` === endpoint) return connect.apply(this, given);
    const place = `${host}:${port}`;
    queueMicrotask(() => this.destroy(unreachable(place)));
    return this;
  };
  net.Server.prototype.listen = refuse('Listening');
  dgram.createSocket = refuse('UDP');
  dgram.Socket.prototype.send = refuse('UDP');
  for (const [owner, names] of [
    [dns, Object.keys(dns)],
    [dns.promises, Object.keys(dns.promises)],
  ]) {
    for (const name of names.filter((key) => /^(resolve|reverse)/.test(key))) owner[name] = refuse('DNS');
  }
}

function unreachable(place) {
  const message = `connect ENETUNREACH ${place}: functions of this sandbox reach its services only, by SDK clients`;
  return Object.assign(new Error(message), { code: 'ENETUNREACH', syscall: 'connect', address: place });
}

function refuse(what) {
  return () => {
    throw Object.assign(new Error(`${what} is not available to functions of this sandbox`), { code: 'EACCES' });
  };
}

/** Every copy of the SDK's HTTP handlers that gets loaded sends through the host. */
export function bridgeSdkClients(send) {
  const load = Module._load;
  Module._load = function bridged(request, ...rest) {
    const loaded = load.call(this, request, ...rest);
    if (request === '@smithy/node-http-handler') bridge(loaded, send);
    return loaded;
  };
}

function bridge(loaded, send) {
  for (const name of HANDLERS) {
    const prototype = loaded[name]?.prototype;
    if (prototype) prototype.handle = (request, options) => exchange(send, request, options ?? {});
  }
}

async function exchange(send, request, { abortSignal }) {
  if (abortSignal?.aborted) throw abortError();
  const body = await bytesOf(request.body);
  lastId += 1;
  const id = lastId;
  return new Promise((resolve, reject) => {
    const stream = new Readable({ read() {}, destroy: (error, done) => leave(send, id, error, done) });
    stream.on('error', () => {}); // whoever reads it hears it too; nobody may be reading yet
    open.set(id, { resolve, reject, stream });
    abortSignal?.addEventListener?.('abort', () => {
      reject(abortError());
      stream.destroy(abortError());
    });
    send({ kind: 'request', id, ...headOf(request), body });
  });
}

function leave(send, id, error, done) {
  if (open.delete(id)) send({ kind: 'cancel', id });
  done(error);
}

const abortError = () => Object.assign(new Error('Request aborted'), { name: 'AbortError' });

function headOf({ method, hostname, port, path, query = {}, headers }) {
  return {
    method,
    host: port === undefined ? hostname : `${hostname}:${port}`,
    path,
    query: queryText(query),
    headers,
  };
}

/** Percent-encoded as signatures want it: RFC 3986's unreserved characters stay. */
const encoded = (text) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

function queryText(query) {
  const parts = [];
  for (const name of Object.keys(query).sort()) {
    const value = query[name];
    if (value === null || value === undefined) parts.push(encoded(name));
    else for (const one of Array.isArray(value) ? value : [value]) parts.push(`${encoded(name)}=${encoded(one)}`);
  }
  return parts.join('&');
}

async function bytesOf(body) {
  if (body === undefined || body === null) return Buffer.alloc(0);
  if (typeof body === 'string' || body instanceof ArrayBuffer) return Buffer.from(body);
  if (ArrayBuffer.isView(body)) return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const pieces = [];
  let size = 0;
  for await (const piece of body instanceof Blob ? body.stream() : body) {
    const bytes = Buffer.from(piece);
    size += bytes.length;
    if (size > MOST_BODY_BYTES) throw new Error(`a request body may hold ${MOST_BODY_BYTES} bytes in this sandbox`);
    pieces.push(bytes);
  }
  return Buffer.concat(pieces);
}

/** What the host says about a request that is under way. */
export function answerBridge({ kind, id, ...message }) {
  const exchange = open.get(id);
  if (!exchange) return;
  const { resolve, reject, stream } = exchange;
  if (kind === 'answer') resolve({ response: { statusCode: message.status, headers: message.headers, body: stream } });
  else if (kind === 'answer-piece') stream.push(message.bytes);
  else if (kind === 'answer-end') {
    open.delete(id);
    stream.push(null);
  } else if (kind === 'answer-failed') {
    open.delete(id);
    const error = new Error(message.message);
    reject(error);
    stream.destroy(error);
  }
}
