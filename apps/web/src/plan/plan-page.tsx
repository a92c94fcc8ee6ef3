import type { ExamPlan } from '@cairn/contract';
import { Callout, ErrorState, Loading } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { sentenceOf } from '../api.ts';
import { RouterLinkButton } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { BEGINNING, completedBy } from './choosing.ts';
import { Consequences } from './consequences.tsx';
import { PlanCalendar } from './plan-calendar.tsx';
import { PlanForm } from './plan-form.tsx';
import { planQuery, previewQuery } from './plan-requests.ts';
import { SavedActions } from './saved-actions.tsx';
import { useSettled } from './use-settled.ts';

export const planPage = createLazyRoute('/plan/$exam')({ component: PlanPage });

function PlanPage() {
  const { exam } = planPage.useParams();
  const { data, error, refetch } = useQuery(planQuery(exam.toLowerCase()));
  if (data) return <Planner key={data.setup.exam} examPlan={data} />;
  return (
    <Page title={error ? 'This plan cannot be made' : 'Plan'} width="text">
      {error ? (
        <ErrorState title="The plan could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} />
      ) : (
        <Loading label="Reading the plan" />
      )}
      {error ? (
        <div>
          <RouterLinkButton to="/plan">See all exams</RouterLinkButton>
        </div>
      ) : null}
    </Page>
  );
}

/** Everything in one screen: what is chosen on the left, what it comes to on the right, the days below. */
function Planner({ examPlan }: { examPlan: ExamPlan }) {
  const { setup, saved, today } = examPlan;
  const [choices, setChoices] = useState(saved?.choices ?? BEGINNING);
  const isTouched = choices !== saved?.choices;
  const {
    data: preview,
    error,
    isFetching,
  } = useQuery({
    ...previewQuery(setup.exam, useSettled(choices)),
    enabled: setup.closed === null && isTouched,
  });
  const shown = isTouched ? preview : undefined;
  const plan = shown?.outcome === 'planned' ? shown.plan : saved?.plan;
  const whole = completedBy(choices, shown);
  if (setup.closed !== null && saved === null) return <Closed examPlan={examPlan} sentence={setup.closed} />;
  return (
    <Page
      title={`Plan for ${setup.code}`}
      kicker={setup.title}
      lede="Say when and how much. What it comes to follows at once, and nothing is saved until you say so."
    >
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-12">
        <PlanForm setup={setup} today={today} choices={choices} whole={whole} onChange={setChoices} />
        <div className="grid gap-6 lg:sticky lg:top-24">
          <Consequences
            examPlan={examPlan}
            choices={choices}
            preview={shown}
            error={error}
            isFetching={isFetching}
            onSaved={setChoices}
          />
          {saved && !isTouched ? (
            <SavedActions exam={setup.exam} onDeleted={() => setChoices({ ...BEGINNING })} />
          ) : null}
        </div>
      </div>
      {plan ? <PlanCalendar plan={plan} today={today} setup={setup} /> : null}
    </Page>
  );
}

function Closed({ examPlan: { setup }, sentence }: { examPlan: ExamPlan; sentence: string }) {
  return (
    <Page title={`No plan for ${setup.code}`} kicker={setup.title} width="text">
      <Callout tone="warn" title={sentence}>
        <p>Its questions can still be practised. The list of certifications names what took its place.</p>
      </Callout>
      <div className="flex flex-wrap gap-3">
        <RouterLinkButton to="/certifications/$code" params={{ code: setup.exam }} look="primary">
          What took its place
        </RouterLinkButton>
        <RouterLinkButton to="/plan">See all exams</RouterLinkButton>
      </div>
    </Page>
  );
}
