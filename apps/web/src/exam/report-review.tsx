import type { Attempt, PublishedSection, PublishedSlot, Report } from '@cairn/contract';
import { VIEWS } from '@cairn/question-types/views';
import { Callout, EmptyState, ErrorState, Icon, Loading } from '@cairn/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { sentenceOf } from '../api.ts';
import { MakeCardButton } from '../cards/make-card-button.tsx';
import { ReportButton } from '../reports/report-button.tsx';
import { questionOf, responseOf, stateOf } from './attempt-view.ts';
import { clockText } from './countdown.ts';
import { kindName, taskNumber } from './exam-words.ts';
import { revealedOf, Sources, verdictOf } from './feedback-panel.tsx';
import { FlagMark } from './navigator.tsx';
import { renderText } from './rendered-text.tsx';

type Reported = Report['questions'][number];

const FILTERS = [
  { id: 'wrong', text: 'Lost points', passes: ({ points, possible }: Reported) => points < possible },
  { id: 'flagged', text: 'Flagged', passes: ({ flagged }: Reported) => flagged },
  { id: 'unanswered', text: 'Not answered', passes: ({ answered }: Reported) => !answered },
  { id: 'unscored', text: 'Unscored', passes: ({ scored }: Reported) => !scored },
  { id: 'all', text: 'All', passes: () => true },
] as const;

type FilterId = (typeof FILTERS)[number]['id'];

/** Every question with its key, the reason behind each option, and the sources. */
export function ReportReview({ report, attempt }: { report: Report; attempt: UseQueryResult<Attempt> }) {
  const [chosen, setChosen] = useState<FilterId>(report.questions.some(FILTERS[0].passes) ? 'wrong' : 'all');
  const filter = FILTERS.find(({ id }) => id === chosen) ?? FILTERS[0];
  const shown = report.questions.filter(filter.passes);
  return (
    <section aria-labelledby="review" className="grid gap-4">
      <h2 id="review" className="text-2xl sm:text-3xl">
        Every question
      </h2>
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">Which questions to show</legend>
        {FILTERS.map(({ id, text, passes }) => (
          <button
            key={id}
            type="button"
            aria-pressed={chosen === id}
            onClick={() => setChosen(id)}
            className="min-h-11 rounded-full border border-line bg-card px-4 text-[0.94rem] font-semibold hover:border-accent aria-pressed:border-accent aria-pressed:bg-accent aria-pressed:text-on-accent"
          >
            {text} ({report.questions.filter(passes).length})
          </button>
        ))}
      </fieldset>
      {attempt.error ? (
        <ErrorState
          title="The questions could not be read"
          detail={sentenceOf(attempt.error)}
          onRetry={() => void attempt.refetch()}
        />
      ) : null}
      {attempt.isPending ? <Loading label="Reading the questions" /> : null}
      {attempt.data && shown.length === 0 ? <EmptyState title="No question here" /> : null}
      {attempt.data ? (
        <div className="border-b border-line">
          {shown.map((question) => (
            <ReviewedQuestion key={question.slot} reported={question} attempt={attempt.data} />
          ))}
        </div>
      ) : null}
    </section>
  );
}

function placeOf(attempt: Attempt, slotId: string): { section: PublishedSection; slot: PublishedSlot } | undefined {
  for (const section of attempt.sections) {
    const slot = section.slots.find(({ id }) => id === slotId);
    if (slot) return { section, slot };
  }
  return undefined;
}

function ReviewedQuestion({ reported, attempt }: { reported: Reported; attempt: Attempt }) {
  const [isOpen, setOpen] = useState(false);
  const { tone, text } = verdictOf(reported);
  return (
    <details
      className="group/fold border-t border-line"
      onToggle={(event) => setOpen(event.currentTarget.open)} // 65 open questions at once would be slow to draw
    >
      <summary className="flex flex-wrap items-center gap-x-3 gap-y-1 py-3 font-semibold hover:text-accent">
        <span className="w-28 tabular-nums">Question {reported.number}</span>
        <span className={TONES[reported.answered ? tone : 'bad']}>
          <span aria-hidden="true">{reported.points >= reported.possible ? '✓ ' : '✗ '}</span>
          {reported.answered ? text : 'Not answered'}
        </span>
        <span className="font-normal text-muted">
          {reported.points}/{reported.possible} · {kindName(reported.kind)} · {clockText(reported.seconds)}
          {reported.scored ? '' : ' · unscored'}
        </span>
        {reported.flagged ? (
          <span className="inline-flex items-center gap-1 font-normal">
            <FlagMark /> flagged
          </span>
        ) : null}
        <Icon name="chevron" className="ml-auto size-5 transition-transform group-open/fold:rotate-180" />
      </summary>
      {isOpen ? <Revealed reported={reported} attempt={attempt} /> : null}
    </details>
  );
}

const TONES = { good: 'text-good', warn: 'text-warn', bad: 'text-bad' } as const;

function Revealed({ reported, attempt }: { reported: Reported; attempt: Attempt }) {
  const place = placeOf(attempt, reported.slot);
  const feedback = attempt.feedback[reported.slot];
  if (!place || !feedback) return <Callout title="This question is no longer in the attempt." />;
  const state = stateOf(attempt, reported.slot);
  const question = questionOf(place.slot);
  const View = VIEWS[question.kind];
  return (
    <div className="holds-width grid max-w-3xl gap-5 pb-8 pt-2">
      <p className="text-[0.94rem] text-muted">
        Task {taskNumber(reported.task)} · a just-passing candidate succeeds with {Math.round(reported.angoff * 100)} %
      </p>
      {place.section.context ? (
        <details className="rounded-lg border border-line p-4">
          <summary className="font-semibold">Background: {place.section.context.title}</summary>
          {place.section.context.tabs.map(({ id, title, text }) => (
            <div key={id} className="mt-3">
              <h3 className="font-sans font-semibold tracking-normal">{title}</h3>
              {renderText(text)}
            </div>
          ))}
        </details>
      ) : null}
      <View
        question={question}
        response={responseOf(state)}
        onChange={() => undefined}
        revealed={revealedOf(feedback)}
        disabled
        renderText={renderText}
      />
      {state.note === '' ? null : (
        <p>
          <span className="font-semibold">Your note: </span>
          {state.note}
        </p>
      )}
      <Sources feedback={feedback} />
      <div className="flex flex-wrap gap-x-2">
        <MakeCardButton attemptId={attempt.id} slot={reported.slot} />
        <ReportButton attemptId={attempt.id} slot={reported.slot} />
      </div>
    </div>
  );
}
