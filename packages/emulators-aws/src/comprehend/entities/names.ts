import type { EntityType } from '@aws-sdk/client-comprehend';
import { functionWords } from '../function-words.ts';
import type { Span } from '../spans.ts';
import { gazetteer } from './gazetteer.ts';
import { capitalRuns, type Run } from './runs.ts';

const ORGANIZATION_END =
  /^(?:Inc|Corp|Corporation|Ltd|Limited|LLC|LLP|PLC|GmbH|AG|SA|SE|Co|Company|Group|Holdings|University|College|Institute|Bank|Hospital|Airlines|Airways|Agency|Ministry|Department|Association|Foundation|Council|Committee|Party|Union|Club|Insurance|Partners|Labs|Technologies|Systems|Services|Solutions|Motors|Records|Society|Orchestra|Museum)$/;
const ORGANIZATION_START = /^(?:University|Bank|Ministry|Department|Institute|Bureau)$/;
const PLACE_END =
  /^(?:Street|Avenue|Road|Boulevard|River|Lake|Mountain|Mountains|Ocean|Sea|Bay|Island|Islands|Park|Valley|County|City|Airport|Station|Bridge|Square|Beach|Desert|Forest|Hills)$/;
const PLACE_START = /^(?:Lake|Mount|Fort|Port|Cape|Saint|San|Santa|Los|Las)$/;
const EVENT_END =
  /^(?:Conference|Festival|Championship|Championships|Cup|War|Summit|Olympics|Expo|Marathon|Awards|Revolution|Day)$/;
const PLACE_BEFORE = /\b(?:in|at|from|near|to|across|throughout|visit(?:ed|ing)?)\s+$/i;
/** `IBM` or `YouTube`: no sentence gives those capitals. */
const CAPITALS_INSIDE = /^(?:\p{Lu}{2,5}|\p{Lu}?\p{Ll}+\p{Lu}\p{Ll}*)$/u;
/** Words that a capital at the beginning of a sentence says nothing about. */
const NO_NAMES =
  /^(?:Dear|Hello|Hi|Thanks|Thank|Please|Yes|No|Ok|Okay|Sorry|Regards|Sincerely|Best|Great|Good|Bad|Very)$/;

/** Places, organisations, things and events among the words with a capital; people are found elsewhere. */
export function findNames(text: string): Span<EntityType>[] {
  return capitalRuns(text).flatMap((whole) => {
    const run = withoutOpening(whole);
    if (!run) return [];
    const known = knownNames(run);
    if (known.length > 0) return known;
    const kind = bySigns(run) ?? byPlace(text, run);
    return kind ? [{ ...kind, start: run.start, end: run.end }] : [];
  });
}

const KNOWN: readonly (readonly ['place' | 'organization' | 'item' | 'event', EntityType])[] = [
  ['event', 'EVENT'],
  ['organization', 'ORGANIZATION'],
  ['item', 'COMMERCIAL_ITEM'],
  ['place', 'LOCATION'],
];

/** The longest names of the gazetteer in a run, unless its end says what it is as a whole. */
function knownNames(run: Run): Span<EntityType>[] {
  const whole = bySigns(run);
  if (whole) return [];
  const found: Span<EntityType>[] = [];
  for (let from = 0; from < run.words.length; from++) {
    for (let to = run.words.length; to > from; to--) {
      const words = run.words.slice(from, to);
      const type = lookUp(words.map(({ text }) => text).join(' '));
      const [first, last] = [words[0], words.at(-1)];
      if (!type || !first || !last) continue;
      found.push({ type, start: first.start, end: last.end, score: 0.99 });
      from = to - 1;
      break;
    }
  }
  return found;
}

function lookUp(name: string): EntityType | undefined {
  const names = gazetteer();
  const plain = name.replace(/['’]s$/, '');
  return KNOWN.find(([kind]) => names[kind].has(plain))?.[1];
}

/** What a name's first or last word tells: `Acme Corp`, `Lake Constance`. */
function bySigns({ words }: Run): { readonly type: EntityType; readonly score: number } | undefined {
  if (words.length < 2) return undefined;
  const [first = '', last = ''] = [words[0]?.text, words.at(-1)?.text];
  if (ORGANIZATION_END.test(last)) return { type: 'ORGANIZATION', score: 0.97 };
  if (ORGANIZATION_START.test(first)) return { type: 'ORGANIZATION', score: 0.95 };
  if (EVENT_END.test(last)) return { type: 'EVENT', score: 0.9 };
  return PLACE_END.test(last) || PLACE_START.test(first) ? { type: 'LOCATION', score: 0.95 } : undefined;
}

/** Without a first word that has its capital from the sentence. */
function withoutOpening(run: Run): Run | undefined {
  const [first, ...rest] = run.words;
  if (!run.opensSentence || !first) return run;
  if (!functionWords().has(first.lower) && !NO_NAMES.test(first.text)) return run;
  const [next] = rest;
  return next ? { ...run, words: rest, start: next.start, opensSentence: false } : undefined;
}

/** A guess by the letters and the word before. */
function byPlace(text: string, run: Run): { readonly type: EntityType; readonly score: number } | undefined {
  const [word] = run.words;
  if (!word || functionWords().has(word.lower)) return undefined;
  if (run.opensSentence && run.words.length === 1 && !CAPITALS_INSIDE.test(word.text)) return undefined;
  if (PLACE_BEFORE.test(text.slice(Math.max(0, run.start - 14), run.start))) return { type: 'LOCATION', score: 0.62 };
  if (/^\p{Lu}{2}$/u.test(word.text) && /\p{L}, $/u.test(text.slice(Math.max(0, run.start - 3), run.start))) {
    return { type: 'LOCATION', score: 0.8 }; // a state after its city
  }
  if (/\d/.test(text.slice(run.start, run.end))) return { type: 'COMMERCIAL_ITEM', score: 0.6 };
  if (/^\p{Lu}{2,5}$/u.test(word.text)) return { type: 'ORGANIZATION', score: 0.66 };
  return { type: run.words.length > 1 ? 'ORGANIZATION' : 'OTHER', score: 0.5 };
}
