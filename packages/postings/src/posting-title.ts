import type { ReadPosting } from './posting.ts';

const LONGEST = 90;
const WORD = /\p{L}{2}/u;
const GREETING = /^\W*(?:hi|hello|hey|dear|good (?:morning|afternoon|day)|greetings)\b.{0,40}$/i;
const LABEL = /^(?:job title|title|position|role|subject)\s*:\s*/i;

/** What a posting is called where it is shown: its title, else its first line with words, else its file. */
export function postingTitle({ id, title }: Pick<ReadPosting, 'id' | 'title'>, text: string): string {
  const plain = (title ?? firstLine(text))
    .replace(/^[\s#*_>•–-]+|[\s*_]+$/g, '')
    .replace(LABEL, '')
    .replace(/\s+/g, ' ');
  if (plain === '') return id;
  return plain.length <= LONGEST ? plain : `${plain.slice(0, LONGEST - 1).trimEnd()}…`;
}

function firstLine(text: string): string {
  const lines = text.slice(0, 2_000).split(/\r?\n/);
  return lines.find((line) => WORD.test(line) && !GREETING.test(line)) ?? '';
}
