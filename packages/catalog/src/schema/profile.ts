import { nearestName } from '@cairn/kernel';
import { z } from 'zod';
import { BACKGROUNDS, CRITERIA } from '../vocabulary.ts';
import { ExamCode, Slug } from './fields.ts';

const Platform = z.enum(['aws', 'azure', 'any'], 'write aws, azure or any');
const Depth = z.int('write a whole number from 0 to 4').min(0, 'write 0 to 4').max(4, 'write 0 to 4');
const CalendarDay = z.iso.date('write a calendar day such as 2027-03-01');
const positive = (max: number) =>
  z.number('write a number').positive('write a number above 0').max(max, `write at most ${max}`);
const Weight = z.number('write a number from 0 to 100').min(0, 'write 0 to 100').max(100, 'write 0 to 100');
const Code = z.string('write an exam code such as AIF-C01').trim().toUpperCase().pipe(ExamCode);

const Count = z.number('write a number of postings').int('write a whole number').min(0).max(1_000_000);
const Words = z.string('write the words of a posting').max(400, 'write at most 400 characters');

/** What the postings that a person collected ask for, in counts, each with the words of one of them. */
export const PostingsEvidence = z.strictObject({
  postings: Count.describe('How many were read; duplicates once'),
  platforms: z
    .array(z.strictObject({ vendor: z.string().min(1).max(40), postings: Count, quote: Words.optional() }))
    .max(20, 'name at most 20 platforms'),
  names: z
    .array(z.strictObject({ id: Slug, postings: Count, quote: Words.optional() }))
    .max(200, 'give at most 200 names'),
});
export type PostingsEvidence = z.infer<typeof PostingsEvidence>;

/** What a person tells the advisor. Every key is optional: less said, less certain. */
export const Profile = z.strictObject({
  background: z.enum(BACKGROUNDS, `write one of ${BACKGROUNDS.join(', ')}`).optional(),
  experienceYears: z.number('write a number of years').min(0, 'write 0 or more').max(60, 'write at most 60').optional(),
  mathematics: Depth.optional(),
  programming: Depth.optional(),
  enjoys: z.array(Slug).max(20, 'name at most 20').optional(),
  currentCloud: Platform.optional(),
  targetPlatform: Platform.optional(),
  role: Slug.optional(),
  targetCertification: Code.optional(),
  hoursPerWeek: positive(80).optional(),
  budgetUsd: z.number('write an amount in US dollars').min(0, 'write 0 or more').optional(),
  languages: z.array(z.string().trim().min(1, 'write a language')).max(20, 'name at most 20').optional(),
  wantedBy: CalendarDay.optional(),
  holds: z.array(Code).max(50, 'name at most 50').optional(),
  postings: PostingsEvidence.optional(),
  weights: z.partialRecord(z.enum(CRITERIA), Weight).optional(),
});
export type Profile = z.infer<typeof Profile>;

export type ParsedProfile =
  | { readonly outcome: 'profile'; readonly profile: Profile }
  | { readonly outcome: 'refused'; readonly sentences: readonly string[] };

/** One sentence per fault: what is wrong, where, and what to do. */
export function parseProfile(input: unknown): ParsedProfile {
  const result = Profile.safeParse(input);
  if (!result.success) return { outcome: 'refused', sentences: [...new Set(result.error.issues.flatMap(sentencesOf))] };
  const weights = result.data.weights ?? {};
  if (CRITERIA.every((criterion) => weights[criterion] === 0)) {
    return { outcome: 'refused', sentences: ['weights: all weights are 0; give at least one criterion more than 0.'] };
  }
  return { outcome: 'profile', profile: result.data };
}

function sentencesOf(issue: z.core.$ZodIssue): string[] {
  const place = issue.path.map(String).join('.');
  if (issue.path.length === 0 && issue.code === 'invalid_type') {
    return ['The profile must be an object with keys such as background and hoursPerWeek.'];
  }
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(place, key));
  if (issue.code === 'invalid_key') {
    return [unknownKey(issue.path.slice(0, -1).map(String).join('.'), String(issue.path.at(-1)))];
  }
  return [`${place}: ${issue.message.replace(/\.$/, '')}.`];
}

function unknownKey(place: string, key: string): string {
  const known = place === 'weights' ? [...CRITERIA] : Object.keys(Profile.shape);
  const near = nearestName(key, known);
  const advice = near === undefined ? `use one of ${known.join(', ')}` : `did you mean "${near}"?`;
  return `${place === '' ? '' : `${place}: `}"${key}" is not known; ${advice}${advice.endsWith('?') ? '' : '.'}`;
}
