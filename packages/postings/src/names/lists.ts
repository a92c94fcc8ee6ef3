import { SHAPE } from '../text/fold.ts';
import type { Occurrence } from './occurrences.ts';

/** How a name is joined to the next one: by "or" or a slash, by "and", by a comma or the like, or not at all. */
export type Link = 'or' | 'and' | 'comma' | 'none';

const LONGEST_GAP = 70;
const KIND_WORDS =
  '(?:\\b(?:AI|ML|cloud|managed|native|data|services?|tools?|stack|ecosystem|platforms?|suite|products|components|cognitive|such as|like|including|e\\.g\\.,?|incl\\.?|i\\.e\\.,?|especially|framework|frameworks|libraries|clusters?|functions|models?|warehouse|programming|scripting|databases?|else|perhaps|maybe|possibly|even|some|mostly|mainly|good|solid|basic|idiomatic|a little|(?:a )?bits? of|a touch of)\\b[.,]?\\s*)*';
const SEPARATORS =
  '(?:[,;/|&+•·~>¦∙‧()\\[\\]:=\\-–—*_"“”\'’]|\\bplus\\b|\\band/or\\b|\\band\\b|\\bor\\b(?:\\s(?:on|in|with)\\b)?|\\s)';
/** Words of a list that are no names we know: up to two items of three words. */
const OTHER_ITEMS = '(?:[\\w.#+-]+(?: [\\w.#+-]+){0,2}\\s*(?:[,/;|&+•·()]|\\band\\b|\\bor\\b)\\s*){0,2}';
const GAP = new RegExp(`^\\s*${KIND_WORDS}${SEPARATORS}+${KIND_WORDS}${OTHER_ITEMS}${SEPARATORS}*$`, 'i');
const PLAIN_GAP = /^\s*(?:[,/]|or|and|and\/or|&)\s*$/i;

/** How two names, one after the other, hang together. */
export function linkBetween(text: string, left: Occurrence, right: Occurrence): Link {
  const length = right.start - left.end;
  if (length > LONGEST_GAP) return 'none';
  if (length === 2 && text.charCodeAt(left.end) === 0x2c) return 'comma';
  const gap = text.slice(left.end, right.start);
  if (!PLAIN_GAP.test(gap) && !GAP.test(gap)) return 'none';
  const words = gap.toLowerCase();
  if (words.includes('/') || hasWord(words, 'or')) return 'or';
  return words.includes('&') || hasWord(words, 'and') ? 'and' : 'comma';
}

function hasWord(gap: string, word: string): boolean {
  const at = gap.indexOf(word);
  if (at < 0) return false;
  const isLetter = (place: number) => (SHAPE[gap.charCodeAt(place)] ?? 0) !== 0;
  return !(at > 0 && isLetter(at - 1)) && !isLetter(at + word.length);
}

/** The first and last place of the list around a name, looking at most `reach` names to each side. */
export function listAround(text: string, names: readonly Occurrence[], place: number, reach: number): [number, number] {
  let first = place;
  let last = place;
  while (first > 0 && place - first < reach && isLinked(text, names, first - 1)) first -= 1;
  while (last < names.length - 1 && last - place < reach && isLinked(text, names, last)) last += 1;
  return [first, last];
}

function isLinked(text: string, names: readonly Occurrence[], left: number): boolean {
  const one = names[left];
  const two = names[left + 1];
  return one !== undefined && two !== undefined && linkBetween(text, one, two) !== 'none';
}
