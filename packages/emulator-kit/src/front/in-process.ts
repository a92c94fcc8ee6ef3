import { Readable } from 'node:stream';
import type { HttpHandlerOptions, HttpRequest, HttpResponse } from '@smithy/types';
import { ServiceError } from '../service-error.ts';
import { familyOf, type RequestHead } from '../signature/family.ts';
import { percentEncoded } from '../signature/query.ts';
import type { WireRequest, WireResponse } from '../wire/messages.ts';
import { renderFailure } from './failure.ts';
import { DEFAULT_LIMITS, type FrontLimits } from './limits.ts';
import { expectedDigests, receiveBody } from './receive.ts';
import { inMemory, type Spool, type SpooledPayload } from './spool.ts';

export interface InProcessOptions {
  /** Where streamed bodies go that are too large for memory. Whoever made it closes it. */
  readonly spool: Spool;
  /** Left out: 127.0.0.1. */
  readonly sourceIp?: string;
  readonly limits?: Partial<FrontLimits>;
  readonly newRequestId?: () => string;
}

/** What every `@aws-sdk/client-*` takes as its `requestHandler`. */
export interface InProcessHandler {
  readonly metadata: { readonly handlerProtocol: string };
  handle(request: HttpRequest, options?: HttpHandlerOptions): Promise<{ response: HttpResponse }>;
  updateHttpClientConfig(key: never, value: never): void;
  httpHandlerConfigs(): Record<string, never>;
  destroy(): void;
}

/**
 * A `requestHandler` that calls `dispatch` in this process: no socket, no port, nothing to wait for.
 *
 * Bugs in `dispatch` reject the client's call as they are: whoever is in this process is meant to see them.
 */
export function inProcessHandler(
  dispatch: (request: WireRequest) => Promise<WireResponse>,
  options: InProcessOptions,
): InProcessHandler {
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    handle: (request, handling = {}) => call(dispatch, request, handling, options),
    updateHttpClientConfig: () => {}, // time-outs of sockets, which there are none of
    httpHandlerConfigs: () => ({}),
    destroy: () => {},
  };
}

async function call(
  dispatch: (request: WireRequest) => Promise<WireResponse>,
  request: HttpRequest,
  { abortSignal }: HttpHandlerOptions,
  options: InProcessOptions,
): Promise<{ response: HttpResponse }> {
  const gone = new AbortController();
  const aborted = rejectOnAbort(abortSignal, gone);
  const answered = answer(dispatch, request, gone.signal, options).then((response) => {
    // An abort after the head cuts the body off, as it would on a socket.
    gone.signal.addEventListener('abort', () => response.body.destroy(abortError()), { once: true });
    return { response };
  });
  answered.catch(() => {}); // after an abort nobody waits for it
  return await Promise.race([answered, aborted]);
}

function abortError(): Error {
  return Object.assign(new Error('Request aborted'), { name: 'AbortError' });
}

function rejectOnAbort(signal: HttpHandlerOptions['abortSignal'], gone: AbortController): Promise<never> {
  const aborted = new Promise<never>((_, reject) => {
    const abort = () => {
      gone.abort();
      reject(abortError());
    };
    if (signal?.aborted === true) abort();
    else if (signal !== undefined && 'addEventListener' in signal)
      signal.addEventListener('abort', abort, { once: true });
    else if (signal !== undefined) signal.onabort = abort;
  });
  aborted.catch(() => {}); // an abort after the answer has nobody to tell
  return aborted;
}

async function answer(
  dispatch: (request: WireRequest) => Promise<WireResponse>,
  request: HttpRequest,
  signal: AbortSignal,
  options: InProcessOptions,
): Promise<HttpResponse & { readonly body: Readable }> {
  const head = headOf(request);
  let payload: SpooledPayload | undefined;
  try {
    payload = await receive(request.body, head, options);
    const wire = { ...head, payload, sourceIp: options.sourceIp ?? '127.0.0.1', isSecure: true, signal };
    return toResponse(await dispatch(wire), payload);
  } catch (error) {
    await payload?.release();
    if (!(error instanceof ServiceError)) throw error;
    const failure = renderFailure(familyOf(head), error, options.newRequestId?.() ?? 'in-process');
    return toResponse(failure, undefined);
  }
}

function headOf(request: HttpRequest): RequestHead {
  const headers: Record<string, string> = Object.create(null); // no prototype: `__proto__` is a name like any other
  for (const [name, value] of Object.entries(request.headers)) headers[name.toLowerCase()] = String(value);
  const port = request.port === undefined ? '' : `:${request.port}`;
  headers.host ??= headers[':authority'] ?? `${request.hostname}${port}`;
  delete headers[':authority'];
  return { method: request.method, path: request.path === '' ? '/' : request.path, query: queryText(request), headers };
}

const encoded = (text: string): string => text.replace(/[^A-Za-z0-9\-._~]/gu, percentEncoded);

function queryText({ query = {} }: HttpRequest): string {
  const parts: string[] = [];
  for (const name of Object.keys(query).sort()) {
    const value = query[name];
    if (value === null || value === undefined) parts.push(encoded(name));
    else for (const one of Array.isArray(value) ? value : [value]) parts.push(`${encoded(name)}=${encoded(one)}`);
  }
  return parts.join('&');
}

async function receive(body: unknown, head: RequestHead, options: InProcessOptions): Promise<SpooledPayload> {
  const bytes = bytesOf(body);
  if (bytes !== undefined) return inMemory(bytes);
  const family = familyOf(head);
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const limitBytes = family === 's3' ? limits.s3BodyBytes : limits.bodyBytes;
  const length = Number(head.headers['content-length'] ?? Number.NaN);
  const declaredBytes = Number.isNaN(length) ? undefined : length;
  const digests = expectedDigests(head, family);
  return await receiveBody(readable(body), {
    spool: options.spool,
    family,
    limitBytes,
    declaredBytes,
    digests,
    ...limits,
  });
}

function bytesOf(body: unknown): Uint8Array | undefined {
  if (body === undefined || body === null) return new Uint8Array();
  if (typeof body === 'string') return new TextEncoder().encode(body);
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  return undefined;
}

function readable(body: unknown): Readable {
  if (body instanceof Readable) return body;
  if (body instanceof Blob) return Readable.from(body.stream());
  const isIterable = typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
  if (isIterable) return Readable.from(body as AsyncIterable<Uint8Array>); // web streams are iterable too
  throw new RangeError(`a request body of type ${typeof body} cannot be sent: use bytes, text or a stream`);
}

function toResponse({ status, headers, body }: WireResponse, payload: SpooledPayload | undefined) {
  const isBytes = body instanceof Uint8Array;
  const stream = isBytes ? Readable.from(body.length === 0 ? [] : [body], { objectMode: false }) : Readable.from(body);
  const release = () => payload?.release();
  if (isBytes) release()?.catch(() => {});
  else stream.once('close', () => release()?.catch(() => {}));
  return { statusCode: status, headers: { ...headers }, body: stream };
}
