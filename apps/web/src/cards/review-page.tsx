import { ErrorState, Loading } from '@cairn/ui';
import { createLazyRoute } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { RouterLinkButton } from '../app/links.tsx';
import { CardEditor } from './card-editor.tsx';
import { ReviewBar } from './review-bar.tsx';
import { ReviewCard } from './review-card.tsx';
import { ReviewEnd } from './review-end.tsx';
import type { ReviewSitting, SittingState } from './review-sitting.ts';
import { useReview } from './use-review.ts';
import { useReviewKeys } from './use-review-keys.ts';

export const reviewPage = createLazyRoute('/cards/review')({ component: ReviewPage });

function ReviewPage() {
  const { exam } = reviewPage.useSearch();
  const { sitting, state, outbox } = useReview(exam);
  useEffect(() => {
    document.title = 'Review cards · Cairn';
  }, []);
  return (
    <div className="flex min-h-dvh flex-col">
      <ReviewBar state={state} outbox={outbox} exam={exam} />
      <div className="mx-auto flex w-full max-w-3xl flex-1 flex-col px-4 py-6 sm:px-6 sm:py-10">
        <ReviewBody sitting={sitting} state={state} exam={exam} />
      </div>
    </div>
  );
}

type BodyProps = { readonly sitting: ReviewSitting; readonly state: SittingState; readonly exam: string | undefined };

function ReviewBody({ sitting, state, exam }: BodyProps) {
  const [isEditing, setEditing] = useState(false);
  const current = state.kind === 'open' ? state.session.current : undefined;
  const isOwn = current !== undefined && current.origin !== 'content';
  const edit = useCallback(() => setEditing(isOwn), [isOwn]);
  useReviewKeys(sitting, edit, isEditing);
  if (state.kind === 'loading') return <Loading label="Reading your cards" lines={3} />;
  if (state.kind === 'failed') {
    return (
      <div className="grid gap-4">
        <ErrorState title="Your cards could not be read" detail={state.message} onRetry={() => void sitting.open()} />
        <RouterLinkButton to="/cards" className="justify-self-start">
          All decks
        </RouterLinkButton>
      </div>
    );
  }
  if (current === undefined) return <ReviewEnd state={state} sitting={sitting} exam={exam} />;
  return (
    <>
      <ReviewCard
        key={`${current.id}-${state.session.answered.length}`}
        state={state}
        card={current}
        sitting={sitting}
        onEdit={isOwn ? edit : undefined}
      />
      {isEditing ? (
        <CardEditor
          card={current}
          onClose={() => setEditing(false)}
          onSaved={({ front, back }) => sitting.edited(current.id, front, back)}
        />
      ) : null}
    </>
  );
}
