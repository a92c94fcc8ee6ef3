import type { Today } from '@cairn/contract';
import { EmptyState, ErrorState, Loading } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { sentenceOf } from '../api.ts';
import { RouterLinkButton } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { dayInWords } from '../app/words.ts';
import { DoneToday } from './done-today.tsx';
import { HeatMapChart } from './heat-map-chart.tsx';
import { LoadChart } from './load-chart.tsx';
import { MasteryList } from './mastery.tsx';
import { MissedNotice } from './missed-notice.tsx';
import { PlanProgress } from './plan-progress.tsx';
import { Reminder } from './reminder.tsx';
import { rememberedMinutes, rememberMinutes } from './time-box.ts';
import { TimeBoxChoice } from './time-box-choice.tsx';
import { todayQuery } from './today-requests.ts';
import { ledeOf, streakText } from './today-words.ts';
import { WorkList } from './work-list.tsx';

export const todayPage = createLazyRoute('/today')({ component: TodayPage });

function TodayPage() {
  const [minutes, setMinutes] = useState(rememberedMinutes);
  const { data, error, refetch } = useQuery(todayQuery(minutes));
  const choose = (chosen: number | undefined) => {
    rememberMinutes(chosen);
    setMinutes(chosen);
  };
  if (!data) {
    return (
      <Page title="Today">
        {error ? (
          <ErrorState title="Today could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} />
        ) : (
          <Loading label="Reading your day" />
        )}
      </Page>
    );
  }
  return (
    <Page title="Today" kicker={dayInWords(data.day)} lede={data.plans.length === 0 ? undefined : ledeOf(data)}>
      {data.plans.length === 0 ? <WithoutPlan today={data} /> : <Work today={data} minutes={minutes} choose={choose} />}
      {data.isNew ? null : <Progress today={data} />}
    </Page>
  );
}

type WorkProps = {
  readonly today: Today;
  readonly minutes: number | undefined;
  readonly choose: (minutes: number | undefined) => void;
};

function Work({ today, minutes, choose }: WorkProps) {
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_20rem] lg:gap-12">
      <div className="grid gap-6">
        {today.plans.map((plan) => (
          <MissedNotice key={plan.exam} plan={plan} />
        ))}
        <TimeBoxChoice minutes={minutes} onChoose={choose} />
        <WorkList today={today} />
        <DoneToday today={today} />
      </div>
      <div className="grid gap-6">
        {today.plans.map((plan) => (
          <PlanProgress key={plan.exam} plan={plan} />
        ))}
        <Reminder today={today} />
      </div>
    </div>
  );
}

function WithoutPlan({ today }: { today: Today }) {
  return (
    <div className="grid gap-6">
      <EmptyState
        title="No plan yet"
        action={
          <div className="flex flex-wrap justify-center gap-3">
            <RouterLinkButton to="/plan" look="primary">
              Plan for an exam
            </RouterLinkButton>
            <RouterLinkButton to="/choose">Find out which exam fits</RouterLinkButton>
          </div>
        }
      >
        <p>
          Say when the exam is, or that you want to sit it as soon as you are ready, and how many minutes your days
          have. This page then tells what to do in the next twenty minutes.
        </p>
      </EmptyState>
      {today.items.length === 0 ? null : <WorkList today={today} />}
    </div>
  );
}

function Progress({ today }: { today: Today }) {
  return (
    <>
      <section aria-labelledby="rhythm" className="grid gap-6 border-t border-line pt-8">
        <h2 id="rhythm" className="text-2xl sm:text-3xl">
          Your rhythm
        </h2>
        <p className="max-w-prose">{streakText(today.streak)}</p>
        <HeatMapChart heatMap={today.heatMap} />
        <LoadChart load={today.load} />
      </section>
      {today.mastery.map((mastery) => (
        <MasteryList key={mastery.exam} mastery={mastery} />
      ))}
    </>
  );
}
