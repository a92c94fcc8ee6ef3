import { BACKGROUNDS, CRITERIA, type CriterionId, type Profile } from '@cairn/catalog';
import type { ProfileKey, ProfileSearch } from './profile-search.ts';

/** A profile read from an address or from storage, with one sentence for each value that was not usable. */
export type ReadProfile = { readonly profile: Profile; readonly faults: readonly string[] };

type Reading<T> = { readonly value: T } | { readonly fault: string };

const oneOf =
  (words: readonly string[]) =>
  (raw: unknown): Reading<string> =>
    typeof raw === 'string' && words.includes(raw) ? { value: raw } : { fault: `use one of ${words.join(', ')}` };

const numberIn =
  (low: number, high: number) =>
  (raw: unknown): Reading<number> => {
    const value =
      typeof raw === 'number' ? raw : typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : Number.NaN;
    return value >= low && value <= high ? { value } : { fault: `use a number from ${low} to ${high}` };
  };

const wholeIn =
  (low: number, high: number) =>
  (raw: unknown): Reading<number> => {
    const reading = numberIn(low, high)(raw);
    if ('fault' in reading || Number.isInteger(reading.value)) return reading;
    return { fault: `use a whole number from ${low} to ${high}` };
  };

const pattern =
  (shape: RegExp, advice: string, change: (text: string) => string = (text) => text) =>
  (raw: unknown): Reading<string> => {
    const text = typeof raw === 'string' ? change(raw.trim()) : '';
    return shape.test(text) ? { value: text } : { fault: advice };
  };

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const CODE = /^[A-Z]{2,3}-[A-Z]?[0-9]{2,3}$/;

const list =
  (most: number, shape: RegExp, change: (text: string) => string = (text) => text) =>
  (raw: unknown): Reading<readonly string[]> => {
    const parts: unknown[] = Array.isArray(raw) ? raw : String(raw).split(',');
    const values = parts.map((part) => change(String(part).trim())).filter((part) => part !== '');
    if (values.length > most) return { fault: `name at most ${most}` };
    const odd = values.find((value) => !shape.test(value));
    return odd === undefined ? { value: [...new Set(values)] } : { fault: `"${odd.slice(0, 40)}" cannot be read` };
  };

function day(raw: unknown): Reading<string> {
  const isDay = typeof raw === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(raw) && !Number.isNaN(Date.parse(raw));
  return isDay ? { value: raw } : { fault: 'use a calendar day such as 2027-03-01' };
}

/** `role-fit:40,cost:10`, or the object that is stored. */
function weights(raw: unknown): Reading<Partial<Record<CriterionId, number>>> {
  const pairs =
    typeof raw === 'object' && raw !== null
      ? Object.entries(raw)
      : String(raw)
          .split(',')
          .map((pair) => pair.split(':'));
  const found: Partial<Record<CriterionId, number>> = {};
  for (const [name, weight] of pairs) {
    const criterion = CRITERIA.find((one) => one === name);
    const reading = numberIn(0, 100)(weight);
    if (!criterion || 'fault' in reading) return { fault: 'use criteria with numbers from 0 to 100, such as cost:10' };
    found[criterion] = reading.value;
  }
  return { value: found };
}

const upper = (text: string) => text.toUpperCase();
const PLATFORMS = ['aws', 'azure', 'any'];

const READERS: { readonly [Key in ProfileKey]: (raw: unknown) => Reading<unknown> } = {
  background: oneOf(BACKGROUNDS),
  experienceYears: numberIn(0, 60),
  mathematics: wholeIn(0, 4),
  programming: wholeIn(0, 4),
  enjoys: list(20, SLUG),
  currentCloud: oneOf(PLATFORMS),
  targetPlatform: oneOf(PLATFORMS),
  role: pattern(SLUG, 'use the id of a role such as ml-engineer'),
  targetCertification: pattern(CODE, 'use an exam code such as AIF-C01', upper),
  hoursPerWeek: numberIn(1, 80),
  budgetUsd: numberIn(0, 1_000_000),
  languages: list(20, /^.{1,40}$/),
  wantedBy: day,
  holds: list(50, CODE, upper),
  weights,
};

/** Takes what can be used and says what cannot: an address that somebody edited never breaks the page. */
export function readProfile(raw: Readonly<Record<string, unknown>>): ReadProfile {
  const profile: Record<string, unknown> = {};
  const faults: string[] = [];
  for (const [key, read] of Object.entries(READERS)) {
    const given = raw[key];
    if (given === undefined || given === null || given === '') continue;
    const reading = read(given);
    if ('fault' in reading) faults.push(`${key} was not used: ${reading.fault}.`);
    else if (!isEmptyList(reading.value)) profile[key] = reading.value;
  }
  return { profile: profile as Profile, faults }; // each key went through its reader
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

/** The address of a profile: what `readProfile` reads back. */
export function searchOf({ weights: own, enjoys, languages, holds, postings: _, ...rest }: Profile): ProfileSearch {
  const pairs = Object.entries(own ?? {}).map(([criterion, weight]) => `${criterion}:${weight}`);
  return {
    ...rest,
    ...(enjoys && enjoys.length > 0 && { enjoys: enjoys.join(',') }),
    ...(languages && languages.length > 0 && { languages: languages.join(',') }),
    ...(holds && holds.length > 0 && { holds: holds.join(',') }),
    ...(pairs.length > 0 && { weights: pairs.join(',') }),
  };
}

/** How many questions are answered; weights and postings are no answers. */
export function answersIn({ weights: _, postings: __, ...answers }: Profile): number {
  return Object.values(answers).filter((answer) => answer !== undefined).length;
}

/** The answers alone: postings come from a survey, and are kept there. */
export function withoutPostings({ postings: _, ...answers }: Profile): Profile {
  return answers;
}

/** The profile with one answer set, or taken back with `undefined`. */
export function withAnswer(profile: Profile, key: ProfileKey, value: unknown): Profile {
  const { [key]: _, ...others } = profile;
  const isNothing = value === undefined || value === '' || isEmptyList(value);
  return isNothing ? others : ({ ...others, [key]: value } as Profile); // the question's kind fits its key
}
