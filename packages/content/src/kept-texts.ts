import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What the texts below a content root mean as YAML, kept from an earlier reading: by a text's hash, so that a text that
 * changed is not found and is read anew. Only syntax is kept; every value is checked by its schema at each load.
 */
export type KeptTexts = (text: string) => unknown;

export const KEPT_FILE = '.kept.json';

export const KEPT_FORMAT = 1;

export const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url');

const NOTHING: KeptTexts = () => undefined;

/** @returns the kept values of `root`; none where nothing usable is kept */
export async function readKeptTexts(root: string): Promise<KeptTexts> {
  try {
    const kept: unknown = JSON.parse(await readFile(join(root, KEPT_FILE), 'utf8'));
    if (typeof kept !== 'object' || kept === null || !('format' in kept) || kept.format !== KEPT_FORMAT) return NOTHING;
    if (!('values' in kept) || typeof kept.values !== 'object' || kept.values === null) return NOTHING;
    const values = new Map(Object.entries(kept.values));
    return (text) => values.get(hashOf(text));
  } catch {
    return NOTHING; // never made, or cut off while it was written: reading the texts costs time only
  }
}
