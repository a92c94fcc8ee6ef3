import { Button, EmptyState, ErrorState, Loading } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { sentenceOf } from '../api.ts';
import { TextLink } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { counted } from '../app/words.ts';
import { BrowseFilter } from './browse-filter.tsx';
import { CardEditor, type Editable } from './card-editor.tsx';
import { cardPageQuery, PAGE_SIZE } from './card-requests.ts';
import { CardRow } from './card-row.tsx';

export const browsePage = createLazyRoute('/cards/all')({ component: BrowsePage });

function BrowsePage() {
  const { page = 0, ...filter } = browsePage.useSearch();
  const navigate = browsePage.useNavigate();
  const cards = useQuery(cardPageQuery(filter, page));
  const [edited, setEdited] = useState<Editable>();
  const goTo = (next: number) => void navigate({ search: { ...filter, ...(next > 0 && { page: next }) } });
  return (
    <Page title="All cards" kicker={<TextLink to="/cards">Cards</TextLink>}>
      <BrowseFilter filter={filter} onChange={(search) => void navigate({ search, replace: true })} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p role="status" className="text-muted">
          {cards.data ? counted(cards.data.total, 'card') : ''}
        </p>
        <Button look="primary" onClick={() => setEdited({ ...(filter.exam && { exam: filter.exam }) })}>
          Write a card
        </Button>
      </div>
      {cards.error ? (
        <ErrorState
          title="Cards could not be read"
          detail={sentenceOf(cards.error)}
          onRetry={() => void cards.refetch()}
        />
      ) : null}
      {!cards.data && !cards.error ? <Loading label="Reading cards" /> : null}
      {cards.data?.total === 0 ? (
        <EmptyState title="No card fits">
          <p>Take a word or a filter away, or write the card that you miss.</p>
        </EmptyState>
      ) : null}
      {cards.data && cards.data.cards.length > 0 ? (
        <ul className="divide-y divide-line rounded-xl border border-line bg-card">
          {cards.data.cards.map((card) => (
            <CardRow key={card.id} card={card} onEdit={() => setEdited(card)} />
          ))}
        </ul>
      ) : null}
      {cards.data && cards.data.total > PAGE_SIZE ? <Pager page={page} total={cards.data.total} onGo={goTo} /> : null}
      {edited ? <CardEditor card={edited} onClose={() => setEdited(undefined)} /> : null}
    </Page>
  );
}

type PagerProps = { readonly page: number; readonly total: number; readonly onGo: (page: number) => void };

function Pager({ page, total, onGo }: PagerProps) {
  const pages = Math.ceil(total / PAGE_SIZE);
  return (
    <nav aria-label="Pages" className="flex items-center justify-between gap-3">
      <Button disabled={page <= 0} onClick={() => onGo(page - 1)}>
        Before
      </Button>
      <span className="text-muted">
        Page {page + 1} of {pages}
      </span>
      <Button disabled={page + 1 >= pages} onClick={() => onGo(page + 1)}>
        After
      </Button>
    </nav>
  );
}
