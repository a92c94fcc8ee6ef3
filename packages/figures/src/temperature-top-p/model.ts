import { type Rng, seededRng } from '@cairn/kernel';

export const BEGIN = {
  /** Divides the logits; 0 always takes the most likely word. */
  temperature: 1,
  /** Keeps the fewest words whose probabilities reach this sum; in (0, 1]. */
  topP: 1,
  /** Keeps so many of the most likely words. */
  topK: 10,
  seed: 1,
};
export type Setting = typeof BEGIN;

export const PROMPT = 'The customer asked for a';

/** What a model might give as the next word, with its raw scores. */
export const CANDIDATES = [
  { word: 'refund', logit: 4.2 },
  { word: 'replacement', logit: 3.6 },
  { word: 'discount', logit: 3.1 },
  { word: 'receipt', logit: 2.6 },
  { word: 'manager', logit: 2.2 },
  { word: 'copy', logit: 1.7 },
  { word: 'call', logit: 1.4 },
  { word: 'table', logit: 0.9 },
  { word: 'miracle', logit: 0.2 },
  { word: 'giraffe', logit: -1 },
] as const;

export type Candidate = {
  readonly word: string;
  /** After the temperature, before anything is cut. */
  readonly before: number;
  /** What it is drawn with; 0 where it was cut. */
  readonly after: number;
};

/**
 * Probabilities by softmax of logit / temperature, then top-k, then top-p (the smallest set whose mass reaches p,
 * Holtzman et al. 2020), then scaled to sum to one. In the order of the candidates, most likely first.
 */
export function distribution({ temperature, topP, topK }: Omit<Setting, 'seed'>): readonly Candidate[] {
  const before = softmax(
    CANDIDATES.map(({ logit }) => logit),
    temperature,
  );
  const afterK = before.map((share, index) => (index < topK ? share : 0));
  const massK = sum(afterK);
  let mass = 0;
  const kept = afterK.map((share) => {
    const isKept = share > 0 && mass < topP - 1e-12;
    mass += share / massK;
    return isKept ? share : 0;
  });
  const total = sum(kept);
  return CANDIDATES.map(({ word }, index) => ({
    word,
    before: before[index] ?? 0,
    after: (kept[index] ?? 0) / total,
  }));
}

/** @param temperature at least 0; 0 puts everything on the highest logit */
export function softmax(logits: readonly number[], temperature: number): readonly number[] {
  const peak = Math.max(...logits);
  if (temperature === 0) return logits.map((_, index) => (index === logits.indexOf(peak) ? 1 : 0));
  const masses = logits.map((logit) => Math.exp((logit - peak) / temperature));
  const total = sum(masses);
  return masses.map((mass) => mass / total);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export const DRAWS = 20;

/** So many next words, drawn one by one. */
export function sampleWords(candidates: readonly Candidate[], seed: number, draws = DRAWS): readonly string[] {
  const rng = seededRng(seed);
  return Array.from({ length: draws }, () => draw(candidates, rng));
}

function draw(candidates: readonly Candidate[], rng: Rng): string {
  let left = rng.next();
  for (const { word, after } of candidates) {
    left -= after;
    if (left < 0 && after > 0) return word;
  }
  return candidates.findLast(({ after }) => after > 0)?.word ?? ''; // rounding left a trace
}
