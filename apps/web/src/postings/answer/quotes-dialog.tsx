import type { SampleQuote } from '@cairn/postings';
import { Dialog } from '@cairn/ui';
import { useAnswer } from './answer-context.ts';
import { OpenedPosting } from './opened-posting.tsx';
import { DEMAND_WORDS, postingsText } from './strengths.ts';

type ShownQuotes = {
  readonly kind: 'quotes';
  readonly title: string;
  readonly quotes: readonly SampleQuote[];
  readonly postings: number;
};
export type Shown = ShownQuotes | { readonly kind: 'posting'; readonly id: string } | undefined;

type DialogProps = { readonly shown: Shown; readonly onShow: (shown: Shown) => void };

/** The words behind a number, and behind those the whole posting. */
export function QuotesDialog({ shown, onShow }: DialogProps) {
  const { titleOf } = useAnswer();
  if (!shown) return null;
  return (
    <Dialog
      open
      onOpenChange={() => onShow(undefined)}
      title={shown.kind === 'quotes' ? shown.title : titleOf(shown.id)}
      {...(shown.kind === 'quotes' && { description: description(shown) })}
      place="top"
    >
      {shown.kind === 'quotes' ? <QuoteList quotes={shown.quotes} /> : <OpenedPosting id={shown.id} />}
    </Dialog>
  );
}

function description({ quotes, postings }: ShownQuotes): string {
  const said = `${postingsText(postings)}.`;
  return quotes.length < postings ? `${said} Words of ${quotes.length} of them:` : `${said} Their words:`;
}

function QuoteList({ quotes }: { readonly quotes: readonly SampleQuote[] }) {
  return (
    <ul className="grid gap-5">
      {quotes.map((quote, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one posting may be quoted twice, and the list never changes
        <li key={at} className="grid gap-1.5">
          <Quoted quote={quote} />
          <Whence quote={quote} />
        </li>
      ))}
    </ul>
  );
}

export function Quoted({ quote }: { readonly quote: Pick<SampleQuote, 'before' | 'quote' | 'after'> }) {
  return (
    <blockquote className="wrap-anywhere border-l-3 border-line pl-3">
      {quote.before}
      <mark className="rounded-xs bg-accent-soft px-0.5 font-semibold text-ink">{quote.quote}</mark>
      {quote.after}
    </blockquote>
  );
}

function Whence({ quote: { postingId, strength } }: { readonly quote: SampleQuote }) {
  const { titleOf, canOpen, open } = useAnswer();
  const title = titleOf(postingId);
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 text-[0.94rem] text-muted">
      <span className="wrap-anywhere">
        {title}
        {title === postingId ? null : <span> · {postingId}</span>} · {DEMAND_WORDS[strength]}
      </span>
      {canOpen(postingId) ? (
        <button
          type="button"
          className="min-h-6 rounded font-semibold text-accent underline underline-offset-4"
          onClick={() => open(postingId)}
        >
          Open<span className="sr-only"> {title}</span>
        </button>
      ) : null}
    </p>
  );
}
