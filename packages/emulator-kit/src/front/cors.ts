import type { RequestHead } from '../signature/family.ts';
import type { WireResponse } from '../wire/messages.ts';

/** What pages of an allowed origin need so that their browser lets them call and read. */
export function corsHeaders(origin: string): Record<string, string> {
  return { 'access-control-allow-origin': origin, 'access-control-expose-headers': '*', vary: 'origin' };
}

/** The answer to a browser's question before the call; undefined when the request is none. */
export function preflightAnswer({ method, headers }: RequestHead): WireResponse | undefined {
  const { origin } = headers;
  const asked = headers['access-control-request-method'];
  if (method !== 'OPTIONS' || origin === undefined || asked === undefined) return undefined;
  const allowed = {
    'access-control-allow-methods': asked,
    'access-control-allow-headers': headers['access-control-request-headers'] ?? '',
    'access-control-max-age': '600',
  };
  return { status: 204, headers: { ...corsHeaders(origin), ...allowed }, body: new Uint8Array() };
}
