import { z } from 'zod';
import type { Fault } from '../fault.ts';

/** `content/catalog/names.yaml`: names that services had, and services that closed. */
export const NamesFile = z.strictObject({
  schema: z.literal('names/1'),
  renamed: z.array(
    z.strictObject({
      old: z.string().min(3).describe('Matched as written, whole words'),
      present: z.string(),
      source: z.url(),
      checkedOn: z.iso.date(),
    }),
  ),
  closed: z.array(
    z.strictObject({
      name: z.string().min(3),
      status: z.string().describe('What happened and when, in a sentence'),
      source: z.string(),
      checkedOn: z.iso.date(),
    }),
  ),
});
export type NamesFile = z.infer<typeof NamesFile>;

const HISTORY = /\b(formerly|renamed|former name|previously|was called|now called)\b/i;
const STATUS =
  /\b(clos(?:ed|es|ing) to new|new customers|existing customers?|no longer|retired|discontinued|end of (?:support|life))\b/i;

function wholeWords(name: string): RegExp {
  return new RegExp(`\\b${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\b`);
}

/** Present names only; a closed service only where its status is said. `text` is everything the reader of one item sees. */
export function namesAreCurrent(file: string, text: string, names: NamesFile): Fault[] {
  const renamed = names.renamed
    .filter(({ old }) => wholeWords(old).test(text) && !HISTORY.test(text))
    .map(({ old, present }) => ({ file, line: 1, message: `"${old}" is called "${present}" today.` }));
  const closed = names.closed
    .filter(({ name }) => wholeWords(name).test(text) && !STATUS.test(text))
    .map(({ name, status }) => ({
      file,
      line: 1,
      message: `"${name}": ${status} Say so in the item, or do without it.`,
    }));
  return [...renamed, ...closed];
}
