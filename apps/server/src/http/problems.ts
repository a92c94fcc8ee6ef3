import { PROBLEMS, Problem, type ProblemDetails, type ProblemKind } from '@cairn/contract';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Logger } from 'pino';
import type { z } from 'zod';

type Hook = NonNullable<NonNullable<ConstructorParameters<typeof OpenAPIHono>[0]>['defaultHook']>;

function answer(c: Context, kind: ProblemKind, detail: string, instance?: string) {
  const { status, title } = PROBLEMS[kind];
  const details: ProblemDetails = {
    type: `/problems/${kind}`,
    title,
    status,
    detail,
    ...(instance ? { instance } : {}),
  };
  return c.newResponse(JSON.stringify(details), status, { 'content-type': 'application/problem+json' });
}

/** The first fault of a request, in a sentence; the rest are counted. */
function faultSentence(error: z.core.$ZodError): string {
  const [first, ...others] = error.issues;
  const place = first?.path.length ? `"${first.path.map(String).join('.')}": ` : '';
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  return `${place}${first?.message ?? 'not understood'}${more}`;
}

/** A request that its route's schema refuses. */
export const onInvalid: Hook = (result, c) =>
  result.success ? undefined : answer(c, 'bad-request', faultSentence(result.error));

/** What Node says of a socket or host that does not answer. */
const UNREACHABLE: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** PostgreSQL went away, or has no room: an outage, not a bug of ours. Codes: errcodes appendix, classes 08, 53, 57. */
function isOutage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^(08|53|57P)/.test(code) || UNREACHABLE.has(code) || isLostConnection(error);
}

/** The driver's own words, which carry no code. "Not queryable" comes when a rollback finds its connection gone. */
function isLostConnection(error: unknown): boolean {
  return (
    error instanceof Error &&
    /Connection terminated|connection timeout|timeout exceeded|not queryable/i.test(error.message)
  );
}

function unreadableSentence({ status, message }: HTTPException): string {
  if (status === 415) return 'Send the body as JSON, with the content-type application/json.';
  return message || 'The body is not valid JSON.';
}

/** The one place where failures become answers. A bug shows its request id and nothing of its inside. */
export function onError(log: Logger): ErrorHandler {
  return (error, c) => {
    if (error instanceof Problem) return answer(c, error.kind, error.detail);
    if (error instanceof HTTPException) return answer(c, 'bad-request', unreadableSentence(error));
    const requestId = crypto.randomUUID();
    if (isOutage(error)) {
      log.warn({ requestId, err: error }, 'database unreachable');
      return answer(c, 'database-unreachable', 'Nothing was lost; try again in a moment.', requestId);
    }
    log.error({ requestId, err: error }, 'unexpected failure');
    return answer(c, 'internal', `It is logged as ${requestId}; what was saved before is safe.`, requestId);
  };
}

export function notFound(c: Context) {
  return answer(c, 'not-found', `Nothing answers ${c.req.method} ${c.req.path.slice(0, 200)}.`);
}

/** The page that a problem's `type` leads to. */
export function problemPage(c: Context) {
  const kind = c.req.param('kind') ?? '';
  if (!Object.hasOwn(PROBLEMS, kind)) return notFound(c);
  const { status, title, help } = PROBLEMS[kind as ProblemKind]; // an own key, as just seen
  return c.text(`${title} (${status})\n\n${help}\n`);
}
