import type { SearchAnswer, SearchKind } from '@cairn/contract';
import { EmptyState, ErrorState, Field, Loading, TextInput } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { sentenceOf } from '../api.ts';
import { TextLink } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { LONGEST_QUERY, readPageSearch } from './page-search.ts';
import { noteRecent } from './recent-searches.ts';
import { ResultGroups } from './result-groups.tsx';
import { isSearchable, searchQuery } from './search-requests.ts';
import { KINDS, outcomeText } from './search-words.ts';
import { useSettled } from './use-settled.ts';

export const searchPage = createLazyRoute('/search')({ component: SearchPage });

/** Of each kind while all are shown, and of a kind by itself. */
const EACH = 6;
const ALL = 100;
const SETTLE_MILLISECONDS = 200;

function SearchPage() {
  // Read once more: what the route refuses comes through from the root, which refuses nothing.
  const { q = '', kind } = readPageSearch(searchPage.useSearch());
  const navigate = searchPage.useNavigate();
  const [typed, setTyped] = useState(q);
  const settled = useSettled(typed, SETTLE_MILLISECONDS);
  useEffect(() => setTyped(q), [q]); // somebody came by another link or went back
  useEffect(() => {
    if (settled === typed && settled !== q) {
      void navigate({ search: { q: settled, ...(kind && { kind }) }, replace: true, resetScroll: false });
    }
  }, [settled, typed, q, kind, navigate]);
  return (
    <Page title="Search" width="text">
      <Field label="What are you looking for?" hint="Lessons, terms, labs, certifications, and what you have met.">
        {(control) => (
          <TextInput
            {...control}
            type="search"
            maxLength={LONGEST_QUERY}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
      </Field>
      {isSearchable(q) ? <Found q={q} kind={kind} /> : <Nothing />}
    </Page>
  );
}

function Nothing() {
  return (
    <EmptyState title="Two letters are enough">
      <p>
        Type a word above, or the beginning of one. Questions and cards are found once you have met them; all the words
        of the trade stand in the <TextLink to="/read/glossary">glossary</TextLink>.
      </p>
    </EmptyState>
  );
}

type FoundProps = { readonly q: string; readonly kind: SearchKind | undefined };

function Found({ q, kind }: FoundProps) {
  const { data, error, refetch } = useQuery(searchQuery({ q, kind, limit: kind ? ALL : EACH }));
  if (error) {
    return <ErrorState title="The search failed" detail={sentenceOf(error)} onRetry={() => void refetch()} />;
  }
  if (!data) return <Loading label="Reading what there is" />;
  return (
    <div className="grid gap-6">
      <p role="status" className="text-muted">
        {outcomeText(data)}
        {data.isReady ? '' : ' The index is still being made; look again in a moment.'}
      </p>
      {kind ? (
        <p>
          Only {KINDS[kind].many.toLowerCase()} are shown.{' '}
          <TextLink to="/search" search={{ q }}>
            Show everything
          </TextLink>
        </p>
      ) : null}
      <Results q={q} answer={data} />
    </div>
  );
}

function Results({ q, answer }: { readonly q: string; readonly answer: SearchAnswer }) {
  if (answer.total === 0) {
    return (
      <EmptyState title="Nothing holds these words">
        <p>
          Try fewer or other words. Questions and cards are found once you have met them. The{' '}
          <TextLink to="/read/glossary">glossary</TextLink> and the <TextLink to="/learn">lessons</TextLink> can be
          leafed through.
        </p>
      </EmptyState>
    );
  }
  return (
    <div className="-mx-3 grid gap-6">
      <ResultGroups
        groups={answer.groups}
        onOpen={() => noteRecent(q)}
        more={(kind, total) => (
          <TextLink to="/search" search={{ q, kind }}>
            Show {total > ALL ? `the best ${ALL}` : `all ${total}`}
            <span className="sr-only"> {KINDS[kind].many.toLowerCase()}</span>
          </TextLink>
        )}
      />
    </div>
  );
}
