import type { AttemptSummary, ExamSummary } from '@cairn/contract';
import { Badge, Callout, Card, EmptyState, ErrorState, Fold, Loading } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { sentenceOf } from '../api.ts';
import { RouterLinkButton, TextLink } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { attemptsQuery, examsQuery } from '../app/queries.ts';
import { counted, VENDORS } from '../app/words.ts';
import { momentText, scopeText, whole } from './exam-words.ts';

export const examsPage = createLazyRoute('/exams')({ component: ExamsPage });

function ExamsPage() {
  const { data, error, refetch } = useQuery(examsQuery);
  return (
    <Page
      title="Practice exams"
      lede="Original questions in forms built to each blueprint: the same number, time, weights and rules. Study with an explanation after each question, or sit it as on the day."
    >
      <RunningAttempts />
      <section aria-labelledby="exams" className="grid gap-5">
        <h2 id="exams" className="text-2xl sm:text-3xl">
          Exams
        </h2>
        {error ? (
          <ErrorState title="The exams could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} />
        ) : null}
        {!data && !error ? <Loading label="Reading the exams" /> : null}
        {data?.length === 0 ? (
          <EmptyState title="No exam is installed">
            <p>Exams are files in content/exams. Add one, then start Cairn again.</p>
          </EmptyState>
        ) : null}
        <ul className="grid gap-5 md:grid-cols-2 xl:grid-cols-3">
          {data?.map((exam) => (
            <li key={exam.id}>
              <ExamCard exam={exam} />
            </li>
          ))}
        </ul>
      </section>
      <PastAttempts />
    </Page>
  );
}

function ExamCard({ exam }: { exam: ExamSummary }) {
  const { bank } = exam;
  return (
    <Card className="flex h-full flex-col gap-4">
      <div className="flex items-center justify-between gap-3">
        <span className="font-semibold text-muted">
          {VENDORS[exam.vendor]} · {exam.code}
        </span>
        {exam.status === 'active' ? null : (
          <Badge tone="warn">{`${exam.status.charAt(0).toUpperCase()}${exam.status.slice(1)}`}</Badge>
        )}
      </div>
      <h3 className="grow text-xl">
        <Link to="/exams/$examId" params={{ examId: exam.id }} className="text-ink no-underline hover:text-accent">
          {exam.title}
        </Link>
      </h3>
      <dl className="grid grid-cols-3 gap-2 text-[0.94rem]">
        <Figure name="questions" value={whole(exam.questions)} />
        <Figure name="minutes" value={whole(exam.minutes)} />
        <Figure name="to pass" value={whole(exam.scale.pass)} />
      </dl>
      <p className="text-[0.94rem] text-muted">
        Bank: {counted(bank.questions, 'question')} of {counted(Object.keys(bank.byKind).length, 'type')}.{' '}
        {bank.canFillForm ? 'Fills a full form.' : 'Not enough for a full form yet: study mode only.'}
      </p>
      <div className="flex flex-wrap gap-3">
        <RouterLinkButton to="/exams/$examId" params={{ examId: exam.id }} look="primary">
          {bank.canFillForm ? 'Prepare to sit' : 'Study'}
          <span className="sr-only">: {exam.title}</span>
        </RouterLinkButton>
        <RouterLinkButton to="/exams/$examId/diagnosis" params={{ examId: exam.id }}>
          Diagnosis<span className="sr-only">: {exam.title}</span>
        </RouterLinkButton>
      </div>
    </Card>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex flex-col-reverse">
      <dt className="text-muted">{name}</dt>
      <dd className="font-display text-2xl font-semibold tabular-nums">{value}</dd>
    </div>
  );
}

/** The newest come first; a pile of forgotten ones must not push the exams off the page. */
const SHOWN_RUNNING = 3;

function RunningAttempts() {
  const { data } = useQuery(attemptsQuery);
  const running = data?.filter(({ state }) => state !== 'over') ?? [];
  if (running.length === 0) return null;
  return (
    <section aria-labelledby="running" className="grid gap-4">
      <h2 id="running" className="text-2xl sm:text-3xl">
        Still running
      </h2>
      <ul className="grid gap-3">
        {running.slice(0, SHOWN_RUNNING).map((attempt) => (
          <RunningRow key={attempt.id} attempt={attempt} />
        ))}
      </ul>
      {running.length > SHOWN_RUNNING ? (
        <Fold summary={`${running.length - SHOWN_RUNNING} more that were never handed in`}>
          <ul className="grid gap-3">
            {running.slice(SHOWN_RUNNING).map((attempt) => (
              <RunningRow key={attempt.id} attempt={attempt} />
            ))}
          </ul>
        </Fold>
      ) : null}
    </section>
  );
}

function RunningRow({ attempt }: { attempt: AttemptSummary }) {
  return (
    <li>
      <Callout tone="accent" title={attempt.title}>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p>
            {attempt.mode === 'study' ? 'Study' : 'Exam'}, {scopeText(attempt.scope).toLowerCase()}: {attempt.answered}{' '}
            of {counted(attempt.questions, 'question')} answered{attempt.state === 'paused' ? ', paused' : ''}. Started{' '}
            {momentText(attempt.startedAt)}.
          </p>
          <RouterLinkButton to="/attempts/$attemptId" params={{ attemptId: attempt.id }} look="primary">
            Continue
            <span className="sr-only">: {attempt.title}</span>
          </RouterLinkButton>
        </div>
      </Callout>
    </li>
  );
}

function PastAttempts() {
  const { data, error, refetch } = useQuery(attemptsQuery);
  const past = data?.filter(({ state }) => state === 'over') ?? [];
  return (
    <section aria-labelledby="past" className="grid gap-4">
      <h2 id="past" className="text-2xl sm:text-3xl">
        Past attempts
      </h2>
      {error ? (
        <ErrorState title="Your attempts could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} />
      ) : null}
      {data && past.length === 0 ? (
        <EmptyState title="None yet">
          <p>Reports of finished attempts are listed here, with every question to look back at.</p>
        </EmptyState>
      ) : null}
      {past.length === 0 ? null : (
        <ul className="divide-y divide-line rounded-xl border border-line bg-card">
          {past.map((attempt) => (
            <PastRow key={attempt.id} attempt={attempt} />
          ))}
        </ul>
      )}
    </section>
  );
}

function PastRow({ attempt }: { attempt: AttemptSummary }) {
  return (
    <li className="flex flex-wrap items-center gap-x-5 gap-y-1 px-5 py-3">
      <TextLink to="/attempts/$attemptId/report" params={{ attemptId: attempt.id }} className="font-semibold">
        {attempt.title}
      </TextLink>
      <span className="text-[0.94rem] text-muted">
        {attempt.mode === 'study' ? 'Study' : 'Exam'} · {scopeText(attempt.scope)} ·{' '}
        {momentText(attempt.overAt ?? attempt.startedAt)}
      </span>
      {attempt.corrected && !attempt.corrected.isSeen ? <Badge tone="accent">Key corrected</Badge> : null}
      <span className="ml-auto tabular-nums">
        {attempt.corrected ? `${whole(attempt.corrected.percent)} %, was ` : ''}
        {attempt.percent === null ? '' : `${whole(attempt.percent)} %`}
        {attempt.scaled && attempt.scope.kind === 'form' ? (
          <span className="text-muted">
            {' '}
            · estimate {whole(attempt.scaled.low)}–{whole(attempt.scaled.high)}
          </span>
        ) : null}
      </span>
    </li>
  );
}
