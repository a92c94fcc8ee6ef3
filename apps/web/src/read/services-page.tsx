import type { ServiceTables } from '@cairn/contract';
import { EmptyState, ErrorState, Field, Loading, TextInput } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useDeferredValue, useMemo } from 'react';
import { sentenceOf } from '../api.ts';
import { TextLink } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { counted, dayInWords } from '../app/words.ts';
import { ServiceDecisions } from '../learn/service-decisions.tsx';
import { serviceTablesQuery } from '../learn/sheet-requests.ts';
import { matchingGroups } from './services.ts';

export const servicesPage = createLazyRoute('/read/services')({ component: ServicesPage });

function ServicesPage() {
  const { data, error, refetch } = useQuery(serviceTablesQuery);
  return (
    <Page
      title="Which service for which need"
      lede="What each cloud offers for a need, side by side, under today’s names. Roughly the same is not the same: the last column says what decides."
      kicker={<TextLink to="/read">Read</TextLink>}
    >
      {error ? (
        <ErrorState title="The tables could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} />
      ) : null}
      {!data && !error ? <Loading label="Reading the tables" lines={5} /> : null}
      {data?.groups.length === 0 ? (
        <EmptyState title="No table is installed">
          <p>They stand in content/sheets/services.yaml. Add it, then start Cairn again.</p>
        </EmptyState>
      ) : null}
      {data && data.groups.length > 0 ? <Tables tables={data} /> : null}
    </Page>
  );
}

function Tables({ tables }: { tables: ServiceTables }) {
  const { q = '' } = servicesPage.useSearch();
  const navigate = servicesPage.useNavigate();
  const search = useDeferredValue(q);
  const groups = useMemo(() => matchingGroups(tables.groups, search), [tables, search]);
  const found = groups.reduce((sum, { needs }) => sum + needs.length, 0);
  return (
    <div className="grid gap-8">
      <div className="grid max-w-xl gap-2 print:hidden">
        <Field label="Search by need or service">
          {(control) => (
            <TextInput
              {...control}
              type="search"
              value={q}
              onChange={(event) => {
                const text = event.currentTarget.value;
                void navigate({ search: text ? { q: text } : {}, replace: true, resetScroll: false });
              }}
            />
          )}
        </Field>
        <p role="status" className="text-muted">
          {counted(found, 'need')}
        </p>
      </div>
      {found === 0 ? (
        <EmptyState title="No need and no service matches">Try fewer or shorter words, or clear the search.</EmptyState>
      ) : null}
      {groups.map(({ id, title, needs }) => (
        <section key={id} aria-labelledby={id} className="grid gap-2">
          <h2 id={id} className="text-2xl">
            {title}
          </h2>
          <ServiceDecisions needs={needs} title={title} />
        </section>
      ))}
      {tables.reviewBy ? (
        <p className="text-[0.94rem] text-muted">
          The tables are checked again by {dayInWords(tables.reviewBy)}. A dash means that no service is named here.
        </p>
      ) : null}
    </div>
  );
}
