import { lexiconLines, once } from './lexicons.ts';

const REGULAR = 'verb';

/** English words that carry no name and end a key phrase, by their kind: `of` is a preposition, `went` irregular. */
export const functionWords = once((): ReadonlyMap<string, string> => {
  const words = new Map<string, string>();
  for (const line of lexiconLines('english.txt')) {
    const [kind = '', list = ''] = line.split(': ');
    for (const word of list.split(' ')) if (!words.has(word)) words.set(word, kind);
  }
  return words;
});

/** Kind of a word; verbs are known in their regular forms too. */
export function wordKind(lower: string): string | undefined {
  const kind = functionWords().get(lower);
  if (kind) return kind;
  return stems(lower).some((stem) => functionWords().get(stem) === REGULAR) ? REGULAR : undefined;
}

/** What a verb's form may come from: `tried` from `try`, `stopping` from `stop`, `making` from `make`. */
function stems(word: string): string[] {
  const [, stem, end] = /^(.{2,}?)(ies|ied|es|ed|ing|s)$/.exec(word) ?? [];
  if (stem === undefined || end === undefined) return [];
  if (end === 'ies' || end === 'ied') return [`${stem}y`];
  const single = /(.)\1$/.test(stem) ? [stem.slice(0, -1)] : [];
  return [stem, `${stem}e`, ...single];
}
