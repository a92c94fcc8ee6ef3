import type { Report } from '@cairn/contract';
import { Button, Callout, Card, Icon } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sentenceOf } from '../api.ts';
import { RouterLinkButton, TextLink } from '../app/links.tsx';
import { counted } from '../app/words.ts';
import { labsQuery } from '../labs/lab-requests.ts';
import { lessonsQuery } from '../learn/learn-requests.ts';
import { taskNumber } from './exam-words.ts';
import { studying, useStart } from './use-start.ts';

export function NextSteps({ report }: { report: Report }) {
  if (report.next.length === 0) {
    return (
      <Callout tone="good" title="Nothing was missed">
        <p>Try questions that you have not seen, or a full form in exam mode.</p>
      </Callout>
    );
  }
  return (
    <section aria-labelledby="next" className="grid gap-4">
      <h2 id="next" className="text-2xl sm:text-3xl">
        What to do next
      </h2>
      <ol className="grid gap-4 md:grid-cols-2">
        {report.next.map(({ task, text, missed, of, reading }) => (
          <li key={task}>
            <Card className="grid h-full content-start gap-2">
              <h3 className="font-sans text-lg font-semibold tracking-normal">{text}</h3>
              <p className="text-[0.94rem] text-muted">
                {missed} of {counted(of, 'question')} missed · task {taskNumber(task)}
              </p>
              <Learn exam={report.exam} task={task} />
              {reading.length === 0 ? null : (
                <ul className="grid gap-1">
                  {reading.map(({ url, title }) => (
                    <li key={url}>
                      <a
                        href={url}
                        target="_blank"
                        rel="noreferrer noopener"
                        className="break-words text-accent underline underline-offset-4"
                      >
                        {title} <Icon name="external" className="size-3.5" />
                        <span className="sr-only"> (opens in a new tab)</span>
                      </a>
                    </li>
                  ))}
                </ul>
              )}
            </Card>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What Cairn itself has on a task: its lesson, cards, and labs. Nothing where there is none. */
function Learn({ exam, task }: { exam: string; task: string }) {
  const lesson = useQuery(lessonsQuery).data?.find(({ id }) => id === task);
  const labs = useQuery(labsQuery).data?.filter(({ objectives }) => objectives.includes(task)) ?? [];
  if (!lesson && labs.length === 0) return null;
  return (
    <ul className="grid gap-1">
      {lesson ? (
        <li>
          <TextLink to="/learn/$exam/$task" params={{ exam, task: lesson.task }}>
            Lesson: {lesson.title}
          </TextLink>{' '}
          <span className="text-muted">· {lesson.minutes} minutes</span>
        </li>
      ) : null}
      {labs.map(({ id, title, minutes }) => (
        <li key={id}>
          <TextLink to="/labs/$labId" params={{ labId: id }}>
            Lab: {title}
          </TextLink>{' '}
          <span className="text-muted">· {minutes} minutes</span>
        </li>
      ))}
    </ul>
  );
}

const SHORT_STUDY = 20;

/** New study attempts from what this one showed. */
export function PracticeAgain({ report }: { report: Report }) {
  const start = useStart();
  const { exam } = report;
  const [domain, setDomain] = useState(() => weakestDomain(report));
  return (
    <section aria-labelledby="again" className="grid gap-4">
      <div className="grid gap-1">
        <h2 id="again" className="text-2xl sm:text-3xl">
          Practise again
        </h2>
        <p className="text-muted">
          Study mode, without a clock, at most {SHORT_STUDY} questions. Each is explained as soon as you check it.
        </p>
      </div>
      <div className="flex flex-wrap items-end gap-3">
        <Button
          look="primary"
          disabled={start.isPending}
          onClick={() => start.mutate(studying(exam, { kind: 'missed', questions: SHORT_STUDY }))}
        >
          Retry missed
        </Button>
        <Button
          disabled={start.isPending}
          onClick={() => start.mutate(studying(exam, { kind: 'unseen', questions: SHORT_STUDY }))}
        >
          Unseen questions
        </Button>
        <span className="flex flex-wrap items-center gap-2">
          <Button
            disabled={start.isPending}
            onClick={() => start.mutate(studying(exam, { kind: 'domain', domain, questions: SHORT_STUDY }))}
          >
            One domain:
          </Button>
          <select
            aria-label="Domain to study"
            value={domain}
            onChange={(event) => setDomain(Number(event.target.value))}
            className="min-h-11 max-w-64 rounded-lg border border-muted/70 bg-card px-3"
          >
            {report.domains.map(({ number, name }) => (
              <option key={number} value={number}>
                {number} {name}
              </option>
            ))}
          </select>
        </span>
        <RouterLinkButton to="/exams/$examId" params={{ examId: exam }} look="quiet">
          Another form
        </RouterLinkButton>
        <RouterLinkButton to="/readiness/$examId" params={{ examId: exam }} look="quiet">
          Your readiness
        </RouterLinkButton>
      </div>
      {start.error ? (
        <div role="alert">
          <Callout tone="warn" title="This selection could not be started">
            <p>{sentenceOf(start.error)}</p>
          </Callout>
        </div>
      ) : null}
    </section>
  );
}

const weakestDomain = ({ domains }: Report): number =>
  [...domains].filter(({ questions }) => questions > 0).sort((a, b) => a.percent.estimate - b.percent.estimate)[0]
    ?.number ?? 1;
