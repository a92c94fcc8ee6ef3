import { useEffect, useState, useSyncExternalStore } from 'react';
import { getQueue, ownTimeZone, suspend } from './card-requests.ts';
import { cardsDisk } from './outbox.ts';
import { HELD_MILLISECONDS, type OutboxState } from './review-outbox.ts';
import { ReviewSitting, type SittingState } from './review-sitting.ts';

type Review = { readonly sitting: ReviewSitting; readonly state: SittingState; readonly outbox: OutboxState };

/** A sitting with the cards of one exam, or of all. */
export function useReview(exam: string | undefined): Review {
  const { outbox } = cardsDisk();
  const [sitting, setSitting] = useState(() => sittingOf(exam));
  useEffect(() => {
    const opened = sittingOf(exam);
    setSitting(opened);
    void opened.open();
    return () => void outbox.flush();
  }, [exam, outbox]);
  const state = useSyncExternalStore(sitting.subscribe, sitting.state);
  return { sitting, state, outbox: useSyncExternalStore(outbox.subscribe, outbox.state) };
}

function sittingOf(exam: string | undefined): ReviewSitting {
  const { outbox, store } = cardsDisk();
  return new ReviewSitting({
    key: exam ?? '',
    getQueue: (isBeyond) => getQueue(exam, isBeyond),
    suspend: (cardId) => suspend([cardId], true),
    store,
    outbox,
    heldMilliseconds: HELD_MILLISECONDS,
    now: () => Date.now(),
    newId: () => crypto.randomUUID(),
    timeZone: ownTimeZone,
  });
}
