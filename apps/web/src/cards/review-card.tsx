import { Button, Callout } from '@cairn/ui';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { CardText } from './card-text.tsx';
import { RATINGS, REASONS, waitText } from './card-words.ts';
import type { QueueCard } from './review-session.ts';
import type { ReviewSitting, SittingState } from './review-sitting.ts';

type ReviewCardProps = {
  readonly state: Extract<SittingState, { kind: 'open' }>;
  readonly card: QueueCard;
  readonly sitting: ReviewSitting;
  /** Absent for a card of the content, which nobody edits. */
  readonly onEdit: (() => void) | undefined;
};

export function ReviewCard({ state, card, sitting, onEdit }: ReviewCardProps) {
  const { isBackShown } = state.session;
  return (
    <div className="flex flex-1 flex-col gap-6">
      {state.notice ? (
        <Callout announce tone="neutral">
          <p>{state.notice}</p>
        </Callout>
      ) : null}
      <article className="grid content-start gap-6 rounded-xl border border-line bg-card p-6 shadow-card sm:min-h-88 sm:p-10">
        <p className="text-[0.94rem] text-muted">
          {[REASONS[card.reason], card.task?.replace('/', ' ').toUpperCase()].filter(Boolean).join(' · ')}
        </p>
        <div className="font-display text-2xl leading-snug text-balance sm:text-3xl">
          <CardText text={card.front} />
        </div>
        <div aria-live="polite">{isBackShown ? <Back card={card} /> : null}</div>
      </article>
      <div className="sticky bottom-0 -mx-4 mt-auto grid gap-3 bg-paper px-4 py-3 sm:static sm:mx-0 sm:px-0">
        {isBackShown ? <Ratings sitting={sitting} /> : <ShowButton sitting={sitting} />}
        <Asides state={state} sitting={sitting} onEdit={onEdit} />
      </div>
    </div>
  );
}

function Back({ card }: { readonly card: QueueCard }) {
  return (
    <div className="grid gap-5 border-t border-line pt-6">
      <div className="text-xl leading-relaxed">
        <CardText text={card.back} />
      </div>
      {card.sources.length === 0 ? null : (
        <ul className="grid gap-1 text-[0.94rem] text-muted">
          {card.sources.map(({ url, title, checkedOn }) => (
            <li key={url}>
              <a href={url} target="_blank" rel="noreferrer" className="underline underline-offset-4 hover:text-accent">
                {title}
              </a>
              , checked on {checkedOn}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** In focus, so that Space and Enter show the answer natively. */
function ShowButton({ sitting }: { readonly sitting: ReviewSitting }) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <Button ref={button} look="primary" className="min-h-14 w-full text-lg" onClick={sitting.show}>
      Show the answer
    </Button>
  );
}

function Ratings({ sitting }: { readonly sitting: ReviewSitting }) {
  const good = useRef<HTMLButtonElement>(null);
  const [intervals] = useState(() => sitting.intervals());
  useLayoutEffect(() => good.current?.focus({ preventScroll: true }), []);
  return (
    <fieldset className="grid grid-cols-4 gap-2 sm:gap-3">
      <legend className="sr-only">How well did you know it?</legend>
      {RATINGS.map(({ rating, label }, index) => (
        <button
          key={rating}
          type="button"
          {...(rating === 'good' && { ref: good })}
          onClick={() => sitting.rate(rating)}
          className="grid min-h-16 place-items-center content-center rounded-lg border border-muted/60 bg-card px-1 py-2 hover:border-accent hover:text-accent"
        >
          <span className="font-semibold">
            {label}
            <span className="ml-1.5 hidden font-normal text-muted sm:inline" aria-hidden="true">
              {index + 1}
            </span>
          </span>
          <span className="text-[0.94rem] text-muted">{intervals ? waitText(intervals[rating]) : ''}</span>
        </button>
      ))}
    </fieldset>
  );
}

type AsideProps = Pick<ReviewCardProps, 'state' | 'sitting' | 'onEdit'>;

function Asides({ state, sitting, onEdit }: AsideProps) {
  const mayUndo = useIsBefore(state.undoUntil);
  return (
    <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-2">
      <div>
        {mayUndo ? (
          <Button size="small" look="quiet" onClick={sitting.undo} aria-keyshortcuts="u">
            Take the last answer back
          </Button>
        ) : null}
      </div>
      <div className="flex gap-1">
        {onEdit ? (
          <Button size="small" look="quiet" onClick={onEdit} aria-keyshortcuts="e">
            Edit
          </Button>
        ) : null}
        <Button size="small" look="quiet" onClick={() => void sitting.suspend()} aria-keyshortcuts="s">
          Suspend
        </Button>
      </div>
    </div>
  );
}

/** True until that moment, and then no longer. */
function useIsBefore(moment: number): boolean {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    const timer = setTimeout(() => setNow(Date.now()), Math.max(0, moment - Date.now()) + 20);
    return () => clearTimeout(timer);
  }, [moment]);
  return now < moment;
}
