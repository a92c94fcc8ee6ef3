import type { CardOverview } from '@cairn/contract';
import { Button, Card, ErrorState, Loading } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { sentenceOf } from '../api.ts';
import { RouterLinkButton } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { counted } from '../app/words.ts';
import { useKeptAhead } from '../offline/use-kept-ahead.ts';
import { AnkiSection } from './anki-section.tsx';
import { CardEditor } from './card-editor.tsx';
import { cardForecastQuery, cardOverviewQuery } from './card-requests.ts';
import { dueText, percent } from './card-words.ts';
import { Deck } from './deck.tsx';
import { ForecastChart } from './forecast-chart.tsx';
import { cardsDisk } from './outbox.ts';

export const cardsPage = createLazyRoute('/cards')({ component: CardsPage });

function CardsPage() {
  cardsDisk(); // sends what an earlier visit left
  useKeptAhead();
  const overview = useQuery(cardOverviewQuery());
  const [isMaking, setMaking] = useState(false);
  return (
    <Page
      title="Cards"
      lede="A few minutes a day keep what you learned. Each card comes back shortly before you would forget it."
    >
      {overview.error ? (
        <ErrorState
          title="Your cards could not be read"
          detail={sentenceOf(overview.error)}
          onRetry={() => void overview.refetch()}
        />
      ) : null}
      {!overview.data && !overview.error ? <Loading label="Reading your cards" /> : null}
      {overview.data ? (
        <>
          <Now overview={overview.data} />
          <Decks overview={overview.data} />
          <Ahead />
          <AnkiSection />
        </>
      ) : null}
      <nav aria-label="More about cards" className="flex flex-wrap gap-3">
        <RouterLinkButton to="/cards/all" search={{}}>
          All cards
        </RouterLinkButton>
        <Button onClick={() => setMaking(true)}>Write a card</Button>
        <RouterLinkButton to="/cards/settings">How cards come</RouterLinkButton>
      </nav>
      {isMaking ? <CardEditor card={{}} onClose={() => setMaking(false)} /> : null}
    </Page>
  );
}

/** What today holds, and one button that starts it. */
function Now({ overview: { counts, nextDueAt, retention } }: { readonly overview: CardOverview }) {
  const minutes = Math.max(1, Math.round(counts.minutesLeft));
  return (
    <Card className="grid gap-5 sm:flex sm:items-center sm:justify-between sm:gap-8">
      <div className="grid gap-1.5">
        <h2 className="text-2xl sm:text-3xl">
          {counts.left > 0 ? `${counted(counts.left, 'card')}, about ${counted(minutes, 'minute')}` : 'Nothing is due'}
        </h2>
        <p className="text-muted">{nowText(counts, nextDueAt)}</p>
        <p className="text-muted">{retentionText(retention)}</p>
      </div>
      <RouterLinkButton to="/cards/review" search={{}} look="primary" className="min-h-14 shrink-0 px-8 text-lg">
        {counts.left > 0 ? 'Start' : 'Review ahead'}
      </RouterLinkButton>
    </Card>
  );
}

function nowText(counts: CardOverview['counts'], nextDueAt: number | null): string {
  const done = counts.doneToday > 0 ? ` ${counted(counts.doneToday, 'answer')} given today.` : '';
  if (counts.left === 0) {
    const next = nextDueAt === null ? '' : `The next card is due ${dueText(nextDueAt, Date.now())}.`;
    return `${next}${done}`.trim();
  }
  const later = counts.later > 0 ? ` ${counted(counts.later, 'more')} can wait.` : '';
  const parts = [
    ...(counts.due > 0 ? [`${counts.due} to review`] : []),
    ...(counts.newCards > 0 ? [`${counts.newCards} new`] : []),
  ];
  return `${parts.join(' and ')}.${later}${done}`;
}

function retentionText({ reviews, recalled }: CardOverview['retention']): string {
  if (reviews < 10) return 'How much you recall is told once there are ten reviews of learnt cards.';
  return `Of the last 30 days' ${counted(reviews, 'review')} you recalled ${percent(recalled / reviews)}.`;
}

function Decks({ overview: { decks } }: { readonly overview: CardOverview }) {
  const begun = decks.filter(({ seen }) => seen > 0);
  const others = decks.filter(({ seen }) => seen === 0);
  return (
    <section aria-labelledby="decks" className="grid gap-4">
      <h2 id="decks" className="text-2xl sm:text-3xl">
        Decks
      </h2>
      <ul className="grid gap-5 md:grid-cols-2">
        {[...begun, ...others].map((deck) => (
          <li key={deck.exam ?? ''}>
            <Deck deck={deck} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ahead() {
  const forecast = useQuery(cardForecastQuery(undefined));
  if (!forecast.data) return null;
  return (
    <Card>
      <ForecastChart days={forecast.data.days} />
    </Card>
  );
}
