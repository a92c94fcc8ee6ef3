import { queryClient } from '../app/queries.ts';
import { CARDS_KEY, sendReviews } from './card-requests.ts';
import { ReviewOutbox } from './review-outbox.ts';
import { type ReviewStore, reviewStore } from './review-store.ts';

let opened: { readonly outbox: ReviewOutbox; readonly store: ReviewStore } | undefined;

/** The outbox of this tab, opened when a page about cards is first visited. */
export function cardsDisk() {
  opened ??= open();
  return opened;
}

function open() {
  const store = reviewStore(indexedDB);
  const outbox = new ReviewOutbox({
    store,
    send: async (reviews) => {
      const taken = await sendReviews(reviews);
      void queryClient.invalidateQueries({ queryKey: CARDS_KEY });
      return taken;
    },
    now: () => Date.now(),
    later: (run, milliseconds) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  const flush = () => void outbox.flush();
  window.addEventListener('online', flush);
  window.addEventListener('pagehide', flush);
  return { outbox, store };
}
