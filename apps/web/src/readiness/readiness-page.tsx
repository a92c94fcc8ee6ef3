import type { Readiness } from '@cairn/contract';
import { Card, ErrorState, Loading } from '@cairn/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiProblem, sentenceOf } from '../api.ts';
import { RouterLinkButton, TextLink } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { today } from '../app/today.ts';
import { counted } from '../app/words.ts';
import { AbilityChart, AbilityRadar } from './ability-chart.tsx';
import { Composition } from './composition.tsx';
import { Dials } from './dials.tsx';
import { HistoryChart, hasCourse } from './history-chart.tsx';
import { InformationCurve } from './information-curve.tsx';
import { MissingEvidence } from './missing-evidence.tsx';
import { NextHour } from './next-hour.tsx';
import { Outcomes } from './outcomes.tsx';
import { type Plan, rememberedPlan, rememberPlan } from './plan.ts';
import { readinessQuery } from './readiness-requests.ts';
import { headlineOf } from './readiness-words.ts';

export const readinessPage = createLazyRoute('/readiness/$examId')({ component: ReadinessPage });

function ReadinessPage() {
  const { examId } = readinessPage.useParams();
  return <ExamReadiness key={examId} exam={examId.toLowerCase()} />;
}

function ExamReadiness({ exam }: { exam: string }) {
  const [plan, setPlan] = useState<Plan>(() => rememberedPlan(exam, today()));
  const { data, error, refetch } = useQuery({ ...readinessQuery(exam, plan), placeholderData: keepPreviousData });
  if (data) {
    return (
      <FullReadiness
        readiness={data}
        onPlan={(next) => {
          rememberPlan(exam, next);
          setPlan(next);
        }}
      />
    );
  }
  if (error) {
    const canRetry = !(error instanceof ApiProblem && error.status >= 400 && error.status < 500);
    return (
      <Page title="Readiness cannot be told" width="text">
        <ErrorState title={sentenceOf(error)} {...(canRetry && { onRetry: () => void refetch() })} />
        <div>
          <RouterLinkButton to="/readiness">See all exams</RouterLinkButton>
        </div>
      </Page>
    );
  }
  return (
    <Page title="Readiness">
      <Loading label="Reading your answers" lines={5} />
    </Page>
  );
}

function FullReadiness({ readiness, onPlan }: { readiness: Readiness; onPlan: (plan: Plan) => void }) {
  const { today: now, answers, code, title, domains } = readiness;
  const isEnough = now.status === 'enough';
  return (
    <Page
      title={headlineOf(now)}
      kicker={`${code} · ${title} · Readiness`}
      lede={
        isEnough
          ? `The chance of passing a new form of this exam, as far as your ${counted(answers, 'answer')} can tell.`
          : 'A chance of passing needs evidence. What there is so far cannot carry a number, so none is shown.'
      }
    >
      {isEnough ? null : <MissingEvidence readiness={readiness} />}
      <Dials readiness={readiness} onPlan={onPlan} />
      <History readiness={readiness} />
      {answers === 0 ? null : isEnough ? (
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Card className="grid gap-3">
            <AbilityRadar domains={domains} />
          </Card>
          <NextHour readiness={readiness} />
        </div>
      ) : (
        <Card>
          <AbilityChart domains={domains} />
        </Card>
      )}
      <Honesty />
      <Composition readiness={readiness} />
      <InformationCurve exam={readiness.exam} />
      <Outcomes readiness={readiness} />
    </Page>
  );
}

function History({ readiness }: { readiness: Readiness }) {
  if (!hasCourse(readiness)) return null;
  return (
    <Card className="grid gap-3">
      <HistoryChart readiness={readiness} today={today()} />
      {readiness.forecast ? (
        <ul className="list-disc pl-5 text-[0.94rem] text-muted">
          {readiness.forecast.assumptions.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : (
        <p className="text-[0.94rem] text-muted">
          Recomputed from your answers. With a day and hours above, the line goes on to the exam.
        </p>
      )}
    </Card>
  );
}

function Honesty() {
  return (
    <section aria-labelledby="honesty" className="grid max-w-3xl gap-2">
      <h2 id="honesty" className="text-2xl">
        How far to trust it
      </h2>
      <p>
        This is an estimate from our questions, never the vendor’s scaled score. It is the probability that your
        ability, with all we do not know about it, is enough for a form that you have not seen.{' '}
        <TextLink to="/reliability">How well such numbers have held</TextLink> is counted in public, and you can see{' '}
        <TextLink to="/simulation">what 30 answers can tell</TextLink> in a simulation.
      </p>
    </section>
  );
}
