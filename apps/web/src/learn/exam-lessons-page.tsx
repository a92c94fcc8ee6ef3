import type { LessonSummary } from '@cairn/contract';
import { EmptyState, ErrorState, Icon, Loading } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { sentenceOf } from '../api.ts';
import { RouterLinkButton, TextLink } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { counted } from '../app/words.ts';
import { useKeptAhead } from '../offline/use-kept-ahead.ts';
import { useExamTitle } from './learn-page.tsx';
import { lessonsQuery } from './learn-requests.ts';
import {
  byExam,
  checksText,
  type Domain,
  type ExamLessons,
  nextLesson,
  progressOf,
  progressText,
} from './learn-words.ts';

export const examLessonsPage = createLazyRoute('/learn/$exam')({ component: ExamLessonsPage });

function ExamLessonsPage() {
  const { exam } = examLessonsPage.useParams();
  const title = useExamTitle(exam);
  useKeptAhead(exam);
  const { data, error, refetch } = useQuery(lessonsQuery);
  const lessons = byExam(data ?? []).find((one) => one.exam === exam.toLowerCase());
  const isMissing = data !== undefined && lessons === undefined;
  return (
    <Page
      title={isMissing ? `No lessons for ${exam.toUpperCase().slice(0, 20)}` : title}
      kicker={
        <>
          <TextLink to="/learn">Learn</TextLink> · {exam.toUpperCase().slice(0, 20)}
        </>
      }
      {...(lessons && { lede: progressText(progressOf(all(lessons))) })}
    >
      {error ? (
        <ErrorState title="The lessons could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} />
      ) : null}
      {!data && !error ? <Loading label="Reading the lessons" lines={5} /> : null}
      {isMissing ? (
        <EmptyState
          title="There are no lessons for it yet"
          action={
            <RouterLinkButton to="/learn" look="primary">
              See what there is
            </RouterLinkButton>
          }
        >
          <p>Other exams have lessons, and every exam of the library has questions to study with.</p>
        </EmptyState>
      ) : null}
      {lessons ? <Lessons {...lessons} /> : null}
    </Page>
  );
}

const all = ({ domains }: ExamLessons): readonly LessonSummary[] => domains.flatMap(({ lessons }) => lessons);

function Lessons({ exam, domains }: ExamLessons) {
  const next = nextLesson(all({ exam, domains }));
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        {next ? (
          <RouterLinkButton to="/learn/$exam/$task" params={{ exam, task: next.task }} look="primary">
            {next.readAt === null ? 'Next lesson' : 'Read again'}: {next.title}
          </RouterLinkButton>
        ) : (
          <p className="font-semibold text-good">
            <Icon name="check" /> All read, and every check right.
          </p>
        )}
        <RouterLinkButton to="/learn/$exam/sheet" params={{ exam }}>
          Cheat sheet
        </RouterLinkButton>
      </div>
      {domains.map((domain) => (
        <DomainSection key={domain.number} exam={exam} domain={domain} nextId={next?.id} />
      ))}
    </>
  );
}

type DomainProps = { readonly exam: string; readonly domain: Domain; readonly nextId: string | undefined };

function DomainSection({ exam, domain: { number, name, lessons }, nextId }: DomainProps) {
  const { read, total } = progressOf(lessons);
  return (
    <section aria-labelledby={`domain-${number}`} className="grid gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={`domain-${number}`} className="text-2xl">
          <span className="text-muted">{number}</span> {name}
        </h2>
        <p className="text-[0.94rem] text-muted">
          {read} of {counted(total, 'lesson')} read
        </p>
      </div>
      <ul className="divide-y divide-line border-y border-line">
        {lessons.map((lesson) => (
          <LessonRow key={lesson.id} exam={exam} lesson={lesson} isNext={lesson.id === nextId} />
        ))}
      </ul>
    </section>
  );
}

function LessonRow({ exam, lesson, isNext }: { exam: string; lesson: LessonSummary; isNext: boolean }) {
  const { task, title, summary, minutes, readAt } = lesson;
  return (
    <li className="relative grid gap-x-5 gap-y-1 py-4 hover:bg-card sm:grid-cols-[1.5rem_minmax(0,1fr)_auto] sm:px-3">
      <ReadMark isRead={readAt !== null} />
      <div className="grid gap-1">
        <h3 className="font-sans text-[1.06rem] font-semibold tracking-normal">
          <Link
            to="/learn/$exam/$task"
            params={{ exam, task }}
            className="text-ink no-underline after:absolute after:inset-0 hover:text-accent"
          >
            <span className="font-normal text-muted">{task}</span> {title}
          </Link>
          {isNext ? <span className="ml-2 text-[0.94rem] text-accent">next</span> : null}
        </h3>
        <p className="max-w-3xl text-[0.94rem] text-muted">{summary}</p>
      </div>
      <p className="text-[0.94rem] text-muted sm:text-right">
        <span className="sm:hidden">{readAt === null ? 'not read' : 'read'} · </span>
        {counted(minutes, 'minute')}
        <span className="sm:block">
          <span className="sm:hidden"> · </span>
          {checksText(lesson)}
        </span>
      </p>
    </li>
  );
}

function ReadMark({ isRead }: { isRead: boolean }) {
  return (
    <span className="hidden pt-0.5 sm:block">
      {isRead ? (
        <Icon name="check" className="size-5 text-good" />
      ) : (
        <span aria-hidden="true" className="mt-1 block size-4 rounded-full border-2 border-dashed border-muted/60" />
      )}
      <span className="sr-only">{isRead ? 'Read' : 'Not read'}</span>
    </span>
  );
}
