import type { SectionKind } from '../context/heading-phrases.ts';
import type { SentenceNames } from './alternatives.ts';
import type { Occurrence } from './occurrences.ts';

/** A sentence with its names and cues, in its section. */
export type Sentence = SentenceNames & {
  readonly end: number;
  readonly section: SectionKind;
  /** All that its cues say: bits of `CUE`. */
  readonly said: number;
};

/** Parts that are about the work. */
export const ASKED_SECTIONS: ReadonlySet<SectionKind> = new Set([
  'requirements',
  'preferred',
  'stack',
  'duties',
  'title',
]);

/** Characters between a name and words that are beside it. */
export const BESIDE = 30;

const LONGEST_BEFORE = 200;
const LONGEST_AFTER = 60;

/** What the sentence says before a name, as far as it matters. */
export function beforeName({ text, start }: Sentence, name: Occurrence): string {
  return text.slice(Math.max(start, name.start - LONGEST_BEFORE), name.start);
}

/** What the sentence says right after a name. */
export function afterName({ text, end }: Sentence, name: Occurrence): string {
  return text.slice(name.end, Math.min(end, name.end + LONGEST_AFTER));
}
