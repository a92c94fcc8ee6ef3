import type { ExamSummary } from '@cairn/contract';
import { Card, ErrorState, Loading, SourceNote } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { sentenceOf } from '../api.ts';
import { RouterLinkButton, TextLink } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { examsQuery } from '../app/queries.ts';
import { VENDORS } from '../app/words.ts';
import { kindName, minutesText, whole } from './exam-words.ts';
import { StandingSection } from './standing-section.tsx';
import { StartForm } from './start-form.tsx';

export const startPage = createLazyRoute('/exams/$examId')({ component: StartPage });

function StartPage() {
  const { examId } = startPage.useParams();
  const { data, error, refetch } = useQuery(examsQuery);
  const exam = data?.find(({ id }) => id === examId.toLowerCase());
  if (exam) return <ExamPage key={exam.id} exam={exam} />;
  if (error) {
    return (
      <Page title="This exam could not be read" width="text">
        <ErrorState title="The exams could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (!data) {
    return (
      <Page title="Exam" width="text">
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

function ExamPage({ exam }: { exam: ExamSummary }) {
  const asked = startPage.useSearch();
  return (
    <Page
      title={exam.title}
      kicker={`${VENDORS[exam.vendor]} · ${exam.code}`}
      lede={`${exam.questions} questions in ${minutesText(exam.minutes)}; the pass line is ${whole(exam.scale.pass)} on a scale from ${whole(exam.scale.min)} to ${whole(exam.scale.max)}.`}
    >
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid gap-6">
          <StartForm exam={exam} asked={asked} />
          <Saved />
        </div>
        <Shape exam={exam} />
      </div>
      <StandingSection exam={exam} />
      <Notes exam={exam} />
    </Page>
  );
}

function Shape({ exam }: { exam: ExamSummary }) {
  const kinds = Object.keys(exam.bank.byKind).map(kindName);
  return (
    <Card className="grid gap-3">
      <h2 className="text-xl">How this exam works</h2>
      <ul className="grid list-disc gap-2 pl-5 text-[0.97rem] marker:text-muted">
        {exam.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
        {exam.tools.calculator ? <li>There is a calculator.</li> : null}
        <li>Question types in our bank: {kinds.join(', ')}.</li>
      </ul>
      <p className="text-[0.94rem]">
        <TextLink to="/certifications/$code" params={{ code: exam.certification }}>
          All facts about this certification
        </TextLink>
      </p>
    </Card>
  );
}

function Saved() {
  return (
    <Card className="grid gap-3">
      <h2 className="text-xl">What is saved</h2>
      <ul className="grid list-disc gap-2 pl-5 text-[0.97rem] marker:text-muted">
        <li>
          Each answer, flag, strike-out, highlight and note, as soon as you make it: first on this device, then in
          Cairn.
        </li>
        <li>
          Close the window, lose the network or restart the machine: you come back to the same question, in the same
          order.
        </li>
        <li>The clock is Cairn’s. In exam mode it runs on while you are away; in study mode you can pause it.</li>
      </ul>
    </Card>
  );
}

/** What the vendor says, each with its source: the rules above are only as good as these. */
function Notes({ exam }: { exam: ExamSummary }) {
  if (exam.notes.length === 0) return null;
  return (
    <section aria-labelledby="facts" className="grid max-w-3xl gap-3">
      <h2 id="facts" className="text-2xl">
        Where these rules come from
      </h2>
      <ul className="grid gap-2">
        {exam.notes.map(({ text, grade, source, checkedOn }) => (
          <li key={text}>
            {text}{' '}
            <SourceNote
              about={text}
              evidence={[{ source, grade, date: checkedOn, ...(source.startsWith('https://') && { url: source }) }]}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
