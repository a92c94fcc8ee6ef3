import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findNames } from './find-names.ts';
import { CATALOG_LEXICON } from './testing/catalog-names.ts';

/** Postings with what a careful reader found in them; the rules were written with these in sight. */
const GOLD = new URL('../../gold/', import.meta.url);

type Labels = {
  platforms: { name: string; strength: string }[];
  services: string[];
  skills: string[];
  certifications: string[];
};

type Counts = { hit: number; wanted: number; found: number };

function compare(kind: keyof Labels): Counts {
  const counts: Counts = { hit: 0, wanted: 0, found: 0 };
  for (const file of readdirSync(GOLD).filter((name) => name.endsWith('.json'))) {
    const labels: Labels = JSON.parse(readFileSync(new URL(file, GOLD), 'utf8'));
    const text = readFileSync(new URL(file.replace('.json', '.txt'), GOLD), 'utf8');
    const wanted = labels[kind].map((label) => (typeof label === 'string' ? label : `${label.name} ${label.strength}`));
    const found = findNames(text, CATALOG_LEXICON)[kind].map(({ canonical, strength }) =>
      kind === 'platforms' ? `${canonical} ${strength}` : canonical,
    );
    counts.hit += found.filter((name) => wanted.includes(name)).length;
    counts.wanted += wanted.length;
    counts.found += found.length;
  }
  return counts;
}

describe('postings read by people', () => {
  it.each([
    ['services', 0.97],
    ['skills', 0.98],
    ['certifications', 0.95],
    ['platforms', 0.95],
  ] as const)('%s: F1 of at least %d', (kind, least) => {
    const { hit, wanted, found } = compare(kind);

    expect(wanted).toBeGreaterThan(5);
    expect((2 * hit) / (wanted + found)).toBeGreaterThanOrEqual(least);
  });
});
