import type { ItemReport } from '@cairn/contract';
import { EmptyState, ErrorState, Loading } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { sentenceOf } from '../api.ts';
import { TextLink } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { ReportCard } from './report-card.tsx';
import { reportsQuery } from './report-requests.ts';
import { STATES } from './report-words.ts';

export const reportsPage = createLazyRoute('/authors/reports')({ component: ReportsPage });

function ReportsPage() {
  const { data, error, refetch } = useQuery(reportsQuery);
  return (
    <Page
      title="Reported questions"
      lede="What learners of this installation say is wrong with a question, and what became of it. Nothing here has left the machine: an issue file is yours to send."
    >
      {error ? (
        <ErrorState title="The reports could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} />
      ) : null}
      {!data && !error ? <Loading label="Reading the reports" lines={4} /> : null}
      {data?.length === 0 ? (
        <EmptyState title="No question is reported">
          <p>
            While you <TextLink to="/exams">sit an exam</TextLink> or look back at one, “Report this question” brings
            what you say here.
          </p>
        </EmptyState>
      ) : null}
      {data && data.length > 0 ? <Reports reports={data} /> : null}
    </Page>
  );
}

function Reports({ reports }: { readonly reports: readonly ItemReport[] }) {
  const [shown, setShown] = useState<ItemReport['state']>('open');
  const chosen = reports.filter(({ state }) => state === shown);
  const count = (state: ItemReport['state']) => reports.filter((report) => report.state === state).length;
  return (
    <div className="grid gap-5">
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">Which reports to show</legend>
        {STATES.map(({ state, text }) => (
          <button
            key={state}
            type="button"
            aria-pressed={shown === state}
            onClick={() => setShown(state)}
            className="min-h-11 rounded-full border border-line bg-card px-4 text-[0.94rem] font-semibold hover:border-accent aria-pressed:border-accent aria-pressed:bg-accent aria-pressed:text-on-accent"
          >
            {text} ({count(state)})
          </button>
        ))}
      </fieldset>
      {chosen.length === 0 ? <EmptyState title="None of these" /> : null}
      <ul className="grid gap-4">
        {chosen.map((report) => (
          <li key={report.id}>
            <ReportCard report={report} />
          </li>
        ))}
      </ul>
    </div>
  );
}
