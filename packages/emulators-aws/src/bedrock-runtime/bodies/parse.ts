import type { z } from 'zod';
import { validation } from '../../bedrock/errors.ts';

/** A body as `schema` has it, or the refusal that a model gives, with the first member that is wrong. */
export function parseBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const { success, data, error } = schema.safeParse(body);
  if (success) return data;
  const issue = error.issues[0];
  const place = issue?.path.join('.') || 'the request body';
  throw validation(
    `Malformed input request: #/${place}: ${issue?.message ?? 'not valid'}, please reformat your input and try again.`,
  );
}

/** The JSON in a request's body. */
export function readJson(bytes: Uint8Array | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return Object.fromEntries(Object.entries(value));
  } catch {
    // said below
  }
  throw validation('Malformed input request, please reformat your input and try again.');
}
