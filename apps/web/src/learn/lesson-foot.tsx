import type { Lesson } from '@cairn/contract';
import { Button, Icon } from '@cairn/ui';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { sentenceOf } from '../api.ts';
import { RouterLinkButton, TextLink } from '../app/links.tsx';
import { counted, dayInWords } from '../app/words.ts';

type FootProps = { readonly lesson: Lesson; readonly onDone: () => Promise<void> };

export function LessonFoot({ lesson, onDone }: FootProps) {
  return (
    <>
      <div className="grid gap-6 border-t border-line pt-8 print:hidden">
        <Done isRead={lesson.readAt !== null} onDone={onDone} />
        <GoOn lesson={lesson} />
        <Neighbours lesson={lesson} />
      </div>
      <LessonSources lesson={lesson} />
    </>
  );
}

type DoneState = 'open' | 'sending' | 'done' | { readonly failure: string };

function Done({ isRead, onDone }: { isRead: boolean; onDone: FootProps['onDone'] }) {
  const [state, setState] = useState<DoneState>('open');
  const done = async () => {
    setState('sending');
    try {
      await onDone();
      setState('done');
    } catch (error) {
      setState({ failure: sentenceOf(error) });
    }
  };
  const isDone = state === 'done';
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Button look={isDone ? 'secondary' : 'primary'} disabled={state === 'sending' || isDone} onClick={done}>
        <Icon name="check" /> {isDone ? 'Read' : isRead ? 'Read again' : 'Mark as read'}
      </Button>
      <p role="status" className="text-[0.94rem] text-muted">
        {isDone ? 'Logged. It counts for today.' : null}
        {typeof state === 'object' ? `${state.failure} Your browser keeps it and sends it later.` : null}
      </p>
    </div>
  );
}

/** What to do with it: remember it, and use it. */
function GoOn({ lesson: { exam, cards, labs } }: { lesson: Lesson }) {
  if (cards === 0 && labs.length === 0) return null;
  return (
    <section aria-labelledby="go-on" className="grid gap-2">
      <h2 id="go-on" className="text-xl">
        Keep it
      </h2>
      <ul className="grid gap-1">
        {cards > 0 ? (
          <li>
            <TextLink to="/cards/review" search={{ exam }}>
              {counted(cards, 'card')} of this task
            </TextLink>{' '}
            <span className="text-muted">come with the others of the exam when they are due.</span>
          </li>
        ) : null}
        {labs.map(({ id, title, minutes }) => (
          <li key={id}>
            <TextLink to="/labs/$labId" params={{ labId: id }}>
              {title}
            </TextLink>{' '}
            <span className="text-muted">lab, about {counted(minutes, 'minute')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Neighbours({ lesson: { exam, previous, next } }: { lesson: Lesson }) {
  const taskOf = (id: string) => id.split('/')[1] ?? id;
  return (
    <nav aria-label="Lessons" className="flex flex-wrap items-center justify-between gap-3">
      {previous === null ? (
        <span />
      ) : (
        <RouterLinkButton to="/learn/$exam/$task" params={{ exam, task: taskOf(previous) }}>
          Previous lesson: {taskOf(previous)}
        </RouterLinkButton>
      )}
      {next === null ? (
        <Link to="/learn/$exam" params={{ exam }} className="font-semibold text-accent underline underline-offset-4">
          All lessons
        </Link>
      ) : (
        <RouterLinkButton to="/learn/$exam/$task" params={{ exam, task: taskOf(next) }} look="primary">
          Next lesson: {taskOf(next)}
        </RouterLinkButton>
      )}
    </nav>
  );
}

function LessonSources({ lesson: { sources, reviewBy } }: { lesson: Lesson }) {
  const isOverdue = new Date().toISOString().slice(0, 10) > reviewBy;
  return (
    <section aria-labelledby="sources" className="grid gap-2 text-[0.94rem]">
      <h2 id="sources" className="scroll-mt-24 text-xl">
        Sources
      </h2>
      <ul className="grid gap-1">
        {sources.map(({ url, title, checkedOn }) => (
          <li key={url}>
            <a
              href={url}
              target="_blank"
              rel="noreferrer noopener"
              className="wrap-anywhere text-accent underline underline-offset-4"
            >
              {title} <Icon name="external" className="size-3.5" />
              <span className="sr-only"> (opens in a new tab)</span>
            </a>
            <span className="text-muted"> · checked on {dayInWords(checkedOn)}</span>
          </li>
        ))}
      </ul>
      <p className="text-muted">
        {isOverdue ? (
          <>
            <Icon name="warning" className="size-4" /> Its facts were to be checked again by {dayInWords(reviewBy)}.
            Where a source says otherwise today, trust the source.
          </>
        ) : (
          <>Its facts are checked again by {dayInWords(reviewBy)}.</>
        )}
      </p>
    </section>
  );
}
