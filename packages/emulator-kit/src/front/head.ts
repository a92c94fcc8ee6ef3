import type { IncomingMessage } from 'node:http';
import type { Http2ServerRequest } from 'node:http2';
import type { RequestHead } from '../signature/family.ts';

export type Incoming = IncomingMessage | Http2ServerRequest;

/** Twice one of these is an attempt to make two readers see two requests. */
const ONLY_ONCE = new Set(['host', 'authorization', 'content-length', 'content-type', 'x-amz-date', 'x-amz-target']);

/** Head of a request, or one sentence on why it cannot be read. */
export function readHead(incoming: Incoming): RequestHead | string {
  const headers = readHeaders(incoming.rawHeaders);
  if (typeof headers === 'string') return headers;
  const target = readTarget(incoming.url ?? '/');
  return { method: incoming.method ?? 'GET', ...target, headers };
}

function readHeaders(raw: readonly string[]): Record<string, string> | string {
  const headers: Record<string, string> = Object.create(null); // no prototype: `__proto__` is a name like any other
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = headerName(raw[at] ?? '');
    const value = raw[at + 1] ?? '';
    const earlier = headers[name];
    const isRepeated = earlier !== undefined && earlier !== value && ONLY_ONCE.has(name);
    if (isRepeated) return `The header ${name} stands there twice, with two values. Send it once.`;
    headers[name] = earlier === undefined || ONLY_ONCE.has(name) ? value : `${earlier}, ${value}`;
  }
  for (const pseudo of [':method', ':path', ':scheme']) delete headers[pseudo];
  return headers;
}

/** HTTP/2's `:authority` is the host by another name. */
function headerName(sent: string): string {
  const name = sent.toLowerCase();
  return name === ':authority' ? 'host' : name;
}

/** Path and query of a request target; of `http://host/path` too, which proxies send. */
function readTarget(url: string): { path: string; query: string } {
  const target = /^https?:\/\/[^/?#]*(.*)$/i.exec(url)?.[1] ?? url;
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  return { path: path === '' ? '/' : path, query: mark < 0 ? '' : target.slice(mark + 1) };
}

/** The Content-Length; 'invalid' when it is no whole number. */
export function declaredLength(head: RequestHead): number | undefined | 'invalid' {
  const text = head.headers['content-length'];
  if (text === undefined) return undefined;
  return /^\d{1,15}$/.test(text) ? Number(text) : 'invalid';
}
