import type { ExamSummary, PlanSummary } from '@cairn/contract';
import { Card, EmptyState, ErrorState, Loading, StackedStones } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { sentenceOf } from '../api.ts';
import { RouterLinkButton, TextLink } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { examsQuery } from '../app/queries.ts';
import { dayInWords } from '../app/words.ts';
import { plansQuery } from './plan-requests.ts';

export const plansPage = createLazyRoute('/plan')({ component: PlansPage });

function PlansPage() {
  const exams = useQuery(examsQuery);
  const plans = useQuery(plansQuery);
  const error = exams.error ?? plans.error;
  const planned = new Set(plans.data?.map(({ exam }) => exam));
  const others = exams.data?.filter(({ id }) => !planned.has(id)) ?? [];
  return (
    <Page
      title="Plan"
      lede="From the day of the exam, or as soon as you are ready, to what you do in the next twenty minutes."
    >
      {error ? (
        <ErrorState
          title="The plans could not be read"
          detail={sentenceOf(error)}
          onRetry={() => void Promise.all([exams.refetch(), plans.refetch()])}
        />
      ) : null}
      {!error && !(exams.data && plans.data) ? <Loading label="Reading your plans" /> : null}
      {plans.data?.length === 0 && others.length > 0 ? (
        <EmptyState title="No plan yet">
          <p>Pick the exam that you want to pass. A plan takes a minute, and everything in it can be changed.</p>
        </EmptyState>
      ) : null}
      {plans.data && plans.data.length > 0 ? <Planned plans={plans.data} /> : null}
      {plans.data && others.length > 0 ? <Others exams={others} /> : null}
    </Page>
  );
}

function Planned({ plans }: { plans: readonly PlanSummary[] }) {
  return (
    <ul className="grid gap-6 md:grid-cols-2">
      {plans.map(({ exam, code, title, examDay, done, total, share }) => (
        <li key={exam}>
          <Card className="flex h-full items-center gap-6">
            <StackedStones done={Math.round(6 * share)} total={6} label="" className="h-20 shrink-0" />
            <div className="grid gap-1">
              <h2 className="text-xl">
                <TextLink to="/plan/$exam" params={{ exam }}>
                  {code}
                </TextLink>
              </h2>
              <p className="text-muted">{title}</p>
              <p>
                {dayInWords(examDay)}, {done} of {total} done
              </p>
            </div>
          </Card>
        </li>
      ))}
    </ul>
  );
}

function Others({ exams }: { exams: readonly ExamSummary[] }) {
  return (
    <section aria-labelledby="other-exams" className="grid gap-4">
      <h2 id="other-exams" className="text-2xl sm:text-3xl">
        Plan for an exam
      </h2>
      <ul className="divide-y divide-line rounded-xl border border-line bg-card">
        {exams.map(({ id, code, title }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 px-5 py-3">
            <span>
              <span className="font-semibold">{code}</span> <span className="text-muted">{title}</span>
            </span>
            <RouterLinkButton to="/plan/$exam" params={{ exam: id }} size="small">
              Plan it<span className="sr-only">: {title}</span>
            </RouterLinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
