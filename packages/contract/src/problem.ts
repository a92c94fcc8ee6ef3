import { z } from '@hono/zod-openapi';

/** Every failure a client can meet. A kind is public API: never renamed, never reused. Pages: docs/problems/<kind>.md. */
export const PROBLEMS = {
  'bad-request': { status: 400, title: 'The request is not understood' },
  'foreign-host': { status: 403, title: 'This address is not served' },
  'foreign-origin': { status: 403, title: 'Another site may not call this server' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'exam-unknown': { status: 404, title: 'No such exam' },
  'attempt-unknown': { status: 404, title: 'No such attempt' },
  'roadmap-unknown': { status: 404, title: 'No such roadmap' },
  'form-short': { status: 409, title: 'The bank cannot fill this form' },
  'nothing-to-ask': { status: 409, title: 'No question fits this choice' },
  'attempt-elsewhere': { status: 409, title: 'This exam goes on in another window' },
  'attempt-running': { status: 409, title: 'This exam is still running' },
  'attempt-id-taken': { status: 409, title: 'This id belongs to another attempt' },
  'too-large': { status: 413, title: 'The request is too large' },
  'database-unreachable': { status: 503, title: 'The database does not answer' },
  internal: { status: 500, title: 'Something went wrong on our side' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemKind = keyof typeof PROBLEMS;

/** A request that cannot be met. `detail` is one sentence: what is wrong, where, what to do. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly detail: string;

  constructor(kind: ProblemKind, detail: string, options?: ErrorOptions) {
    super(`${PROBLEMS[kind].title}: ${detail}`, options);
    this.kind = kind;
    this.detail = detail;
  }
}

/** RFC 9457 problem details. */
export const ProblemDetails = z
  .strictObject({
    type: z.string().describe('Address of a page about this kind'),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string().optional().describe('Request id, to find it in the log'),
  })
  .openapi('Problem');
export type ProblemDetails = z.infer<typeof ProblemDetails>;
