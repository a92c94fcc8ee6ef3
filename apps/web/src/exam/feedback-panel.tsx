import type { Feedback } from '@cairn/contract';
import type { QuestionViewProps } from '@cairn/question-types/views';
import { Callout, Icon } from '@cairn/ui';
import { useEffect, useId, useRef } from 'react';
import { counted } from '../app/words.ts';

/** What a view needs to show the key. */
export function revealedOf({ solution, why, parts }: Feedback): NonNullable<QuestionViewProps['revealed']> {
  return { solution: solution as NonNullable<QuestionViewProps['revealed']>['solution'], why, parts }; // by the contract
}

export function verdictOf({ points, possible }: Pick<Feedback, 'points' | 'possible'>) {
  if (points >= possible) return { tone: 'good', text: 'Correct' } as const;
  return points > 0
    ? ({ tone: 'warn', text: 'Partly correct' } as const)
    : ({ tone: 'bad', text: 'Not correct' } as const);
}

/** After "Check answer", above the question. Focus comes here, so the verdict is read before the explanations. */
export function CheckedVerdict({ feedback }: { feedback: Feedback | undefined }) {
  const box = useRef<HTMLDivElement>(null);
  const isThere = feedback !== undefined;
  const wasThere = useRef(isThere);
  useEffect(() => {
    if (isThere && !wasThere.current) box.current?.focus();
    wasThere.current = isThere;
  }, [isThere]);
  if (!feedback) {
    return (
      <Callout announce title="Checking your answer">
        <p>The key is kept by Cairn, not by this page: it comes as soon as Cairn answers.</p>
      </Callout>
    );
  }
  const { tone, text } = verdictOf(feedback);
  return (
    <div ref={box} tabIndex={-1} className="scroll-mb-28 scroll-mt-24 focus:outline-none">
      <Callout tone={tone} title={`${text}: ${feedback.points} of ${counted(feedback.possible, 'point')}`} />
    </div>
  );
}

export function Sources({ feedback: { sources, reviewBy } }: { feedback: Pick<Feedback, 'sources' | 'reviewBy'> }) {
  const id = useId();
  const isOverdue = reviewBy !== null && new Date().toISOString().slice(0, 10) > reviewBy;
  if (sources.length === 0) return null;
  return (
    <div>
      <p id={id} className="font-semibold">
        Sources
      </p>
      <ul aria-labelledby={id} className="mt-1 grid gap-1">
        {sources.map(({ url, title, checkedOn }) => (
          <li key={url} className="text-[0.94rem]">
            <a
              href={url}
              target="_blank"
              rel="noreferrer noopener"
              className="break-words text-accent underline underline-offset-4"
            >
              {title} <Icon name="external" className="size-3.5" />
              <span className="sr-only"> (opens in a new tab)</span>
            </a>
            <span className="text-muted"> · checked on {checkedOn}</span>
          </li>
        ))}
      </ul>
      {isOverdue ? (
        <p className="mt-2 text-[0.94rem] text-muted">
          <Icon name="warning" className="size-4" /> Its facts were to be checked again by {reviewBy}. Where a source
          says otherwise today, trust the source.
        </p>
      ) : null}
    </div>
  );
}
