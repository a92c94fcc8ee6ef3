import { type Token, tokenize } from '../tokens.ts';

/** Words with a capital that follow each other, such as `Bank of America`. */
export interface Run {
  readonly words: readonly Token[];
  readonly start: number;
  readonly end: number;
  /** The capital of its first word may come from the sentence. */
  readonly opensSentence: boolean;
}

const CAPITAL = /^(?:\p{Lu}|[a-z]\p{Lu})/u;
/** Small words inside names; a name does not end with one. */
const LINKS: ReadonlySet<string> = new Set(['of', 'de', 'del', 'da', 'di', 'van', 'von', 'der']);
/** What may stand between two words of a name. */
const GAP = /^(?: | & |\. )$/;
/** A company's form may follow a comma. */
const FORM = /^(?:Inc|LLC|Ltd|Corp|LLP|GmbH)$/;
/** A point after these does not end a sentence. */
const SHORTENED = /(?:^|\s)(?:Mr|Mrs|Ms|Dr|Prof|St|[A-Z])$/;
/** Longer rows of capitals are headlines. */
const MOST_WORDS = 8;
const PRONOUN = /^I(?:'|$)/;

export function capitalRuns(text: string): Run[] {
  const runs: Run[] = [];
  let words: Token[] = [];
  const close = () => {
    while (words.length > 0 && LINKS.has(words.at(-1)?.text ?? '')) words = words.slice(0, -1);
    const [first, last] = [words[0], words.at(-1)];
    if (first && last) {
      runs.push({ words, start: first.start, end: last.end, opensSentence: opensSentence(text, first.start) });
    }
    words = [];
  };
  for (const word of tokenize(text)) {
    const before = words.at(-1);
    if (before && (words.length === MOST_WORDS || !isJoined(text, before, word))) close();
    const isName = CAPITAL.test(word.text) && !PRONOUN.test(word.text.replace('’', "'"));
    if (isName || (words.length > 0 && LINKS.has(word.text))) words.push(word);
    else close();
  }
  close();
  return runs;
}

function isJoined(text: string, before: Token, word: Token): boolean {
  const gap = text.slice(before.end, word.start);
  if (gap === ', ') return FORM.test(word.text);
  return GAP.test(gap) && (!gap.startsWith('.') || SHORTENED.test(text.slice(Math.max(0, before.end - 6), before.end)));
}

/** Only the dozen characters before count: a text of names is not read from its beginning for each. */
const opensSentence = (text: string, start: number): boolean =>
  /(?:^|[.!?:\n"“])\s*["“(]?$/.test(text.slice(Math.max(0, start - 12), start));
