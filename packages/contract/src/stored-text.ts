import { z } from '@hono/zod-openapi';

/** U+FFFD, which Unicode gives for what cannot be shown. */
const REPLACEMENT = '\ufffd';
/** Deeper than any answer or roadmap; far less than what exhausts a stack. */
const MAX_DEPTH = 30;

/**
 * PostgreSQL holds no NUL and no half of a surrogate pair, which a selection cut through an emoji leaves. Refusing
 * them would lose what somebody wrote, or keep their outbox waiting for ever.
 */
const storable = (text: string): string => text.replaceAll('\0', REPLACEMENT).replace(/\p{Surrogate}/gu, REPLACEMENT);

/** Text of a client that is written to the database. */
export const storedText = (limit: number) => z.string().max(limit).overwrite(storable);

function isShallow(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth < MAX_DEPTH && Object.values(value).every((inner) => isShallow(inner, depth + 1));
}

function storableJson(value: unknown): unknown {
  if (typeof value === 'string') return storable(value);
  if (Array.isArray(value)) return value.map(storableJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [storable(key), storableJson(inner)]));
}

/** A JSON object of a client that is stored as given: somebody else knows its shape. */
export const storedJson = () =>
  z
    .record(storedText(60), z.unknown())
    .refine((value) => isShallow(value), { error: `is nested more than ${MAX_DEPTH} levels deep`, abort: true })
    .overwrite((value) => Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, storableJson(inner)])));
