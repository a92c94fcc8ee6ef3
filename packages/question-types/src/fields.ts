import { z } from 'zod';

/** The words that authors, responses and published questions are made of. Sizes bound what a server ever holds. */

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const GIVES_AWAY = /(?:^|-)(?:correct|incorrect|wrong|distractor)(?:-|$)/;

const prose = (limit: number) =>
  z.string().max(limit, `is longer than ${limit} characters; shorten it`).regex(/\S/, 'is empty; write a text');

export const Id = z
  .string()
  .max(60, 'an id has at most 60 characters')
  .regex(SLUG, 'an id is a lower-case slug such as async-inference')
  .refine((id) => !/^[a-z]$/.test(id), 'an id says what the thing is (async, not a)')
  .refine((id) => !GIVES_AWAY.test(id), 'ids reach the browser; name the thing, not whether it is right')
  .describe('Lower-case slug, unique in its list; it reaches the browser, so it must not give the key away.');

/** An id as a browser sends it: bounded, otherwise judged by the grader. */
export const GivenId = z.string().max(60).regex(SLUG);

export const Stem = prose(8000).describe('What is asked, in Markdown.');
export const OptionText = prose(1500).describe('What the learner reads, in Markdown.');
export const Label = prose(200).describe('A short plain name.');
export const Why = prose(2500).describe(
  'Why it is right, or which misunderstanding chooses it. Shown after the answer.',
);
export const FixedOrder = z
  .boolean()
  .optional()
  .describe('true keeps the order as written: numbers in order, Yes before No.');
export const YesNo = z.enum(['yes', 'no'], { error: 'answer is "yes" or "no", in quotes' });

/** What a browser sees of an option. */
export const PublishedOption = z.strictObject({ id: z.string(), text: z.string() });
export const PublishedLabel = z.strictObject({ id: z.string(), label: z.string() });

export const GivenIds = z.array(GivenId).max(20);

/** Which option was given for which part. */
export const Assigned = z
  .record(GivenId, GivenId)
  .refine((given) => Object.keys(given).length <= 20, 'has more than 20 entries');

type Report = (path: readonly (string | number)[], message: string) => void;

/** A schema with rules across its fields; each rule names the place and the remedy. */
export function checked<Schema extends z.ZodType>(
  schema: Schema,
  check: (value: z.output<Schema>, report: Report) => void,
): Schema {
  return schema.superRefine((value, context) => {
    check(value, (path, message) => context.addIssue({ code: 'custom', path: [...path], message }));
  });
}

type Listed = { readonly id: string; readonly text?: string; readonly label?: string };

/** No two entries share an id, or say the same. */
export function checkDistinct(entries: readonly Listed[], path: readonly (string | number)[], report: Report): void {
  const said = new Map<string, string>();
  const ids = new Set<string>();
  entries.forEach((entry, index) => {
    if (ids.has(entry.id)) report([...path, index, 'id'], `id ${entry.id} is used twice; rename one`);
    ids.add(entry.id);
    const words = (entry.text ?? entry.label ?? entry.id).trim().toLowerCase();
    const earlier = said.get(words);
    if (earlier !== undefined) report([...path, index], `says the same as ${earlier}; reword or remove one`);
    said.set(words, entry.id);
  });
}

const NUMBER_WORDS = ['ZERO', 'ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX', 'SEVEN', 'EIGHT'];

export const numberWord = (count: number): string => NUMBER_WORDS[count] ?? String(count);

/** A stem says how many answers it wants, in words or digits. */
export function saysHowMany(stem: string, count: number): boolean {
  return new RegExp(`\\b(?:${numberWord(count)}|${count})\\b`, 'i').test(stem);
}
