import { heard, heardNothing } from './offline/link.ts';

/** A request that failed, told in one sentence that a person can act on. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly kind: string;

  constructor(status: number, kind: string, message: string) {
    super(message);
    this.name = 'ApiProblem';
    this.status = status;
    this.kind = kind;
  }
}

const UNREACHABLE = 'Cairn does not answer. Check that it is still running in the terminal where it was started.';

type Call = { readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE'; readonly body?: unknown };

/**
 * One request to the server of this app.
 *
 * @returns the parsed answer; the caller names its type, which the contract guarantees
 * @throws  ApiProblem for a refusal, a failure or no answer
 */
export async function request<T>(path: string, { method = 'GET', body }: Call = {}): Promise<T> {
  const answer = await send(path, method, body);
  if (!answer.ok) throw await problemOf(answer);
  if (answer.status === 204) return undefined as T; // such a call is typed as void
  return (await readJson(answer)) as T;
}

async function send(path: string, method: string, body: unknown): Promise<Response> {
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  const headers = { accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }) };
  try {
    const answer = await fetch(path, { method, headers, ...content });
    if (isAbsence(answer)) heardNothing();
    else heard(answer);
    return answer;
  } catch {
    heardNothing();
    throw new ApiProblem(0, 'unreachable', UNREACHABLE); // fetch rejects only when no answer came
  }
}

/** A proxy that finds no server behind it, or a server without its database. */
const isAbsence = ({ status }: Response): boolean => status >= 502 && status <= 504;

async function readJson(answer: Response): Promise<unknown> {
  try {
    return await answer.json();
  } catch {
    throw new ApiProblem(
      answer.status,
      'not-json',
      'Cairn sent an answer that this page cannot read. Reload the page.',
    );
  }
}

/** RFC 9457: `detail` is the sentence; `title` stands in for it. */
export async function problemOf(answer: Response): Promise<ApiProblem> {
  const problem: unknown = await answer.json().catch(() => undefined);
  const { type, title, detail } = fieldsOf(problem);
  if (isAbsence(answer)) return new ApiProblem(answer.status, 'unreachable', UNREACHABLE);
  const sentence = detail ?? title ?? `Cairn answered with status ${answer.status} and no explanation.`;
  return new ApiProblem(answer.status, type?.split('/').at(-1) ?? 'unknown', sentence);
}

function fieldsOf(problem: unknown): { type?: string; title?: string; detail?: string } {
  if (typeof problem !== 'object' || problem === null) return {};
  const entries = Object.entries(problem).filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(entries); // the three names are looked up; others do no harm
}

/** What to show for anything thrown. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : 'Something went wrong. Reload the page.';
}
