import type { SampleQuote } from '@cairn/postings';
import { createContext, use } from 'react';

/** What the charts of an answer can ask of the page: to show where a number comes from. */
export type AnswerActions = {
  readonly showQuotes: (title: string, quotes: readonly SampleQuote[], postings: number) => void;
  readonly titleOf: (postingId: string) => string;
  /** Whether its text is still in memory. */
  readonly canOpen: (postingId: string) => boolean;
  readonly open: (postingId: string) => void;
};

const AnswerContext = createContext<AnswerActions | undefined>(undefined);

export const AnswerProvider = AnswerContext.Provider;

export function useAnswer(): AnswerActions {
  const actions = use(AnswerContext);
  if (!actions) throw new RangeError('charts of an answer stand within its view');
  return actions;
}
