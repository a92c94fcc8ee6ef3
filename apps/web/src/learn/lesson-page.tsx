import type { Lesson } from '@cairn/contract';
import { ErrorState, Loading } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { ApiProblem, sentenceOf } from '../api.ts';
import { RouterLinkButton, TextLink } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { counted, dayInWords } from '../app/words.ts';
import { lessonQuery } from './learn-requests.ts';
import { LessonChecks } from './lesson-checks.tsx';
import { LessonFoot } from './lesson-foot.tsx';
import { LessonOutline } from './lesson-outline.tsx';
import { LessonText } from './lesson-text.tsx';
import { ReadingLine } from './reading-line.tsx';
import { useReadingLog } from './use-reading-log.ts';

export const lessonPage = createLazyRoute('/learn/$exam/$task')({ component: LessonPage });

function LessonPage() {
  const { exam, task } = lessonPage.useParams();
  const { data, error, refetch } = useQuery(lessonQuery(exam, task));
  if (data) return <Reading key={data.id} lesson={data} />;
  if (error) return <NoLesson error={error} onRetry={() => void refetch()} />;
  return (
    <Page title="Lesson" width="text">
      <Loading label="Reading the lesson" lines={5} />
    </Page>
  );
}

function NoLesson({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const isUnknown = error instanceof ApiProblem && error.status === 404;
  return (
    <Page title={isUnknown ? 'No such lesson' : 'This lesson cannot be opened'} width="text">
      <ErrorState title={sentenceOf(error)} {...(!isUnknown && { onRetry })} />
      <div>
        <RouterLinkButton to="/learn" look="primary">
          See all lessons
        </RouterLinkButton>
      </div>
    </Page>
  );
}

function Reading({ lesson }: { lesson: Lesson }) {
  const { exam, task, domain, title, summary, minutes, readAt } = lesson;
  const { done, reachEnd } = useReadingLog(lesson);
  return (
    <>
      <ReadingLine onEnd={reachEnd} />
      <Page
        title={title}
        lede={summary}
        kicker={
          <>
            <TextLink to="/learn">Learn</TextLink> ·{' '}
            <TextLink to="/learn/$exam" params={{ exam }}>
              {exam.toUpperCase()}
            </TextLink>{' '}
            · {domain.number} {domain.name} · Task {task} · {counted(minutes, 'minute')}
            {readAt === null ? null : ` · read on ${dayInWords(new Date(readAt).toISOString().slice(0, 10))}`}
          </>
        }
      >
        <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,46rem)_minmax(12rem,16rem)] lg:justify-between">
          <article className="grid gap-12 max-lg:order-2">
            <LessonText lesson={lesson} />
            <LessonChecks lesson={lesson} />
            <LessonFoot lesson={lesson} onDone={done} />
          </article>
          <LessonOutline lesson={lesson} />
        </div>
      </Page>
    </>
  );
}
