/** The answers in an address: one parameter a question, lists joined by commas. Meaning is checked in `profile.ts`. */

const KEYS = [
  'background',
  'experienceYears',
  'mathematics',
  'programming',
  'enjoys',
  'currentCloud',
  'targetPlatform',
  'role',
  'targetCertification',
  'hoursPerWeek',
  'budgetUsd',
  'languages',
  'wantedBy',
  'holds',
  'weights',
] as const;

export type ProfileKey = (typeof KEYS)[number];
export type ProfileSearch = { readonly [Key in ProfileKey]?: string | number | undefined };

/** Keeps the known parameters as text or number, whatever they hold: a bad one is told to the reader, not dropped. */
export function parseProfileSearch(raw: Record<string, unknown>): ProfileSearch {
  const found = KEYS.flatMap((key) => {
    const value = raw[key];
    if (value === undefined || value === null || value === '') return [];
    return [[key, typeof value === 'number' ? value : textOf(value)] as const];
  });
  return Object.fromEntries(found);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
