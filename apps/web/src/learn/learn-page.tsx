import { Card, EmptyState, ErrorState, Loading, StackedStones } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { sentenceOf } from '../api.ts';
import { RouterLinkButton, TextLink } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { examsQuery } from '../app/queries.ts';
import { useKeptAhead } from '../offline/use-kept-ahead.ts';
import { lessonsQuery } from './learn-requests.ts';
import { byExam, type ExamLessons, nextLesson, progressOf, progressText } from './learn-words.ts';

export const learnPage = createLazyRoute('/learn')({ component: LearnPage });

function LearnPage() {
  const { data, error, refetch } = useQuery(lessonsQuery);
  useKeptAhead();
  return (
    <Page
      title="Learn"
      lede="Short lessons, one for each task of an exam: the idea with something to try, a decision worked through, three questions."
    >
      {error ? (
        <ErrorState title="The lessons could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} />
      ) : null}
      {!data && !error ? <Loading label="Reading the lessons" lines={4} /> : null}
      {data?.length === 0 ? (
        <EmptyState
          title="No lesson is installed"
          action={<RouterLinkButton to="/read/glossary">Read the glossary instead</RouterLinkButton>}
        >
          <p>Lessons are Markdown files in content/lessons. Add one, then start Cairn again.</p>
        </EmptyState>
      ) : null}
      <ul className="grid gap-5 md:grid-cols-2">
        {byExam(data ?? []).map((lessons) => (
          <li key={lessons.exam}>
            <ExamCard {...lessons} />
          </li>
        ))}
      </ul>
      {data && data.length > 0 ? (
        <p className="text-muted">
          Words that you meet are explained in place; all of them stand in the{' '}
          <TextLink to="/read/glossary">glossary</TextLink>.
        </p>
      ) : null}
    </Page>
  );
}

function ExamCard({ exam, domains }: ExamLessons) {
  const title = useExamTitle(exam);
  const lessons = domains.flatMap((domain) => domain.lessons);
  const progress = progressOf(lessons);
  const next = nextLesson(lessons);
  return (
    <Card className="relative flex h-full flex-col gap-4 transition-shadow focus-within:shadow-raised hover:shadow-raised">
      <div className="flex items-start justify-between gap-4">
        <div className="grid gap-2">
          <p className="text-[0.94rem] font-semibold text-muted">{exam.toUpperCase()}</p>
          <h2 className="text-2xl">
            <Link
              to="/learn/$exam"
              params={{ exam }}
              className="text-ink no-underline after:absolute after:inset-0 after:rounded-xl hover:text-accent"
            >
              {title}
            </Link>
          </h2>
        </div>
        <DomainStones domains={domains} />
      </div>
      <p className="grow text-muted">{progressText(progress)}</p>
      <p className="border-t border-line pt-3 font-semibold text-accent">
        {next ? `Next: ${next.title}` : 'All read, and every check right'}
      </p>
    </Card>
  );
}

/** One stone a domain, laid once all its lessons are read. */
function DomainStones({ domains }: Pick<ExamLessons, 'domains'>) {
  const laid = domains.filter(({ lessons }) => lessons.every(({ readAt }) => readAt !== null)).length;
  return (
    <StackedStones
      done={laid}
      total={domains.length}
      label={`${laid} of ${domains.length} domains read`}
      className="h-16 shrink-0"
    />
  );
}

/** The name of an exam; until it is known, its code. */
export function useExamTitle(exam: string): string {
  const { data } = useQuery(examsQuery);
  return data?.find(({ id }) => id === exam.toLowerCase())?.title ?? exam.toUpperCase();
}
