import { seedOf } from '@cairn/kernel';
import { conceptsOf } from './concepts.ts';
import { isStopWord, stemOf, weightOfStem, wordsOf } from './words.ts';

const STEM_WEIGHT = 1;
const PAIR_WEIGHT = 0.35;
/** Of all letter groups of a word together: what related spellings and other languages share. */
const LETTERS_WEIGHT = 0.4;
const CONCEPT_WEIGHT = 1.3;
const STOP_WORD_WEIGHT = 0.06;
/** How many places of the vector a feature is spread over. */
const SPREAD = 8;

/**
 * The meaning of a text as a vector of length 1: its words, neighbouring words, letter groups and the company its words
 * keep, hashed into `dimensions` places with signs (feature hashing). The same text gives the same vector everywhere.
 *
 * @param dimensions 256, 512 or 1024, or any other count
 * @returns zeros for a text without letters and digits when `normalize`, else lengths as they add up
 */
export function embed(text: string, dimensions: number, normalize = true): Float64Array {
  const vector = new Float64Array(dimensions);
  for (const [feature, weight] of featuresOf(text)) scatter(vector, feature, weight);
  return normalize ? toUnitLength(vector) : vector;
}

/** Cosine of two vectors of one length; 0 when one is empty. */
export function cosine(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let product = 0;
  let ones = 0;
  let others = 0;
  for (let i = 0; i < one.length; i += 1) {
    const a = one[i] ?? 0;
    const b = other[i] ?? 0;
    product += a * b;
    ones += a * a;
    others += b * b;
  }
  return ones === 0 || others === 0 ? 0 : product / Math.sqrt(ones * others);
}

const WORKING_DIMENSIONS = 512;

/** How near two texts are in meaning: about 0 when unrelated, 1 when they say the same. */
export function similarity(one: string, other: string): number {
  return cosine(embed(one, WORKING_DIMENSIONS), embed(other, WORKING_DIMENSIONS));
}

function featuresOf(text: string): ReadonlyMap<string, number> {
  const features = new Map<string, number>();
  const add = (name: string, weight: number) => features.set(name, (features.get(name) ?? 0) + weight);
  let previous = '';
  for (const word of wordsOf(text)) {
    if (isStopWord(word)) {
      add(`w:${word}`, STOP_WORD_WEIGHT);
      continue;
    }
    const stem = stemOf(word);
    const share = weightOfStem(stem);
    add(`w:${stem}`, STEM_WEIGHT * share);
    if (previous !== '') add(`p:${previous} ${stem}`, PAIR_WEIGHT * share);
    const groups = letterGroups(word);
    for (const group of groups) add(`l:${group}`, (share * LETTERS_WEIGHT) / Math.sqrt(groups.length));
    const concepts = conceptsOf(stem);
    for (const concept of concepts) add(`c:${concept}`, (share * CONCEPT_WEIGHT) / Math.sqrt(concepts.length));
    previous = stem;
  }
  // a word said five times means little more than one said twice
  return new Map([...features].map(([name, weight]) => [name, Math.sign(weight) * Math.log1p(weight)]));
}

function letterGroups(word: string): readonly string[] {
  const framed = `<${word}>`;
  const groups: string[] = [];
  for (let at = 0; at + 4 <= framed.length; at += 1) groups.push(framed.slice(at, at + 4));
  return groups.length > 0 ? groups : [framed];
}

function scatter(vector: Float64Array, feature: string, weight: number): void {
  let hash = seedOf(feature);
  for (let i = 0; i < SPREAD; i += 1) {
    hash = mix(hash + i);
    const place = (hash >>> 1) % vector.length;
    vector[place] = (vector[place] ?? 0) + ((hash & 1) === 0 ? weight : -weight);
  }
}

/** The finalizer of MurmurHash3: near seeds give far values. */
function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function toUnitLength(vector: Float64Array): Float64Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}
