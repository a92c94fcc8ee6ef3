import type { Attempt } from '@cairn/contract';
import { answerOf, storageOn } from '../app/indexed-storage.ts';

/** An attempt as this browser knew it last: what the server said, with everything that it acknowledged since. */
export type KnownAttempt = {
  readonly attemptId: string;
  /** The tab that wrote to it; another one must ask the server first. */
  readonly tabId: string;
  readonly attempt: Attempt;
  /** Milliseconds since 1970. */
  readonly keptAt: number;
};

/** For opening an attempt again while the server is away. */
export type AttemptMemory = {
  readonly recall: (attemptId: string) => Promise<KnownAttempt | undefined>;
  /** Resolves once it is on disk. */
  readonly remember: (known: KnownAttempt) => Promise<void>;
  readonly forget: (attemptId: string) => Promise<void>;
};

const ATTEMPTS = 'attempts';

/** Each holds the questions of a whole form. */
const MOST_ATTEMPTS = 4;

export function attemptMemory(
  factory: IDBFactory,
  name = 'cairn-attempts',
): AttemptMemory & { readonly forgetAll: () => Promise<void> } {
  const { read, write } = storageOn(factory, name, (database) => {
    database.createObjectStore(ATTEMPTS, { keyPath: 'attemptId' }).createIndex('keptAt', 'keptAt');
  });
  return {
    recall: async (attemptId) => answerOf<KnownAttempt | undefined>((await read(ATTEMPTS)).get(attemptId)),
    remember: (known) =>
      write(ATTEMPTS, (attempts) => {
        attempts.put(known);
        dropOldest(attempts);
      }),
    forget: (attemptId) => write(ATTEMPTS, (attempts) => void attempts.delete(attemptId)),
    forgetAll: () => write(ATTEMPTS, (attempts) => void attempts.clear()),
  };
}

function dropOldest(attempts: IDBObjectStore): void {
  const oldestFirst = attempts.index('keptAt').getAllKeys();
  oldestFirst.onsuccess = () => {
    for (const key of oldestFirst.result.slice(0, -MOST_ATTEMPTS)) attempts.delete(key);
  };
}
