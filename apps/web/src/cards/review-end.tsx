import { Button, Callout, Card, StackedStones } from '@cairn/ui';
import { useLayoutEffect, useRef } from 'react';
import { RouterLinkButton } from '../app/links.tsx';
import { counted, dayInWords } from '../app/words.ts';
import { dueText, percent } from './card-words.ts';
import { nextStepAt } from './review-session.ts';
import type { ReviewSitting, SittingState } from './review-sitting.ts';

type EndProps = {
  readonly state: Extract<SittingState, { kind: 'open' }>;
  readonly sitting: ReviewSitting;
  readonly exam: string | undefined;
};

/** What was done, and when the next card is due. */
export function ReviewEnd({ state, sitting, exam }: EndProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const { answered } = state.session;
  const { counts, examDay } = state.queue;
  const nothing = answered.length === 0;
  return (
    <div className="grid gap-6">
      <Card className="grid justify-items-center gap-4 py-10 text-center">
        <StackedStones done={5} total={5} label="" className="h-24" />
        <h2 ref={heading} tabIndex={-1} className="text-3xl">
          {nothing ? 'Nothing is due now' : 'Done'}
        </h2>
        {nothing ? null : <p className="text-lg">{doneText(state)}</p>}
        <p className="max-w-prose text-muted">{nextText(state)}</p>
        {examDay ? (
          <p className="max-w-prose text-muted">
            On {dayInWords(examDay.day)} you would recall about {percent(examDay.recallReviewed)} of these cards, by
            weight in the exam.
          </p>
        ) : null}
        <div className="mt-2 flex flex-wrap justify-center gap-3">
          <RouterLinkButton to="/cards" look="primary">
            Back to the decks
          </RouterLinkButton>
          <Button onClick={() => void sitting.open(true)}>
            {counts.later > 0 ? `Go on with ${counted(counts.later, 'more card')}` : 'Take more cards'}
          </Button>
        </div>
      </Card>
      {state.isFromDisk ? (
        <Callout tone="neutral" title="Cairn was away">
          <p>These were the cards loaded before. What you answered is kept here and sent when Cairn is back.</p>
        </Callout>
      ) : null}
      {state.notice ? (
        <Callout announce>
          <p>{state.notice}</p>
        </Callout>
      ) : null}
      <p className="sr-only" role="status">
        {exam ? `${exam.toUpperCase()}: ` : ''}
        {nothing ? 'Nothing is due now.' : doneText(state)}
      </p>
    </div>
  );
}

function doneText({ session: { answered } }: EndProps['state']): string {
  const cards = new Set(answered.map(({ card }) => card.id)).size;
  const minutes = Math.max(1, Math.round(answered.reduce((sum, { seconds }) => sum + seconds, 0) / 60));
  const again = new Set(answered.filter(({ rating }) => rating === 'again').map(({ card }) => card.id)).size;
  const missed = again === 0 ? 'none forgotten' : `${again} not known at first`;
  return `${counted(cards, 'card')} in ${counted(minutes, 'minute')}, ${missed}.`;
}

function nextText({ session, queue }: EndProps['state']): string {
  const step = nextStepAt(session);
  const due = [step, queue.nextDueAt ?? undefined].filter((at) => at !== undefined);
  const later =
    queue.counts.later > 0
      ? ` ${counted(queue.counts.later, 'more card')} would go beyond today's minutes; they wait, and come by what they are worth.`
      : '';
  if (due.length === 0 && session.answered.length > 0) return `The next cards come tomorrow.${later}`;
  if (due.length === 0) return `New cards come tomorrow, or now if you like.${later}`;
  return `The next card is due ${dueText(Math.min(...due), Date.now())}.${later}`;
}
