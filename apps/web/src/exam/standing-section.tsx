import type { ExamSummary, Readiness } from '@cairn/contract';
import { Card, Dial, EmptyState, ErrorState } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { sentenceOf } from '../api.ts';
import { RouterLinkButton } from '../app/links.tsx';
import { counted } from '../app/words.ts';
import { AbilityChart } from '../readiness/ability-chart.tsx';
import { readinessQuery } from '../readiness/readiness-requests.ts';

/** Where the learner stands over all answers, with how sure that is. */
export function StandingSection({ exam }: { exam: ExamSummary }) {
  const { data, error, refetch } = useQuery(readinessQuery(exam.id));
  if (!data && !error) return null;
  return (
    <section aria-labelledby="standing" className="grid gap-4">
      <h2 id="standing" className="text-2xl sm:text-3xl">
        Where you stand
      </h2>
      {error ? (
        <ErrorState title="Your standing could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} />
      ) : null}
      {data?.answers === 0 ? (
        <EmptyState
          title="Not enough evidence yet"
          action={
            <RouterLinkButton to="/exams/$examId/diagnosis" params={{ examId: exam.id }} look="primary">
              Take the diagnosis
            </RouterLinkButton>
          }
        >
          <p>15 to 30 questions that adapt to you tell where you stand, in each domain, and how sure that is.</p>
        </EmptyState>
      ) : null}
      {data && data.answers > 0 ? <Standing exam={exam} readiness={data} /> : null}
    </section>
  );
}

function Standing({ exam, readiness }: { exam: ExamSummary; readiness: Readiness }) {
  const { today, answers, theta, domains } = readiness;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <Card className="grid gap-4">
        <Dial
          title="Chance of passing today"
          reading={
            today.status === 'enough' ? { estimate: today.probability, low: today.low, high: today.high } : undefined
          }
          bandName="80 % band"
        />
        <div className="flex flex-wrap gap-3">
          <RouterLinkButton to="/readiness/$examId" params={{ examId: exam.id }} look="primary" size="small">
            See your readiness
          </RouterLinkButton>
          <RouterLinkButton to="/exams/$examId/diagnosis" params={{ examId: exam.id }} size="small">
            Take the diagnosis
          </RouterLinkButton>
        </div>
      </Card>
      <Card className="grid gap-3">
        <p>From {counted(answers, 'answer')}. Bars are 80 % intervals: the fewer answers, the wider.</p>
        <AbilityChart domains={domains} whole={{ answers, theta }} />
      </Card>
    </div>
  );
}
