import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { LexiconEntry } from '../../lexicon.ts';
import { buildLexicon } from '../build-lexicon.ts';
import { findNames } from '../find-names.ts';

const CATALOG = new URL('../../../../../content/catalog/skills.yaml', import.meta.url);

/** The names of the catalog as it is. */
export const CATALOG_ENTRIES: readonly LexiconEntry[] = parse(readFileSync(CATALOG, 'utf8')).skills;
export const CATALOG_LEXICON = buildLexicon(CATALOG_ENTRIES);

/** Canonical names of everything but platforms. */
export function namesIn(text: string): string[] {
  const { services, skills, certifications } = findNames(text, CATALOG_LEXICON);
  return [...services, ...skills, ...certifications].map(({ canonical }) => canonical);
}

export function strengthsIn(text: string): Record<string, string> {
  const { platforms } = findNames(text, CATALOG_LEXICON);
  return Object.fromEntries(platforms.map(({ vendor, strength }) => [vendor, strength]));
}
