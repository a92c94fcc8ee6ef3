import { systemClock } from '@cairn/kernel';
import { type AppOptions, composeApp } from './compose-app.ts';

/** A request that the API refused, in one sentence. */
export class ApiRefusal extends Error {}

export type LocalApi = {
  /**
   * One request, answered without a socket; the caller names its type, which the contract guarantees.
   *
   * @throws ApiRefusal with the sentence of the problem
   */
  readonly call: <T>(method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, body?: unknown) => Promise<T>;
  /** As `call`, for an answer that is no JSON or a body of bytes. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** Makes the search index follow the content; false if it did already. */
  readonly renewSearch: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};

/** The API within this process: a command asks what a page would ask, and gets the same answer. */
export async function openLocalApi(options: Omit<AppOptions, 'webDir'>): Promise<LocalApi> {
  const { app, sandbox, renewSearch } = await composeApp(options, systemClock);
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = { host: '127.0.0.1', ...(init.headers as Record<string, string> | undefined) }; // only such are given
    const answer = await app.request(`http://127.0.0.1${path}`, { ...init, headers });
    if (answer.ok) return answer;
    const problem = (await answer.json().catch(() => ({}))) as { detail?: string }; // RFC 9457
    throw new ApiRefusal(problem.detail ?? `Cairn answered with status ${answer.status}.`);
  };
  return {
    call: async <T>(method: string, path: string, body?: unknown) => {
      const content = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
      return (await (await ask(path, { method, ...(body === undefined ? {} : content) })).json()) as T; // as said above
    },
    fetch: ask,
    renewSearch,
    close: () => sandbox.close(),
  };
}
