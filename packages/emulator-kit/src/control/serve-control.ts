import type { Outgoing } from '../front/answer.ts';
import type { Incoming } from '../front/head.ts';
import type { Control } from './control.ts';

const MOST_BYTES = 1024 * 1024;

/** The hook of an HTTP front that answers `/_cairn/…` by `control` and leaves everything else alone. */
export function serveControl(control: Control, onBug: (bug: unknown) => void) {
  return (incoming: Incoming, outgoing: Outgoing): boolean => {
    if (!incoming.url?.startsWith('/_cairn/')) return false;
    respond(control, incoming, outgoing).catch((bug: unknown) => {
      onBug(bug);
      send(outgoing, 500, { message: 'The sandbox failed. This is a fault of the sandbox.' });
    });
    return true;
  };
}

async function respond(control: Control, incoming: Incoming, outgoing: Outgoing): Promise<void> {
  const body = await jsonBody(incoming);
  if (body === 'unreadable') return send(outgoing, 400, { message: 'The body is no JSON, or over 1 MB.' });
  const { method = 'GET', url = '/', headers } = incoming;
  const answer = await control.answer({ method, url, authorization: headers.authorization, body: body.value });
  send(outgoing, answer.status, answer.json);
}

async function jsonBody(incoming: Incoming): Promise<{ readonly value: unknown } | 'unreadable'> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of incoming) {
    size += piece.length;
    if (size > MOST_BYTES) return 'unreadable';
    pieces.push(piece);
  }
  if (size === 0) return { value: undefined };
  try {
    return { value: JSON.parse(Buffer.concat(pieces).toString('utf8')) };
  } catch {
    return 'unreadable';
  }
}

function send(outgoing: Outgoing, status: number, json: unknown): void {
  if (outgoing.headersSent) return;
  const body = Buffer.from(JSON.stringify(json));
  const headers = {
    'content-type': 'application/json',
    'content-length': String(body.length),
    'cache-control': 'no-store',
  };
  outgoing.writeHead(status, headers);
  outgoing.end(body);
}
