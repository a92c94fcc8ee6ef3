import { seededRng } from '@cairn/kernel';
import { similarities, termsOf } from '../chunking/similarity.ts';
import { FROM_MEMORY, NO_ANSWER, PAGES, type PageId, QUESTION } from './corpus.ts';

export const STAGE_IDS = ['load', 'chunk', 'embed', 'retrieve', 're-rank', 'generate', 'cite'] as const;
export type StageId = (typeof STAGE_IDS)[number];

/** One stage may be broken or left out; the others work. */
export type Setting = { readonly broken: StageId | 'none' };

export const BEGIN: Setting = { broken: 'none' };

export type Passage = { readonly page: PageId; readonly title: string; readonly text: string; readonly score: number };

export type Run = {
  readonly indexed: number;
  /** Passages in the prompt, the best first. */
  readonly context: readonly Passage[];
  readonly answer: string;
  /** The page that the answer names, if it names one. */
  readonly cited: string | undefined;
  readonly isRight: boolean;
  readonly isFromContext: boolean;
};

/** First search, and what is left for the prompt after re-ranking. */
const FOUND = 4;
const IN_PROMPT = 2;

/** The whole way from pages to an answer, with the broken stage doing what it does when it fails. */
export function run({ broken }: Setting): Run {
  const pages = broken === 'load' ? PAGES.filter(({ id }) => id !== 'returns-2026') : PAGES;
  const passages = chunked(pages, broken === 'chunk');
  const scored = embedded(passages, broken === 'embed');
  const ranked = [...scored].sort((a, b) => b.score - a.score);
  const found = broken === 'retrieve' ? ranked.slice(0, 1) : ranked.slice(0, FOUND);
  const context = (broken === 're-rank' ? found : reranked(found)).slice(0, IN_PROMPT);
  const source = broken === 'generate' ? undefined : answering(context);
  const answer = broken === 'generate' ? FROM_MEMORY : (source?.sentence ?? NO_ANSWER);
  return {
    indexed: passages.length,
    context,
    answer,
    cited: broken === 'cite' ? undefined : source?.passage.title,
    isRight: answer.includes('14 days'),
    isFromContext: source !== undefined,
  };
}

type Unscored = Omit<Passage, 'score'>;

/** Sentence by sentence; broken, the text is cut after every fourth word, wherever that is. */
function chunked(pages: readonly (typeof PAGES)[number][], isBroken: boolean): readonly Unscored[] {
  return pages.flatMap(({ id, title, sentences }) => {
    const texts = isBroken ? everyFourth(sentences.join(' ').split(' ')) : sentences;
    return texts.map((text) => ({ page: id, title, text }));
  });
}

const everyFourth = (words: readonly string[]): readonly string[] =>
  Array.from({ length: Math.ceil(words.length / 4) }, (_, index) => words.slice(4 * index, 4 * index + 4).join(' '));

/** tf-idf; broken, the question is embedded by another model than the passages, so that likeness is chance. */
function embedded(passages: readonly Unscored[], isBroken: boolean): readonly Passage[] {
  const rng = seededRng('another model');
  const scores = isBroken
    ? passages.map(() => rng.next())
    : similarities(
        QUESTION,
        passages.map(({ text }) => text),
      );
  return passages.map((passage, index) => ({ ...passage, score: scores[index] ?? 0 }));
}

/** Reads question and passage together: does it state something, is it about the same, is it the page in force? */
function reranked(found: readonly Passage[]): readonly Passage[] {
  const pages = PAGES.map(({ id }) => id as string);
  const worth = ({ text, page, score }: Passage) => (isStatement(text) ? 1 : 0) + score - pages.indexOf(page) / 10;
  return [...found].sort((a, b) => worth(b) - worth(a));
}

const isStatement = (text: string): boolean => !/^(How|Has)\b|\?$/.test(text);

/** The model takes the first passage that shares enough words with the question and is not one itself. */
function answering(context: readonly Passage[]) {
  const asked = new Set(termsOf(QUESTION));
  const passage = context.find(
    ({ text }) => isStatement(text) && termsOf(text).filter((term) => asked.has(term)).length >= 2,
  );
  return passage ? { passage, sentence: passage.text } : undefined;
}
