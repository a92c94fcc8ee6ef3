import type { SentimentScore, SentimentType } from '@aws-sdk/client-comprehend';
import { lexiconLines, once } from './lexicons.ts';
import { type Token, tokenize } from './tokens.ts';

/** Words of a language: how good or bad they are, and those that change the words after them. */
interface Lexicon {
  /** From -3 to 3; two words are joined by `_`. */
  readonly weights: Map<string, number>;
  readonly not: Set<string>;
  readonly very: Set<string>;
  readonly little: Set<string>;
  readonly but: Set<string>;
}

export const SENTIMENT_LANGUAGES: readonly string[] = ['en', 'es', 'fr', 'de'];

const lexicons = once(() => {
  const all = new Map<string, Lexicon>();
  for (const line of lexiconLines('sentiment.txt')) {
    const [language = '', role = '', ...words] = line.split(' ');
    const lexicon = all.get(language) ?? emptyLexicon();
    all.set(language, lexicon);
    if (role === 'not' || role === 'very' || role === 'little' || role === 'but') {
      for (const word of words) lexicon[role].add(word);
    } else for (const word of words) lexicon.weights.set(word, Number(role));
  }
  return all;
});

const emptyLexicon = (): Lexicon => ({
  weights: new Map(),
  not: new Set(),
  very: new Set(),
  little: new Set(),
  but: new Set(),
});

/** How many words before a word can turn or strengthen it. */
const REACH = 3;
const NEGATED = -0.7;
const MUCH = 1.3;
const SLIGHTLY = 0.6;
const EXCLAIMED = 0.1;

/** What speaks for and against in a text, and whether a word such as `but` stands between. */
interface Evidence {
  readonly good: number;
  readonly bad: number;
  readonly isContrasted: boolean;
}

/** Sentiment of a text of a language of SENTIMENT_LANGUAGES. The scores sum to 1. */
export function sentimentOf(
  text: string,
  language: string,
): { Sentiment: SentimentType; SentimentScore: SentimentScore } {
  const lexicon = lexicons().get(language) ?? emptyLexicon();
  const [Positive = 0, Negative = 0, Neutral = 0, Mixed = 0] = shares(evidenceOf(text, lexicon));
  const named = { POSITIVE: Positive, NEGATIVE: Negative, NEUTRAL: Neutral, MIXED: Mixed };
  const kinds = ['POSITIVE', 'NEGATIVE', 'NEUTRAL', 'MIXED'] as const;
  const sentiment = kinds.reduce((best, kind) => (named[kind] > named[best] ? kind : best));
  return { Sentiment: sentiment, SentimentScore: { Positive, Negative, Neutral, Mixed } };
}

function evidenceOf(text: string, lexicon: Lexicon): Evidence {
  const words = tokenize(text);
  const stress = 1 + EXCLAIMED * Math.min(3, text.split('!').length - 1);
  let good = 0;
  let bad = 0;
  for (let at = 0; at < words.length; at++) {
    const weight = stress * weightAt(words, at, lexicon);
    if (weight > 0) good += weight;
    else bad -= weight;
  }
  return { good, bad, isContrasted: words.some(({ lower }) => lexicon.but.has(lower)) };
}

/** Weight of a word in its place; 0 for one without. */
function weightAt(words: readonly Token[], at: number, lexicon: Lexicon): number {
  const word = words[at]?.lower ?? '';
  const pair = lexicon.weights.get(`${words[at - 1]?.lower}_${word}`);
  const weight = pair ?? lexicon.weights.get(word);
  return weight === undefined ? 0 : weight * factorBefore(words, pair === undefined ? at : at - 1, lexicon);
}

/** What the words before a place do to the one there: turn it, strengthen it or weaken it. */
function factorBefore(words: readonly Token[], at: number, { not, very, little, but }: Lexicon): number {
  let factor = 1;
  for (const { lower } of words.slice(Math.max(0, at - REACH), at).reverse()) {
    if (but.has(lower)) return factor;
    if (not.has(lower)) factor *= NEGATED;
    else if (very.has(lower)) factor *= MUCH;
    else if (little.has(lower)) factor *= SLIGHTLY;
  }
  return factor;
}

/** Positive, negative, neutral, mixed: a softmax; the constants were set by hand on sentences of the tests. */
function shares({ good, bad, isContrasted }: Evidence): number[] {
  const most = Math.max(good, bad);
  const balance = most === 0 ? 0 : Math.min(1, (1.6 * Math.min(good, bad)) / most);
  const logits = [
    1.1 * good - 0.35 * bad,
    1.1 * bad - 0.35 * good,
    1.6 - 0.15 * (good + bad),
    1.1 * (good + bad) * balance - 2.5 + (isContrasted && balance > 0 ? 0.8 : 0),
  ];
  const peak = Math.max(...logits);
  const masses = logits.map((logit) => Math.exp(logit - peak));
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  return masses.map((mass) => mass / total);
}
