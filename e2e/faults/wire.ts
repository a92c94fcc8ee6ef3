import { request } from 'node:http';
import { ApiProblem, problemOf } from '../../apps/web/src/api.ts';

/** Long for loopback, short beside the proxy's late deliveries: the client gives up and sends again. */
const PATIENCE_MILLISECONDS = 800;

export type Call = {
  readonly port: number;
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: unknown;
  readonly patienceMilliseconds?: number;
  /** Told the status of every answer; 0 for none. The web app's own error says less: to it, each outage is one. */
  readonly onStatus?: (status: number) => void;
};

function exchange({ port, method = 'GET', path, body, patienceMilliseconds }: Call): Promise<Response> {
  return new Promise((resolve, reject) => {
    const content = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      accept: 'application/json',
      ...(content !== undefined && { 'content-type': 'application/json' }),
      ...(content !== undefined && { 'content-length': Buffer.byteLength(content) }),
    };
    const signal = AbortSignal.timeout(patienceMilliseconds ?? PATIENCE_MILLISECONDS);
    // No agent: a connection for each request, so that each meets a fate of its own.
    const asked = request({ host: '127.0.0.1', port, method, path, headers, agent: false, signal }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        if (!answer.complete) return reject(new Error('the answer broke off'));
        resolve(new Response(Buffer.concat(parts), { status: answer.statusCode ?? 0 }));
      });
    });
    asked.on('error', reject);
    asked.end(content);
  });
}

/** One request as the web app makes it. @throws ApiProblem for a refusal or no answer, as the web app's own does */
export async function call<T>(wanted: Call): Promise<T> {
  const answer = await exchange(wanted).catch(() => {
    wanted.onStatus?.(0);
    throw new ApiProblem(0, 'unreachable', 'Cairn does not answer.');
  });
  wanted.onStatus?.(answer.status);
  if (!answer.ok) throw await problemOf(answer);
  return (await answer.json()) as T; // the contract's type, named by the caller
}
