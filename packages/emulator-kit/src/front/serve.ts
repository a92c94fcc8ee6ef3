import { ServiceError } from '../service-error.ts';
import { familyOf, type RequestHead, type SignatureFamily } from '../signature/family.ts';
import type { WireRequest, WireResponse } from '../wire/messages.ts';
import { type Outgoing, sendAnswer } from './answer.ts';
import { corsHeaders, preflightAnswer } from './cors.ts';
import { internalFailure, plainAnswer, renderFailure } from './failure.ts';
import { type GuardOptions, refusalOf } from './guard.ts';
import { declaredLength, type Incoming, readHead } from './head.ts';
import type { FrontLimits } from './limits.ts';
import { ClientGone, expectedDigests, incompleteBody, receiveBody, tooLarge } from './receive.ts';
import { inMemory, type Spool, type SpooledPayload } from './spool.ts';

export interface FrontEvent {
  readonly kind: 'bug' | 'answer-cut-short';
  readonly requestId: string;
  readonly error: unknown;
}

export interface ServeOptions extends GuardOptions {
  readonly dispatch: (request: WireRequest) => Promise<WireResponse>;
  readonly spool: Spool;
  readonly limits: FrontLimits;
  readonly log: (event: FrontEvent) => void;
  readonly extra?: (request: Incoming, response: Outgoing) => boolean;
  readonly newRequestId: () => string;
}

/** One request and the place for its answer. */
export interface Exchange {
  readonly incoming: Incoming;
  readonly outgoing: Outgoing;
  /** The client waits for a "100 Continue" before it sends its body. */
  readonly awaitsContinue: boolean;
  readonly sourceIp: string;
  readonly signal: AbortSignal;
}

/** Answers one request. Never rejects: what goes wrong is answered, or logged when there is nobody to answer. */
export async function serve(exchange: Exchange, options: ServeOptions): Promise<void> {
  const { incoming, outgoing } = exchange;
  const head = readHead(incoming);
  if (typeof head === 'string') return refuse(exchange, 'GET', plainAnswer(400, head), options.limits);
  const refusal = refusalOf(head.headers, options);
  if (refusal !== undefined)
    return refuse(exchange, head.method, plainAnswer(refusal.status, refusal.message), options.limits);
  const { origin } = head.headers; // one that is allowed: others do not come this far
  const preflight = preflightAnswer(head);
  if (preflight !== undefined) return sendAnswer(outgoing, head.method, preflight);
  if (origin !== undefined)
    for (const [name, value] of Object.entries(corsHeaders(origin))) outgoing.setHeader(name, value);
  if (options.extra?.(incoming, outgoing) === true) return;
  return answer(exchange, head, options);
}

async function answer(exchange: Exchange, head: RequestHead, options: ServeOptions): Promise<void> {
  const { outgoing } = exchange;
  const family = familyOf(head);
  const requestId = options.newRequestId();
  let payload: SpooledPayload | undefined;
  try {
    payload = await receive(exchange, head, family, options);
    const { sourceIp, signal } = exchange;
    const response = await options.dispatch({ ...head, payload, sourceIp, isSecure: false, signal });
    if (response.body instanceof Uint8Array) await payload.release(); // a stream may still read it
    await sendAnswer(outgoing, head.method, response);
  } catch (error) {
    await fail({ exchange, head, family, requestId, options }, error);
  } finally {
    await payload?.release();
  }
}

async function receive(
  { incoming, outgoing, awaitsContinue }: Exchange,
  head: RequestHead,
  family: SignatureFamily,
  { spool, limits }: ServeOptions,
): Promise<SpooledPayload> {
  const declaredBytes = declaredLength(head);
  if (declaredBytes === 'invalid') throw incompleteBody(family);
  const limitBytes = family === 's3' ? limits.s3BodyBytes : limits.bodyBytes;
  if (declaredBytes !== undefined && declaredBytes > limitBytes) throw tooLarge(family, limitBytes);
  if (awaitsContinue) outgoing.writeContinue();
  if (hasNoBody(incoming, head, declaredBytes)) {
    incoming.resume();
    return inMemory(new Uint8Array());
  }
  const digests = expectedDigests(head, family);
  return await receiveBody(incoming, { spool, family, limitBytes, declaredBytes, digests, ...limits });
}

function hasNoBody(incoming: Incoming, head: RequestHead, declaredBytes: number | undefined): boolean {
  if (declaredBytes !== undefined) return declaredBytes === 0;
  return 'stream' in incoming ? incoming.stream.endAfterHeaders : head.headers['transfer-encoding'] === undefined;
}

interface Failing {
  readonly exchange: Exchange;
  readonly head: RequestHead;
  readonly family: SignatureFamily;
  readonly requestId: string;
  readonly options: ServeOptions;
}

async function fail({ exchange, head, family, requestId, options }: Failing, error: unknown): Promise<void> {
  const { outgoing, incoming } = exchange;
  if (error instanceof ClientGone) return;
  if (!(error instanceof ServiceError)) {
    options.log({ kind: outgoing.headersSent ? 'answer-cut-short' : 'bug', requestId, error });
  }
  if (outgoing.headersSent) {
    cutOff(exchange); // the reader must see that the answer is not whole
    return;
  }
  const shown = error instanceof ServiceError ? error : internalFailure(family);
  const answer = renderFailure(family, shown, requestId);
  if (incoming.complete) await sendAnswer(outgoing, head.method, answer);
  else await refuse(exchange, head.method, answer, options.limits);
}

function cutOff({ outgoing }: Exchange): void {
  if ('stream' in outgoing)
    outgoing.stream.close(2); // INTERNAL_ERROR
  else outgoing.destroy();
}

/**
 * Answers without taking the body, then closes. The rest of the body is thrown away for a moment first: to close a
 * connection with unread bytes resets it, and the client might lose the answer.
 */
async function refuse(
  { incoming, outgoing }: Exchange,
  method: string,
  answer: WireResponse,
  { lingerMilliseconds }: FrontLimits,
): Promise<void> {
  incoming.on('error', () => {});
  if ('stream' in outgoing) {
    incoming.resume();
    await sendAnswer(outgoing, method, answer);
    return;
  }
  const body = answer.body instanceof Uint8Array ? answer.body : new Uint8Array();
  outgoing.shouldKeepAlive = false;
  outgoing.writeHead(answer.status, { ...answer.headers, 'content-length': body.length, connection: 'close' });
  if (method !== 'HEAD') outgoing.write(body);
  else outgoing.flushHeaders();
  incoming.resume();
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, lingerMilliseconds);
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    if (incoming.complete || incoming.destroyed) done();
    else incoming.once('end', done).once('close', done);
  });
  outgoing.end();
}
