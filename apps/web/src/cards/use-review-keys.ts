import { useEffect } from 'react';
import { RATINGS } from './card-words.ts';
import type { ReviewSitting } from './review-sitting.ts';

/** Space or Enter shows the answer, 1 to 4 rate, u takes back, s suspends, e edits. */
export function useReviewKeys(sitting: ReviewSitting, onEdit: () => void, isOff: boolean): void {
  useEffect(() => {
    if (isOff) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
      const action = actionOf(event, sitting, onEdit);
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [sitting, onEdit, isOff]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [role=dialog]') !== null;
}

/** A button or link in focus does its own thing with Space and Enter. */
function isPressable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('button, a, summary') !== null;
}

function actionOf(event: KeyboardEvent, sitting: ReviewSitting, onEdit: () => void): (() => void) | undefined {
  const rated = RATINGS[Number(event.key) - 1];
  if (rated) return () => sitting.rate(rated.rating);
  if ((event.key === ' ' || event.key === 'Enter') && !isPressable(event.target)) return sitting.show;
  const letters: Record<string, () => void> = { u: sitting.undo, s: () => void sitting.suspend(), e: onEdit };
  return letters[event.key.toLowerCase()];
}
