import { type IncomingMessage, request } from 'node:http';
import { Problem, type RelayAnswer, type RelayRequest } from '@cairn/contract';
import { hostDown } from './host/control.ts';
import type { HostAddress } from './host/host-file.ts';

const MOST_BYTES = 8 * 1024 * 1024;
const PATIENCE_MILLISECONDS = 60_000;

/** About this connection, not about the message. */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'expect',
  'content-length',
  'te',
]);

/** Hands a signed request to the sandbox as it is. Nobody but the sandbox is ever reached. @throws Problem */
export async function relay({ url }: HostAddress, { method, path, headers, body }: RelayRequest): Promise<RelayAnswer> {
  if (path.startsWith('/_cairn'))
    throw new Problem('bad-request', 'The sandbox is managed by Cairn, not through a relay.');
  const bytes = Buffer.from(body, 'base64');
  const passed = Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name.toLowerCase()));
  const length = bytes.length > 0 || method === 'PUT' || method === 'POST' ? { 'content-length': bytes.length } : {};
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const outgoing = request({
      ...{ hostname, port, method, path },
      headers: { ...Object.fromEntries(passed), ...length },
      agent: false, // one connection a call: the sandbox is on this machine
      timeout: PATIENCE_MILLISECONDS,
    });
    outgoing.once('response', resolve);
    outgoing.once('error', reject);
    outgoing.once('timeout', () => outgoing.destroy(new Error('no answer in time')));
    outgoing.end(bytes);
  }).catch((error: unknown) => {
    throw failureOf(error);
  });
  return { status: answer.statusCode ?? 502, headers: headersOf(answer), body: await bodyOf(answer) };
}

/** Node refuses headers and paths that cannot be sent before anything is. */
function failureOf(error: unknown): Problem {
  if (error instanceof TypeError) return new Problem('bad-request', `This cannot be sent: ${error.message}.`);
  return hostDown(error);
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const kept = Object.entries(headers).filter(([name, value]) => value !== undefined && !HOP_BY_HOP.has(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, [value].flat().join(', ')]));
}

async function bodyOf(answer: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of answer) {
      size += piece.length;
      if (size > MOST_BYTES) throw new Problem('too-large', 'The answer has over 8 MiB; fetch it with your own tools.');
      pieces.push(piece);
    }
  } catch (error) {
    throw error instanceof Problem ? error : hostDown(error);
  }
  return Buffer.concat(pieces).toString('base64');
}
