import type { RelayAnswer, RelayRequest } from '@cairn/contract';
import { request } from '../../api.ts';

/** A signed request as the official clients hand it over. */
export type SignedRequest = {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | readonly string[] | null>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: BodyInit | null;
};

type Relay = (asked: RelayRequest) => Promise<RelayAnswer>;

/** To the sandbox of a run, by the server. */
export const toServer =
  (run: string): Relay =>
  (body) =>
    request<RelayAnswer>(`/api/lab-runs/${encodeURIComponent(run)}/relay`, { method: 'POST', body });

/** What the official clients take in place of the network: every request goes by the relay, and nowhere else. */
export function relayHandler(relay: Relay) {
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    async handle(signed: SignedRequest, { abortSignal }: { readonly abortSignal?: AbortSignal } = {}) {
      abortSignal?.throwIfAborted();
      const answer = await relay(await relayed(signed));
      abortSignal?.throwIfAborted();
      const body = new Response(fromBase64(answer.body)).body;
      return { response: { statusCode: answer.status, headers: answer.headers, body } };
    },
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
    destroy: () => undefined,
  };
}

async function relayed({ method, path, query = {}, headers, body }: SignedRequest): Promise<RelayRequest> {
  const bytes = new Uint8Array(await new Response(body ?? null).arrayBuffer());
  return {
    method: method as RelayRequest['method'], // the clients know no others; the server checks it
    path: `${path}${queryText(query)}`,
    headers,
    body: toBase64(bytes),
  };
}

/** As it was signed: RFC 3986, which leaves fewer letters as they are than `encodeURIComponent`. */
function queryText(query: NonNullable<SignedRequest['query']>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => {
    if (value === null) return [escaped(name)];
    return [value].flat().map((one) => `${escaped(name)}=${escaped(one)}`);
  });
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

const escaped = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

/** Arguments that one call of a function may have, with room to spare. */
const PIECE = 8_192;

export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) pieces.push(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  return btoa(pieces.join(''));
}

export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
