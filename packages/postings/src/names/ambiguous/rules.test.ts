import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CATALOG_LEXICON } from '../testing/catalog-names.ts';

const GOLD = fileURLToPath(new URL('../../../gold', import.meta.url));

/** Each word of the labelled postings once, in small letters, in capitals, or with one capital first. */
const WORDS = new Set(
  readdirSync(GOLD, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.txt'))
    .flatMap((file) => readFileSync(join(GOLD, file), 'utf8').match(/\b(?:[A-Z]?[a-z]{2,}|[A-Z]{3,})\b/g) ?? []),
);

/** Words that mean what the part of them means; the last is glued. */
const OF_ONE_SENSE: ReadonlySet<string> = new Set(
  'biomedical,impatient,repayment,bellweather,toastmasters,readmission,awsfhir'.split(','),
);

const RULES = new Set(CATALOG_LEXICON.spellings.flatMap(({ rules }) => rules));

describe('words that rule a name out', () => {
  // "Entra" in "Central" once took IAM from a posting, and "Unity" in "opportunity" took ECS.
  it('are no parts of other words', () => {
    const inside = [...RULES].flatMap(({ id, never }) =>
      [never?.near, never?.posting, never?.postingAlone].flatMap((pattern) =>
        pattern === undefined
          ? []
          : [...WORDS]
              .filter((word) => (pattern.exec(` ${word} `)?.index ?? 0) > 1)
              .filter((word) => !OF_ONE_SENSE.has(word.toLowerCase()))
              .map((word) => `${id}: ${word}`),
      ),
    );

    expect(WORDS.size).toBeGreaterThan(5_000);
    expect(inside).toEqual([]);
  });
});
