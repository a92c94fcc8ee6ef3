import type { ServerResponse } from 'node:http';
import type { Http2ServerResponse } from 'node:http2';
import type { WireResponse } from '../wire/messages.ts';

export type Outgoing = ServerResponse | Http2ServerResponse;

/** HTTP/2 has no such headers and refuses them. */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'proxy-connection', 'transfer-encoding', 'upgrade']);

const hasNoBody = (method: string, status: number): boolean => method === 'HEAD' || status === 204 || status === 304;

/** Sends an answer, at the speed at which it is read. Resolves when all is handed over or the reader has gone. */
export async function sendAnswer(outgoing: Outgoing, method: string, answer: WireResponse): Promise<void> {
  const { status, body } = answer;
  const isBytes = body instanceof Uint8Array;
  const headers = headersFor(outgoing, answer);
  if (hasNoBody(method, status)) {
    if (method === 'HEAD' && isBytes && body.length > 0) headers['content-length'] ??= String(body.length);
    outgoing.writeHead(status, headers);
    outgoing.end();
    if (!isBytes) await body[Symbol.asyncIterator]().return?.(); // the producer must learn that nobody reads
    return;
  }
  if (isBytes) {
    headers['content-length'] = String(body.length);
    outgoing.writeHead(status, headers);
    outgoing.end(body);
    return;
  }
  outgoing.writeHead(status, headers);
  if ('flushHeaders' in outgoing) outgoing.flushHeaders(); // a stream may take long until its first byte
  await sendPieces(outgoing, body);
}

function headersFor(outgoing: Outgoing, { headers }: WireResponse): Record<string, string> {
  const isHttp2 = 'stream' in outgoing;
  const entries = Object.entries(headers).filter(([name]) => !isHttp2 || !HOP_BY_HOP.has(name));
  return Object.fromEntries(entries);
}

async function sendPieces(outgoing: Outgoing, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  let isGone = hasLeft(outgoing);
  let wake: () => void = () => {};
  const onDrain = () => wake();
  const onClose = () => {
    isGone = true;
    wake();
  };
  outgoing.on('drain', onDrain).on('close', onClose);
  try {
    for await (const piece of pieces) {
      if (isGone) break; // leaving the loop closes the producer
      if (piece.length === 0 || writePiece(outgoing, piece)) continue;
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (isGone) resolve();
      });
    }
  } finally {
    outgoing.off('drain', onDrain).off('close', onClose);
  }
  if (!isGone) outgoing.end();
}

const hasLeft = (outgoing: Outgoing): boolean =>
  'stream' in outgoing ? outgoing.stream.destroyed : outgoing.destroyed;

/** Whether there is room for more. The two transports' `write` differ in type only. */
function writePiece(outgoing: Outgoing, piece: Uint8Array): boolean {
  return (outgoing as ServerResponse).write(piece);
}
