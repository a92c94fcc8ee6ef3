import { Button, Icon } from '@cairn/ui';
import { countsOf } from './attempt-view.ts';
import { neighbour } from './moving.ts';
import type { Player } from './use-player.ts';

/** Where to go from here. Always in the same place, at the foot of the window. */
export function PlayerFoot({ player }: { player: Player }) {
  const { attempt, screen, state } = player;
  const isReview = screen === 'review';
  const canCheck = attempt.mode === 'study' && !isReview && !state.checked;
  const { answered, questions } = countsOf(attempt);
  return (
    <nav aria-label="Moving through the exam" className="sticky bottom-0 z-20 border-t border-line bg-paper">
      <div className="mx-auto flex max-w-[92rem] items-center gap-2 px-4 py-2.5 sm:gap-3 sm:px-6">
        <Button onClick={() => (isReview ? player.setScreen('question') : player.step(-1))} className="max-sm:px-3">
          <Icon name="arrow" className="size-4 rotate-180" />
          <span className="max-sm:sr-only">{isReview ? 'Back to the question' : 'Previous'}</span>
        </Button>
        <Button className="xl:hidden max-sm:px-3" onClick={() => player.setOverlay({ kind: 'navigator' })}>
          <span>
            All<span className="max-sm:sr-only"> questions</span>
          </span>
        </Button>
        <span className="text-[0.9rem] tabular-nums text-muted max-sm:sr-only">
          {answered} of {questions} answered
        </span>
        <span className="flex-1" />
        {isReview ? null : (
          <Button className="max-md:hidden" look="quiet" onClick={() => player.setScreen('review')}>
            Review
          </Button>
        )}
        {canCheck ? (
          <Button
            look={state.answered ? 'primary' : 'secondary'}
            aria-disabled={!state.answered}
            onClick={player.check}
          >
            <span>
              Check<span className="max-sm:sr-only"> answer</span>
            </span>
          </Button>
        ) : null}
        {isReview ? (
          <Button look="primary" onClick={() => player.setOverlay({ kind: 'hand-in' })}>
            Hand in
          </Button>
        ) : (
          <Button
            className="max-sm:px-3"
            look={canCheck && state.answered ? 'secondary' : 'primary'}
            onClick={() => player.step(1)}
          >
            {neighbour(attempt, 1) ? 'Next' : 'Review'}
            <Icon name="arrow" className="size-4 max-sm:hidden" />
          </Button>
        )}
      </div>
    </nav>
  );
}
