import type { Payload } from './payload.ts';

/** One HTTP request, freed of its transport: from a socket, from an SDK client in this process, from a function. */
export interface WireRequest {
  readonly method: string;
  /** Path as sent, still percent-encoded, without the query. */
  readonly path: string;
  /** Query as sent, without the question mark; '' when there is none. */
  readonly query: string;
  /** Names in lower case; repeated headers joined by ", ". `host` is always there (HTTP/2's :authority included). */
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: Payload;
  /** Address the request came from, for `aws:SourceIp` and the journal. */
  readonly sourceIp: string;
  /** True when it came over TLS or in this process: `aws:SecureTransport`. */
  readonly isSecure: boolean;
  /** Aborted when the caller has gone: long answers (event streams, long polls) end then. */
  readonly signal?: AbortSignal;
}

export interface WireResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes at once, or pieces as they come (object bodies from disk, event streams). */
  readonly body: Uint8Array | AsyncIterable<Uint8Array>;
}
