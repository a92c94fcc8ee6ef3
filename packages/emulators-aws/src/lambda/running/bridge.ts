import { memoryPayload, type WireRequest, type WireResponse } from '@cairn/emulator-kit';
import type { AnswerMessage, RequestMessage } from './messages.ts';

export type Dispatch = (request: WireRequest) => Promise<WireResponse>;

/** Requests of one function process that are under way. */
export class Bridge {
  readonly #send: (message: AnswerMessage) => Promise<void>;
  readonly #open = new Map<number, AbortController>();

  constructor(send: (message: AnswerMessage) => Promise<void>) {
    this.#send = send;
  }

  /** Sends a request of the function through the sandbox's door and its answer back, piece by piece. Never throws. */
  async answer(request: RequestMessage, dispatch: Dispatch): Promise<void> {
    const { id } = request;
    const abort = new AbortController();
    this.#open.set(id, abort);
    try {
      const { status, headers, body } = await dispatch(wireRequest(request, abort.signal));
      await this.#send({ kind: 'answer', id, status, headers: { ...headers } });
      for await (const bytes of body instanceof Uint8Array ? [body] : body) {
        if (abort.signal.aborted) return;
        if (bytes.length > 0) await this.#send({ kind: 'answer-piece', id, bytes });
      }
      await this.#send({ kind: 'answer-end', id });
    } catch (error) {
      const message = error instanceof Error ? error.message : 'The sandbox failed.';
      await this.#send({ kind: 'answer-failed', id, message });
    } finally {
      this.#open.delete(id);
    }
  }

  cancel(id: number): void {
    this.#open.get(id)?.abort();
  }

  /** The process is gone: nobody waits for what is under way. */
  close(): void {
    for (const abort of this.#open.values()) abort.abort();
    this.#open.clear();
  }
}

function wireRequest(
  { method, host, path, query, headers: given, body }: RequestMessage,
  signal: AbortSignal,
): WireRequest {
  const headers: Record<string, string> = Object.create(null); // no prototype: `__proto__` is a name like any other
  for (const [name, value] of Object.entries(given)) headers[name.toLowerCase()] = String(value);
  headers.host ??= headers[':authority'] ?? host;
  delete headers[':authority'];
  const payload = memoryPayload(body);
  return {
    method,
    path: path === '' ? '/' : path,
    query,
    headers,
    payload,
    sourceIp: '127.0.0.1',
    isSecure: true,
    signal,
  };
}
