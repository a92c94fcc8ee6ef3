import type { Diagnosis, ReviewedQuestion } from '@cairn/contract';
import type { Published, Response } from '@cairn/question-types';
import { VIEWS } from '@cairn/question-types/views';
import { Icon } from '@cairn/ui';
import { useState } from 'react';
import { kindName, taskNumber } from '../exam/exam-words.ts';
import { revealedOf, Sources, verdictOf } from '../exam/feedback-panel.tsx';
import { renderText } from '../exam/rendered-text.tsx';

/** Every question with its key and the reason behind each option. */
export function ResultReview({ diagnosis: { review } }: { diagnosis: Diagnosis }) {
  return (
    <section aria-labelledby="review" className="grid gap-4">
      <h2 id="review" className="text-2xl sm:text-3xl">
        Every question
      </h2>
      <p className="max-w-3xl text-muted">
        A question tells most when it could go either way, so many of them were meant to be hard for you.
      </p>
      <div className="border-b border-line">
        {review.map((question) => (
          <Reviewed key={question.id} reviewed={question} />
        ))}
      </div>
    </section>
  );
}

const TONES = { good: 'text-good', warn: 'text-warn', bad: 'text-bad' } as const;

function Reviewed({ reviewed }: { reviewed: ReviewedQuestion }) {
  const [isOpen, setOpen] = useState(false);
  const { response, feedback, number, domain } = reviewed;
  const question = reviewed.question as Published; // as the server showed it
  const { tone, text } = verdictOf(feedback);
  const isUnknown = response === null;
  return (
    <details
      name="reviewed-question" // one at a time: two of a kind would name their parts alike
      className="group/fold border-t border-line"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="flex flex-wrap items-center gap-x-3 gap-y-1 py-3 font-semibold hover:text-accent">
        <span className="w-28 tabular-nums">Question {number}</span>
        <span className={TONES[tone]}>
          <span aria-hidden="true">{tone === 'good' ? '✓ ' : '✗ '}</span>
          {isUnknown ? 'I don’t know' : text}
        </span>
        <span className="font-normal text-muted">
          domain {domain} · {kindName(question.kind)}
        </span>
        <Icon name="chevron" className="ml-auto size-5 transition-transform group-open/fold:rotate-180" />
      </summary>
      {isOpen ? <Revealed reviewed={reviewed} question={question} /> : null}
    </details>
  );
}

function Revealed({ reviewed, question }: { reviewed: ReviewedQuestion; question: Published }) {
  const { task, response, feedback } = reviewed;
  const View = VIEWS[question.kind];
  return (
    <div className="holds-width grid max-w-3xl gap-5 pb-8 pt-2">
      <p className="text-[0.94rem] text-muted">Task {taskNumber(task)}</p>
      <View
        question={question}
        response={(response ?? undefined) as Response | undefined} // given to this very question
        onChange={() => undefined}
        revealed={revealedOf(feedback)}
        disabled
        renderText={renderText}
      />
      <Sources feedback={feedback} />
    </div>
  );
}
