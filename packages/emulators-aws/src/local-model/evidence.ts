import { areRelated, conceptsOf } from './concepts.ts';
import { cosine, embed } from './embedding.ts';
import type { Passage } from './passages.ts';
import { sentencesOf, stemOf, termsOf, weightOfStem } from './words.ts';

export interface Evidence {
  readonly sentence: string;
  readonly marker: string;
  /** How well the sentence answers the question: 0 not at all, about 1 in full. */
  readonly score: number;
  /** Place in the context, to tell what was found in its order. */
  readonly order: number;
}

const RELATED_CREDIT = 0.7;
const NEIGHBOUR_CREDIT = 0.6;
const UNKNOWN_NAME = 0.2;

/** Shape of what a question asks for, and how its answer looks. */
const ASKED: readonly (readonly [question: RegExp, answer: RegExp])[] = [
  [
    /\bhow (?:many|much|long|old|far|tall|big|often)\b|\bpercent|\bnumber of\b/i,
    /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|twice|once|free|daily|weekly|monthly)\b/i,
  ],
  [
    /\bwhen\b|\bwhat (?:time|date|day|year)\b|\bdeadline\b/i,
    /\d|\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|daily|weekly|monthly|noon|midnight|morning)\b/i,
  ],
  [/\bwho\b|\bwhose\b/i, /(?<!^)\b\p{Lu}\p{Ll}+|\b(?:team|manager|department|officer|office|administrator|owner)\b/u],
  [/\bwhere\b/i, /\b(?:in|at|on|near|under|to|from|page|portal|room|floor|street)\b/i],
  [/\bwhy\b/i, /\b(?:because|since|so that|due to|in order|to (?:avoid|prevent|protect|keep))\b/i],
];

/** Sentences of the passages, the best answer to `question` first. */
export function rankEvidence(question: string, passages: readonly Passage[]): readonly Evidence[] {
  const terms = [...new Set(termsOf(question))];
  const texts = passages.map(({ marker, text }) => ({ marker, sentences: sentencesOf(text), terms: termsOf(text) }));
  const weights = new Map(terms.map((term) => [term, weightOfStem(term)]));
  const asked: Asked = { question, weights, vector: embed(question, DIMENSIONS) };
  const isForeign = namesUnknownTo(question, passages);
  let order = 0;
  const all = texts.flatMap(({ marker, sentences, terms: around }) =>
    sentences.map((sentence, at): Evidence => {
      const near = new Set([...around.slice(0, 12), ...termsOf(sentences[at - 1] ?? '')]);
      const score = scoreSentence(asked, sentence, near) - (isForeign ? UNKNOWN_NAME : 0);
      order += 1;
      return { sentence, marker, score, order };
    }),
  );
  return all.sort((a, b) => b.score - a.score || a.order - b.order);
}

/** Whether the question is about somebody or something by name that no passage names. */
function namesUnknownTo(question: string, passages: readonly Passage[]): boolean {
  const names = question.match(/(?<=\S\s+)\p{Lu}[\p{L}\p{N}-]+/gu) ?? [];
  const known = passages.map(({ marker, text }) => `${marker} ${text}`.toLowerCase()).join(' ');
  return names.some((name) => !known.includes(stemOf(name.toLowerCase())));
}

interface Asked {
  readonly question: string;
  readonly weights: ReadonlyMap<string, number>;
  readonly vector: Float64Array;
}

const DIMENSIONS = 512;

function scoreSentence({ question, weights, vector }: Asked, sentence: string, near: ReadonlySet<string>): number {
  const own = new Set(termsOf(sentence));
  let got = 0;
  let total = 0;
  for (const [term, weight] of weights) {
    total += weight;
    got += weight * Math.max(creditFor(term, own), NEIGHBOUR_CREDIT * creditFor(term, near));
  }
  const coverage = total === 0 ? 0 : got / total;
  const shaped = shapeOf(question, sentence);
  return 0.75 * coverage + 0.25 * Math.max(0, cosine(vector, embed(sentence, DIMENSIONS))) + shaped;
}

function creditFor(term: string, words: ReadonlySet<string>): number {
  if (words.has(term)) return 1;
  if (conceptsOf(term).length === 0) return 0;
  for (const word of words) if (areRelated(term, word)) return RELATED_CREDIT;
  return 0;
}

/** A little more for a sentence that has the kind of thing asked for, less for one that lacks it. */
function shapeOf(question: string, sentence: string): number {
  const kind = ASKED.find(([asked]) => asked.test(question));
  if (!kind) return sentence.endsWith('?') ? -0.2 : 0;
  return kind[1].test(sentence) ? 0.1 : -0.12;
}
