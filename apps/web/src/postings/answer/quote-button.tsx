import type { SampleQuote } from '@cairn/postings';
import type { ReactNode } from 'react';
import { useAnswer } from './answer-context.ts';

type QuoteButtonProps = {
  /** What the number is about, for the title of what opens. */
  readonly about: string;
  readonly postings: number;
  readonly quotes: readonly SampleQuote[];
  readonly children: ReactNode;
};

/** A number that opens the words it was counted from. Without a quote (a kept survey of many names) it is a number. */
export function QuoteButton({ about, postings, quotes, children }: QuoteButtonProps) {
  const { showQuotes } = useAnswer();
  if (quotes.length === 0) return <span className="shrink-0 whitespace-nowrap tabular-nums">{children}</span>;
  return (
    <button
      type="button"
      className="-mx-1 min-h-6 shrink-0 whitespace-nowrap rounded px-1 text-right tabular-nums underline decoration-muted/60 decoration-dotted underline-offset-4 hover:text-accent hover:decoration-accent"
      onClick={() => showQuotes(about, quotes, postings)}
    >
      {children}
      <span className="sr-only">, show where for {about}</span>
    </button>
  );
}
