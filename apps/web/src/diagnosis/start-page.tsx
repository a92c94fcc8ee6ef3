import type { DiagnosisSummary, ExamSummary } from '@cairn/contract';
import { Button, Callout, Card, ErrorState, Loading } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { sentenceOf } from '../api.ts';
import { RouterLinkButton, TextLink } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { diagnosesQuery, examsQuery } from '../app/queries.ts';
import { counted, VENDORS } from '../app/words.ts';
import { momentText } from '../exam/exam-words.ts';
import { USUAL } from './diagnosis-words.ts';
import { NarrowingPicture } from './narrowing-picture.tsx';
import { useStartDiagnosis } from './use-start-diagnosis.ts';

export const diagnosisStartPage = createLazyRoute('/exams/$examId/diagnosis')({ component: StartPage });

function StartPage() {
  const { examId } = diagnosisStartPage.useParams();
  const { data, error, refetch } = useQuery(examsQuery);
  const exam = data?.find(({ id }) => id === examId.toLowerCase());
  if (exam) return <ExamDiagnosis key={exam.id} exam={exam} />;
  if (error) {
    return (
      <Page title="Diagnosis" width="text">
        <ErrorState title="The exams could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (!data) {
    return (
      <Page title="Diagnosis" width="text">
        <Loading label="Reading the exam" />
      </Page>
    );
  }
  return (
    <Page
      title={`No exam called ${examId}`}
      width="text"
      lede={`There are ${data.map(({ code }) => code).join(', ') || 'none yet'}. Choose one from the list.`}
    >
      <div>
        <RouterLinkButton to="/exams" look="primary">
          See all exams
        </RouterLinkButton>
      </div>
    </Page>
  );
}

function ExamDiagnosis({ exam }: { exam: ExamSummary }) {
  const diagnoses = useQuery(diagnosesQuery);
  const own = diagnoses.data?.filter(({ exam: of }) => of === exam.id) ?? [];
  const running = own.find(({ state }) => state === 'running');
  const [shortest, longest] = [USUAL.least, USUAL.most].map(
    (questions) => Math.round((questions * USUAL.minutesEach) / 5) * 5,
  );
  return (
    <Page
      title="Where do you stand?"
      kicker={`${VENDORS[exam.vendor]} · ${exam.code} · Diagnosis`}
      lede={`A short test that adapts to you: ${USUAL.least} to ${USUAL.most} questions, about ${shortest} to ${longest} minutes. Each question is chosen by what your answers have told so far, and it stops as soon as the answer is known.`}
    >
      {diagnoses.error ? (
        <ErrorState
          title="Your earlier diagnoses could not be read"
          detail={sentenceOf(diagnoses.error)}
          onRetry={() => void diagnoses.refetch()}
        />
      ) : null}
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid gap-6">
          <Rules />
          {running ? <RunningDiagnosis running={running} /> : <Start exam={exam} isWaiting={diagnoses.isPending} />}
        </div>
        <Card>
          <NarrowingPicture />
        </Card>
      </div>
      <Past past={own.filter(({ state }) => state === 'over')} />
    </Page>
  );
}

const RULES = [
  {
    title: 'One question at a time, no going back',
    text: 'The next question depends on your answer, so an answer stands once it is given.',
  },
  {
    title: '“I don’t know” is an honest answer',
    text: 'It counts as not solved. A guess that happens to be right would send you the wrong way.',
  },
  {
    title: 'No verdict until the end',
    text: 'Knowing how the last one went changes how the next is answered. At the end you see every question with its key and the reasons.',
  },
  {
    title: 'Stop and come back as you like',
    text: 'There is no clock. Each answer is kept on this device, then in Cairn; you return to the same question.',
  },
] as const;

function Rules() {
  return (
    <section aria-labelledby="rules">
      <h2 id="rules" className="sr-only">
        How it works
      </h2>
      <ol className="grid gap-4 sm:grid-cols-2">
        {RULES.map(({ title, text }) => (
          <li key={title} className="grid content-start gap-1 border-l-2 border-accent/50 pl-4">
            <h3 className="font-sans text-[1.05rem] font-semibold tracking-normal">{title}</h3>
            <p className="text-muted">{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Start({ exam, isWaiting }: { exam: ExamSummary; isWaiting: boolean }) {
  const start = useStartDiagnosis(exam.id);
  return (
    <div className="grid gap-4">
      {start.error ? (
        <div role="alert">
          <Callout tone="bad" title="The diagnosis did not start">
            <p>{sentenceOf(start.error)}</p>
          </Callout>
        </div>
      ) : null}
      <div className="flex flex-wrap items-center gap-4">
        <Button look="primary" disabled={start.isPending || isWaiting} onClick={() => start.mutate()}>
          {start.isPending ? 'Choosing the first question…' : 'Start the diagnosis'}
        </Button>
        <p className="text-[0.94rem] text-muted">
          For {exam.code}, {exam.title}
        </p>
      </div>
    </div>
  );
}

function RunningDiagnosis({ running }: { running: DiagnosisSummary }) {
  return (
    <Callout tone="accent" title="One is running">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p>
          Started {momentText(running.startedAt)}; {counted(running.answered, 'question')} answered.
        </p>
        <RouterLinkButton to="/diagnoses/$diagnosisId" params={{ diagnosisId: running.id }} look="primary">
          Go on with it
        </RouterLinkButton>
      </div>
    </Callout>
  );
}

function Past({ past }: { past: readonly DiagnosisSummary[] }) {
  if (past.length === 0) return null;
  return (
    <section aria-labelledby="past" className="grid gap-4">
      <h2 id="past" className="text-2xl sm:text-3xl">
        Earlier diagnoses
      </h2>
      <ul className="divide-y divide-line rounded-xl border border-line bg-card">
        {past.map(({ id, overAt, startedAt, answered }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-5 gap-y-1 px-5 py-3">
            <TextLink to="/diagnoses/$diagnosisId/result" params={{ diagnosisId: id }} className="font-semibold">
              {momentText(overAt ?? startedAt)}
            </TextLink>
            <span className="text-[0.94rem] text-muted">{counted(answered, 'question')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
