import type { Span } from '../spans.ts';
import { gazetteer } from './gazetteer.ts';
import { capitalRuns, type Run } from './runs.ts';

const TITLES: ReadonlySet<string> = new Set([
  'Mr',
  'Mrs',
  'Ms',
  'Miss',
  'Dr',
  'Prof',
  'Professor',
  'Sir',
  'Madam',
  'Señor',
]);
/** The words before somebody's name. */
const INTRODUCTION =
  /\b(?:my name is|name:|i am called|this is|call me|signed,|dear|regards,|sincerely,|me llamo)\s+$/i;
const SIGNS_AFTER_FIRST = 0.995;

/** Names of people: a known first name, a title before, or words that introduce a name. */
export function findPeople(text: string): Span<'PERSON'>[] {
  return capitalRuns(text).flatMap((run) => {
    const span = personIn(text, run);
    return span ? [span] : [];
  });
}

function personIn(text: string, run: Run): Span<'PERSON'> | undefined {
  const { first } = gazetteer();
  const at = run.words.findIndex(({ text: word }) => TITLES.has(word) || first.has(word));
  const word = run.words[at];
  if (!word) return introduced(text, run);
  const isTitle = TITLES.has(word.text);
  const head = isTitle ? run.words[at + 1] : word;
  if (!head) return undefined;
  const tail = run.words.slice(run.words.indexOf(head), run.words.indexOf(head) + 3);
  const isAlone = tail.length === 1 && !isTitle;
  if (isAlone && isSurnameOnly(text, run)) return undefined;
  const end = tail.at(-1)?.end ?? head.end;
  return { type: 'PERSON', start: head.start, end, score: isAlone ? 0.96 : SIGNS_AFTER_FIRST };
}

/** A lone first name inside a longer name of something, such as `Victoria Station`, is no person. */
const isSurnameOnly = (text: string, { words }: Run): boolean =>
  words.length > 1 && /^\s+(?:Station|Street|Road|Park|University|Hospital)\b/.test(text.slice(words[0]?.end));

function introduced(text: string, run: Run): Span<'PERSON'> | undefined {
  const [word] = run.words;
  if (!word || !INTRODUCTION.test(text.slice(Math.max(0, word.start - 20), word.start))) return undefined;
  if (/^(?:Sir|Madam|Customer|Team|All|The|A|An)$/.test(word.text)) return undefined;
  const last = run.words.slice(0, 3).at(-1) ?? word;
  return { type: 'PERSON', start: word.start, end: last.end, score: 0.97 };
}
