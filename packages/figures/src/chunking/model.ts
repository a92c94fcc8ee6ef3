import { QUESTIONS, type QuestionId, SECTIONS } from './document.ts';
import { similarities } from './similarity.ts';

export const STRATEGIES = ['fixed', 'sentences', 'headings'] as const;
export type Strategy = (typeof STRATEGIES)[number];

export const BEGIN = {
  strategy: 'fixed' as Strategy,
  /** Words of a chunk at most. */
  size: 30,
  /** Words that a chunk repeats from the one before, as a share of its size; in [0, 0.5]. */
  overlap: 0,
  question: 'headphones' as QuestionId,
  /** Chunks that are put into the prompt. */
  retrieved: 2,
};
export type Setting = typeof BEGIN;

export type Word = {
  readonly text: string;
  readonly section: number;
  readonly sentence: number;
  readonly isHeading: boolean;
};

/** The document word by word; sentences are counted over the whole of it, and a heading is one. */
export const WORDS: readonly Word[] = wordsOf();

function wordsOf(): Word[] {
  let sentence = 0;
  return SECTIONS.flatMap(({ heading, sentences }, section) =>
    [heading, ...sentences].flatMap((text, index) => {
      const own = sentence;
      sentence += 1;
      return text.split(' ').map((word) => ({ text: word, section, sentence: own, isHeading: index === 0 }));
    }),
  );
}

/** Words from `from` up to, not including, `to`. */
export type Span = { readonly from: number; readonly to: number };

/** Chunks in the order of the document; they cover every word. */
export function chunksOf({ strategy, size, overlap }: Pick<Setting, 'strategy' | 'size' | 'overlap'>): readonly Span[] {
  const units = unitsOf(strategy);
  const repeat = Math.floor(size * overlap);
  const chunks: Span[] = [];
  let first = 0;
  while (first < units.length) {
    const last = lastThatFits(units, first, size);
    chunks.push({ from: units[first]?.from ?? 0, to: units[last]?.to ?? 0 });
    if (last === units.length - 1) break;
    first = nextStart(units, { first, last }, repeat, size);
  }
  return chunks;
}

/** What is never cut: a word, a sentence, or a whole section with its heading. */
function unitsOf(strategy: Strategy): readonly Span[] {
  if (strategy === 'fixed') return WORDS.map((_, from) => ({ from, to: from + 1 }));
  const key = strategy === 'sentences' ? 'sentence' : 'section';
  const starts = WORDS.flatMap((word, index) => (index === 0 || WORDS[index - 1]?.[key] !== word[key] ? [index] : []));
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? WORDS.length }));
}

/** At least one unit, and as many as the size holds; sections stand alone, however long they are. */
function lastThatFits(units: readonly Span[], first: number, size: number): number {
  const from = units[first]?.from ?? 0;
  let last = first;
  while (last + 1 < units.length && (units[last + 1]?.to ?? 0) - from <= size) last += 1;
  return last;
}

/** As many whole units repeated as fit into `repeat` words and leave room for the next one, but never all of them. */
function nextStart(units: readonly Span[], chunk: { first: number; last: number }, repeat: number, size: number) {
  const { first, last } = chunk;
  const end = units[last]?.to ?? 0;
  const goal = units[last + 1]?.to ?? end;
  const fits = (from: number) => end - from <= repeat && goal - from <= size;
  let start = last + 1;
  while (start - 1 > first && fits(units[start - 1]?.from ?? 0)) start -= 1;
  return start;
}

export const textOf = ({ from, to }: Span): string =>
  WORDS.slice(from, to)
    .map(({ text }) => text)
    .join(' ');

/** Where the words that answer a question stand. */
export function answerOf(id: QuestionId): Span {
  const { from, to } = QUESTIONS.find((one) => one.id === id) ?? QUESTIONS[0];
  const start = placeOf(from);
  return { from: start, to: placeOf(to, start) + to.split(' ').length };
}

function placeOf(phrase: string, after = 0): number {
  const words = phrase.split(' ');
  return WORDS.findIndex((_, at) => at >= after && words.every((word, index) => WORDS[at + index]?.text === word));
}

export type Chunk = Span & {
  readonly similarity: number;
  /** 1 for the best; undefined where it is not put into the prompt. */
  readonly rank: number | undefined;
};

export type Retrieval = {
  readonly chunks: readonly Chunk[];
  /** Whether the prompt holds the answer in one chunk, in pieces, in part, or not at all. */
  readonly answer: 'whole' | 'in pieces' | 'part' | 'missing';
  /** Chunks that hold some of the answer. */
  readonly pieces: number;
  readonly promptWords: number;
};

/** The chunks most similar to the question by tf-idf, and what of the answer is in them. */
export function retrieve(setting: Setting): Retrieval {
  const spans = chunksOf(setting);
  const question = QUESTIONS.find(({ id }) => id === setting.question) ?? QUESTIONS[0];
  const scores = similarities(question.text, spans.map(textOf));
  const order = spans.map((_, index) => index).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const chunks = spans.map((span, index): Chunk => {
    const place = order.indexOf(index);
    return { ...span, similarity: scores[index] ?? 0, rank: place < setting.retrieved ? place + 1 : undefined };
  });
  const chosen = chunks.filter(({ rank }) => rank !== undefined);
  const answer = answerOf(setting.question);
  return {
    chunks,
    answer: holding(answer, chosen),
    pieces: chunks.filter(({ from, to }) => from < answer.to && to > answer.from).length,
    promptWords: chosen.reduce((sum, { from, to }) => sum + to - from, 0),
  };
}

function holding(answer: Span, chosen: readonly Span[]): Retrieval['answer'] {
  if (chosen.some(({ from, to }) => from <= answer.from && to >= answer.to)) return 'whole';
  const words = Array.from({ length: answer.to - answer.from }, (_, index) => answer.from + index);
  const seen = words.filter((word) => chosen.some(({ from, to }) => from <= word && word < to)).length;
  if (seen === words.length) return 'in pieces';
  return seen > 0 ? 'part' : 'missing';
}
