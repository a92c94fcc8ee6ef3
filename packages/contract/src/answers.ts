import { type z, z as zod } from '@hono/zod-openapi';
import { ProblemDetails } from './problem.ts';

/** The responses of every route: one happy answer; each failure is a problem (RFC 9457). */
export function answers<Answer extends z.ZodType>(schema: Answer, description: string) {
  return {
    200: { content: { 'application/json': { schema } }, description },
    default: {
      content: { 'application/problem+json': { schema: ProblemDetails } },
      description: 'A problem (RFC 9457)',
    },
  };
}

export function body<Body extends z.ZodType>(schema: Body) {
  return { content: { 'application/json': { schema } }, required: true };
}

/** `{ ok: true }`: done, and nothing to tell. */
export const Done = zod.strictObject({ ok: zod.literal(true) });
