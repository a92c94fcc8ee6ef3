import { createHmac } from 'node:crypto';

const MOST_KEYS = 256;

/** Derived keys, oldest first. A key serves a whole day, and four HMACs cost more than the rest of a verification. */
const derived = new Map<string, Buffer>();

export const hmac = (key: Uint8Array | string, text: string | Uint8Array): Buffer =>
  createHmac('sha256', key).update(text).digest();

/**
 * The key of one secret for one day, region and service.
 *
 * @param scope `20261121/us-east-1/kinesis`
 * @see   Signature Version 4, "Derive a signing key for Signature Version 4"
 */
export function signingKey(secret: string, scope: string): Buffer {
  const id = `${scope}\n${secret}`;
  const known = derived.get(id);
  if (known !== undefined) return known;
  const key = hmac(scope.split('/').reduce<Uint8Array | string>(hmac, `AWS4${secret}`), 'aws4_request');
  const [oldest] = derived.keys();
  if (derived.size >= MOST_KEYS && oldest !== undefined) derived.delete(oldest);
  derived.set(id, key);
  return key;
}
