import type { Feedback, Lesson, LessonCheck } from '@cairn/contract';
import type { Published } from '@cairn/question-types';
import { isAnswered, VIEWS } from '@cairn/question-types/views';
import { Button, Callout, ErrorState } from '@cairn/ui';
import { useEffect, useRef } from 'react';
import { sentenceOf } from '../api.ts';
import { counted, dayInWords } from '../app/words.ts';
import { revealedOf, Sources, verdictOf } from '../exam/feedback-panel.tsx';
import { renderText } from '../exam/rendered-text.tsx';
import { useCheck } from './use-check.ts';
import '../exam/exam.css';

export function LessonChecks({ lesson }: { lesson: Lesson }) {
  return (
    <section aria-labelledby="checks" className="grid gap-6 print:hidden">
      <div className="grid gap-1">
        <h2 id="checks" className="scroll-mt-24 text-3xl">
          Three questions
        </h2>
        <p className="text-muted">
          From the practice bank. The first answer of a day counts towards what Cairn knows of your skills.
        </p>
      </div>
      <ol className="grid gap-6">
        {lesson.checks.map((check) => (
          <li key={check.number}>
            <Check lesson={lesson} check={check} />
          </li>
        ))}
      </ol>
    </section>
  );
}

type CheckProps = { readonly lesson: Lesson; readonly check: LessonCheck };

function Check({ lesson, check: { number, question: published, lastAnswer } }: CheckProps) {
  const question = published as Published; // the server validated it; the wire calls it unknown
  const { response, feedback, error, isSending, choose, send, again } = useCheck(lesson, number);
  const View = VIEWS[question.kind];
  return (
    <section
      aria-labelledby={`check-${number}`}
      className="holds-width grid gap-5 rounded-xl border border-line bg-card p-5 shadow-card sm:p-6"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 id={`check-${number}`} className="text-xl">
          Question {number}
        </h3>
        {lastAnswer && !feedback ? <p className="text-[0.94rem] text-muted">{lastAnswerText(lastAnswer)}</p> : null}
      </div>
      {feedback ? <Verdict feedback={feedback} /> : null}
      <View
        question={question}
        response={response}
        onChange={choose}
        revealed={feedback && revealedOf(feedback)}
        disabled={isSending || feedback !== undefined}
        renderText={renderText}
      />
      {error ? <ErrorState title="The answer was not taken" detail={sentenceOf(error)} /> : null}
      {feedback ? (
        <>
          <Sources feedback={feedback} />
          <div>
            <Button onClick={again}>Try it again</Button>
          </div>
        </>
      ) : (
        <SendRow isReady={isAnswered(question, response)} isSending={isSending} onSend={send} />
      )}
    </section>
  );
}

/** Focus comes here, so that the verdict is heard before the reasons. */
function Verdict({ feedback }: { feedback: Feedback }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const { tone, text } = verdictOf(feedback);
  return (
    <div ref={box} tabIndex={-1} className="scroll-mt-24 focus:outline-none">
      <Callout tone={tone} title={`${text}: ${feedback.points} of ${counted(feedback.possible, 'point')}`} />
    </div>
  );
}

type SendProps = { readonly isReady: boolean; readonly isSending: boolean; readonly onSend: () => void };

function SendRow({ isReady, isSending, onSend }: SendProps) {
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Button look="primary" disabled={!isReady || isSending} onClick={onSend}>
        {isSending ? 'Checking…' : 'Check answer'}
      </Button>
      {isReady ? null : <p className="text-[0.94rem] text-muted">Answer it completely to see why.</p>}
    </div>
  );
}

function lastAnswerText({ credit, at }: NonNullable<LessonCheck['lastAnswer']>): string {
  const verdict = credit >= 1 ? 'right' : credit > 0 ? 'partly right' : 'not right';
  return `Last time ${verdict}, on ${dayInWords(new Date(at).toISOString().slice(0, 10))}`;
}
