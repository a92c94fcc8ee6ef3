import { CLASS, EDGES, SEPARATOR, SKIP } from './fold.ts';
import { hashOf } from './words.ts';

/**
 * A deterministic automaton over character classes, walked from each start of a word. (Names begin at the start of a
 * word, so the failure links of Aho–Corasick would never be taken; the walk fails within three characters as a rule.)
 * State 0 is dead, state 1 the root. Most states have one way on, to the state after them: they cost a byte, so that an
 * automaton stays in the processor's cache.
 */
export type Trie = {
  /** By state: the class of the only way on, or 0. */
  readonly only: Uint8Array;
  /** By state that has no only way: its row in `next`; row 0 leads nowhere. */
  readonly rows: Uint16Array;
  /** By row and class: the state to go on to, or 0. */
  readonly next: Uint16Array;
  /** By state: 0, or 1 + the place in `phrases`. */
  readonly ends: Uint16Array;
  /** Which phrases end in a state, as numbers of the caller. */
  readonly phrases: readonly (readonly number[])[];
  /** By three classes (`headOf`), a bit: whether any phrase begins so. Nine words of ten are turned away here. */
  readonly heads: Uint8Array;
  /** By two classes: whether a phrase of one or two characters begins so. */
  readonly shorts: Uint8Array;
  /** By the hash of a word, a bit: whether any phrase has it for its first word, perhaps behind a dot (".NET"). */
  readonly words: Uint8Array;
};

/** Classes are below 64. */
const BITS = 6;

export const ROOT = 1;

/** @throws RangeError beyond 65,535 states: some 5,000 names of ordinary length. */
export function buildTrie(texts: readonly string[]): Trie {
  const builder = newBuilder(texts.reduce((sum, text) => sum + text.length + 1, 2));
  texts.forEach((text, index) => {
    insert(builder, text, index);
  });
  return { ...compact(builder), phrases: builder.phrases, ...headsOf(builder), words: firstWords(texts) };
}

/** The state that a character of this class leads to, or 0. */
export function follow({ only, rows, next }: Trie, state: number, edge: number): number {
  const way = only[state] as number;
  if (way !== 0) return way === edge ? state + 1 : 0;
  return edge < EDGES ? (next[(rows[state] as number) * EDGES + edge] as number) : 0;
}

/** Whether a phrase may begin with characters of these classes; a class that is skipped may hide anything. */
export function mayBegin(
  { heads, shorts }: Trie,
  first: number,
  second: number,
  third: number,
  isOpen: boolean,
): boolean {
  const pair = (first << BITS) | second;
  if (isOpen && shorts[pair] === 1) return true;
  return ((heads[((pair << BITS) | third) >> 3] ?? 0) & (1 << (third & 7))) !== 0;
}

const WORD_BITS = 16;

function placeOf(key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> (32 - WORD_BITS);
}

/** A word, and the classes of the two characters behind it. */
function keyOf(hash: number, next: number, afterNext: number): number {
  return (hash + Math.imul(((next << BITS) | afterNext) + 1, 0x85ebca6b)) | 0;
}

function hasKey(words: Uint8Array, key: number): boolean {
  const place = placeOf(key);
  return ((words[place >> 3] ?? 0) & (1 << (place & 7))) !== 0;
}

/** Whether a phrase may begin with a whole word, by its hash (`hashOf`): few are let through that do not. */
export function mayBeginWithWord({ words }: Trie, hash: number): boolean {
  return hasKey(words, hash);
}

/** Whether one may begin so if these are the classes of the two characters behind the word. */
export function mayGoOn({ words }: Trie, hash: number, next: number, afterNext: number): boolean {
  if (hasKey(words, keyOf(hash, ANY, ANY))) return true;
  return next !== 0 && (afterNext === SEPARATOR || afterNext === SKIP || hasKey(words, keyOf(hash, next, afterNext)));
}

/** No class: behind a word that is a phrase by itself anything may stand. */
const ANY = 0;

function firstWords(texts: readonly string[]): Uint8Array {
  const words = new Uint8Array(1 << (WORD_BITS - 3));
  const add = (key: number) => {
    const place = placeOf(key);
    words[place >> 3] = (words[place >> 3] ?? 0) | (1 << (place & 7));
  };
  for (const text of texts) {
    // Without its apostrophe: "dont" is written for "don't"; one that is there makes the walk begin in any case.
    const seen = [...text].filter((unit) => CLASS[unit.charCodeAt(0)] !== SKIP).join('');
    const [, word = '', rest = ''] = /^\.?([a-z]+|\d+)(.*)$/is.exec(seen) ?? [];
    const [next = ANY, afterNext = ANY] = Array.from(rest, (unit) => CLASS[unit.charCodeAt(0)] ?? ANY);
    add(hashOf(word));
    add(rest.length < 2 ? keyOf(hashOf(word), ANY, ANY) : keyOf(hashOf(word), next, afterNext));
  }
  return words;
}

function headsOf({ next, ends }: Builder): Pick<Trie, 'heads' | 'shorts'> {
  const heads = new Uint8Array(1 << (3 * BITS - 3));
  const shorts = new Uint8Array(1 << (2 * BITS));
  for (let first = 0; first < EDGES; first += 1) {
    const one = next[ROOT * EDGES + first] ?? 0;
    if (one === 0) continue;
    const pairs = first << BITS;
    if (ends[one] !== 0) shorts.fill(1, pairs, pairs + (1 << BITS));
    heads.fill(0xff, ((pairs | SKIP) << BITS) >> 3, ((pairs | SKIP) + 1) << (BITS - 3));
    for (let second = 0; second < EDGES; second += 1) {
      const two = next[one * EDGES + second] ?? 0;
      if (two !== 0) markThirds(next, ends, two, pairs | second, heads, shorts);
    }
  }
  return { heads, shorts };
}

function markThirds(
  next: Uint16Array,
  ends: Uint16Array,
  state: number,
  pair: number,
  heads: Uint8Array,
  shorts: Uint8Array,
): void {
  if (ends[state] !== 0) shorts[pair] = 1;
  for (let third = 0; third <= SKIP; third += 1) {
    if (third !== SKIP && (third >= EDGES || next[state * EDGES + third] === 0)) continue;
    const place = (pair << BITS) | third;
    heads[place >> 3] = (heads[place >> 3] ?? 0) | (1 << (third & 7));
  }
}

/** `next` by state and class. */
type Builder = { states: number; next: Uint16Array; ends: Uint16Array; phrases: number[][] };

function newBuilder(most: number): Builder {
  return { states: 2, next: new Uint16Array(most * EDGES), ends: new Uint16Array(most), phrases: [] };
}

type Compact = Pick<Trie, 'only' | 'rows' | 'next' | 'ends'>;

/** Numbers the states anew, each before those that it leads to and right before the first of them. */
function compact(builder: Builder): Compact {
  const { states } = builder;
  const order = preorder(builder);
  const numbers = new Uint16Array(states);
  for (let state = ROOT; state < states; state += 1) numbers[order[state] as number] = state;
  const only = new Uint8Array(states);
  const rows = new Uint16Array(states);
  const next: number[] = new Array(EDGES).fill(0);
  for (let state = ROOT; state < states; state += 1) {
    const ways = waysOf(builder, order[state] as number);
    if (ways.length === 1) only[state] = ways[0] as number;
    if (ways.length < 2) continue;
    const row = builder.next.subarray((order[state] as number) * EDGES, ((order[state] as number) + 1) * EDGES);
    rows[state] = next.length / EDGES;
    for (const old of row) next.push(numbers[old] as number);
  }
  const ends = Uint16Array.from({ length: states }, (_, state) => builder.ends[order[state] as number] as number);
  return { only, rows, next: Uint16Array.from(next), ends };
}

/** Old states by new numbers. */
function preorder(builder: Builder): Uint16Array {
  const order = new Uint16Array(builder.states);
  const open = [ROOT];
  let count = ROOT;
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    order[count] = state;
    count += 1;
    for (const edge of waysOf(builder, state).reverse()) open.push(builder.next[state * EDGES + edge] as number);
  }
  return order;
}

function waysOf({ next }: Builder, state: number): number[] {
  const ways: number[] = [];
  for (let edge = 1; edge < EDGES; edge += 1) if (next[state * EDGES + edge] !== 0) ways.push(edge);
  return ways;
}

function insert(builder: Builder, text: string, phrase: number): void {
  let state = ROOT;
  for (const edge of edgesOf(text)) {
    const at = state * EDGES + edge;
    if (builder.next[at] === 0) {
      if (builder.states > 0xffff) throw new RangeError('too many names for one lexicon');
      builder.next[at] = builder.states;
      builder.states += 1;
    }
    state = builder.next[at] ?? 0;
  }
  const place = builder.ends[state] ?? 0;
  if (place > 0) builder.phrases[place - 1]?.push(phrase);
  else builder.ends[state] = builder.phrases.push([phrase]);
}

function edgesOf(text: string): number[] {
  const edges: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const edge = CLASS[text.charCodeAt(at)] ?? 0;
    if (edge === SKIP || (edge === SEPARATOR && edges.at(-1) === SEPARATOR)) continue;
    if (edge === 0 || edge >= EDGES) throw new RangeError(`"${text}" has a character that no name may have`);
    edges.push(edge);
  }
  return edges;
}
