import type { CardQueue, SentReview } from '@cairn/contract';
import { answerOf, storageOn } from '../app/indexed-storage.ts';

/** A review that the server has not acknowledged; it leaves no earlier than `sendAt`, so that it can be taken back. */
export type HeldReview = { readonly id: string; readonly review: SentReview; readonly sendAt: number };

export type ReviewStore = {
  readonly load: () => Promise<readonly HeldReview[]>;
  /** Resolves once the review is on disk. */
  readonly add: (held: HeldReview) => Promise<void>;
  readonly remove: (ids: readonly string[]) => Promise<void>;
  /** The queue that was loaded last, for a visit without the server. */
  readonly rememberQueue: (key: string, queue: CardQueue) => Promise<void>;
  readonly recallQueue: (key: string) => Promise<CardQueue | undefined>;
  readonly forgetQueues: () => Promise<void>;
};

const REVIEWS = 'reviews';
const QUEUES = 'queues';

export function reviewStore(factory: IDBFactory, name = 'cairn-reviews'): ReviewStore {
  const { read, write } = storageOn(factory, name, (database) => {
    database.createObjectStore(REVIEWS, { keyPath: 'id' });
    database.createObjectStore(QUEUES);
  });
  return {
    load: async () => answerOf<HeldReview[]>((await read(REVIEWS)).getAll()),
    add: (held) => write(REVIEWS, (reviews) => void reviews.put(held)),
    remove: (ids) =>
      write(REVIEWS, (reviews) => {
        for (const id of ids) reviews.delete(id);
      }),
    rememberQueue: (key, queue) => write(QUEUES, (queues) => void queues.put(queue, key)),
    recallQueue: async (key) => answerOf<CardQueue | undefined>((await read(QUEUES)).get(key)),
    forgetQueues: () => write(QUEUES, (queues) => void queues.clear()),
  };
}
