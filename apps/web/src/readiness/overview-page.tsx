import type { ExamSummary, Readiness } from '@cairn/contract';
import { Card, Dial, EmptyState, ErrorState, Loading } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { sentenceOf } from '../api.ts';
import { RouterLinkButton, TextLink } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { examsQuery, standingsQuery } from '../app/queries.ts';
import { today } from '../app/today.ts';
import { counted, dayInWords, VENDORS } from '../app/words.ts';
import { rememberedPlan } from './plan.ts';
import { readinessQuery } from './readiness-requests.ts';
import { estimateText } from './readiness-words.ts';

export const overviewPage = createLazyRoute('/readiness')({ component: OverviewPage });

function OverviewPage() {
  const exams = useQuery(examsQuery);
  const standings = useQuery(standingsQuery);
  const error = exams.error ?? standings.error;
  const answered = new Map(standings.data?.map(({ exam, answers }) => [exam, answers]) ?? []);
  const all = exams.data ?? [];
  const begun = all.filter(({ id }) => (answered.get(id) ?? 0) > 0);
  const others = all.filter(({ id }) => !begun.some((exam) => exam.id === id));
  const isLoading = !error && (!exams.data || !standings.data);
  return (
    <Page
      title="Are you ready?"
      lede="The chance of passing each exam, with how sure that is. It rests on every answer you gave here, and says so when they are too few."
    >
      {error ? (
        <ErrorState
          title="Your answers could not be read"
          detail={sentenceOf(error)}
          onRetry={() => void Promise.all([exams.refetch(), standings.refetch()])}
        />
      ) : null}
      {isLoading ? <Loading label="Reading your answers" /> : null}
      {!isLoading && begun.length === 0 && all.length > 0 ? (
        <EmptyState title="Nothing measured yet">
          <p>Pick an exam below. Its diagnosis takes 15 to 30 questions and tells where you stand.</p>
        </EmptyState>
      ) : null}
      {begun.length === 0 ? null : (
        <ul className="grid gap-6 md:grid-cols-2">
          {begun.map((exam) => (
            <li key={exam.id}>
              <ReadinessCard exam={exam} answers={answered.get(exam.id) ?? 0} />
            </li>
          ))}
        </ul>
      )}
      {isLoading || others.length === 0 ? null : <NotBegun exams={others} />}
    </Page>
  );
}

function ReadinessCard({ exam, answers }: { exam: ExamSummary; answers: number }) {
  const { data, error } = useQuery(readinessQuery(exam.id, rememberedPlan(exam.id, today())));
  const now = data?.today;
  return (
    <Card className="grid h-full content-start gap-3">
      <p className="font-semibold text-muted">
        {VENDORS[exam.vendor]} · {exam.code}
      </p>
      <h2 className="text-xl">
        <TextLink to="/readiness/$examId" params={{ examId: exam.id }}>
          {exam.title}
        </TextLink>
      </h2>
      {error ? <p className="text-bad">{sentenceOf(error)}</p> : null}
      {!now && !error ? <Loading label={`Reading ${exam.code}`} lines={2} /> : null}
      {now ? (
        <Dial
          title="Chance of passing today"
          reading={now.status === 'enough' ? { estimate: now.probability, low: now.low, high: now.high } : undefined}
          bandName="80 % band"
        />
      ) : null}
      <p className="text-[0.94rem] text-muted">
        From {counted(answers, 'answer')}. {data ? nextSentence(data) : ''}
      </p>
    </Card>
  );
}

/** What to do about it, or what it comes to. */
function nextSentence({ today: now, missingAnswers, domains, forecast, plan }: Readiness): string {
  if (now.status === 'not-enough-evidence') {
    return `About ${counted(missingAnswers, 'more answer')} to new questions before there is a number.`;
  }
  if (forecast && plan.examOn) return `On ${dayInWords(plan.examOn)}: ${estimateText(forecast.onExamDay)}.`;
  const [best] = [...domains].sort((a, b) => b.nextHour - a.nextHour);
  return best ? `The next hour is worth most in domain ${best.number}, ${best.name}.` : '';
}

function NotBegun({ exams }: { exams: readonly ExamSummary[] }) {
  return (
    <section aria-labelledby="not-begun" className="grid gap-4">
      <h2 id="not-begun" className="text-2xl sm:text-3xl">
        Not measured yet
      </h2>
      <ul className="divide-y divide-line rounded-xl border border-line bg-card">
        {exams.map(({ id, code, title }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 px-5 py-3">
            <span>
              <span className="font-semibold">{code}</span> <span className="text-muted">{title}</span>
            </span>
            <RouterLinkButton to="/exams/$examId/diagnosis" params={{ examId: id }} size="small">
              Take the diagnosis<span className="sr-only">: {title}</span>
            </RouterLinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
