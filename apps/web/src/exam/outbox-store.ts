import type { AttemptEvent } from '@cairn/contract';

/** Where the outbox keeps what the server has not acknowledged. Durable across reloads and crashes, or it says so. */
export type OutboxStore = {
  /** Everything kept for an attempt, oldest first. */
  readonly load: (attemptId: string) => Promise<readonly AttemptEvent[]>;
  /** Resolves once the event is on disk. The event with the id `replacing` goes in the same transaction. */
  readonly add: (attemptId: string, event: AttemptEvent, replacing?: string) => Promise<void>;
  readonly remove: (eventIds: readonly string[]) => Promise<void>;
};

/** Which tab of this browser wrote to an attempt last. Not in localStorage: a crash takes its last seconds away. */
export type TabMemory = {
  readonly recall: (attemptId: string) => Promise<string | undefined>;
  readonly remember: (attemptId: string, tabId: string) => Promise<void>;
};

export type BrowserDisk = { readonly outbox: OutboxStore; readonly tabs: TabMemory };

type Kept = { readonly attemptId: string; readonly event: AttemptEvent };

const EVENTS = 'events';
const TABS = 'tabs';

/**
 * Events in IndexedDB, under a key that counts up, so that order survives with them.
 *
 * `durability: 'strict'` waits for the disk: without it Chrome answers as soon as the operating system has the bytes,
 * which a power cut takes away again.
 */
export function browserDisk(factory: IDBFactory, name = 'cairn-outbox'): BrowserDisk {
  let opened: Promise<IDBDatabase> | undefined;
  const database = (): Promise<IDBDatabase> => {
    // A failed opening is not kept: storage that was blocked may be free at the next try.
    opened ??= open(factory, name).catch((cause: unknown) => {
      opened = undefined;
      throw cause;
    });
    return opened;
  };
  const reading = async (store: string) => (await database()).transaction(store).objectStore(store);
  const write = async (store: string, change: (records: IDBObjectStore) => void): Promise<void> => {
    const transaction = (await database()).transaction(store, 'readwrite', { durability: 'strict' });
    change(transaction.objectStore(store));
    await committed(transaction);
  };
  return { outbox: outboxOn(reading, write), tabs: tabsOn(reading, write) };
}

type Reading = (store: string) => Promise<IDBObjectStore>;
type Write = (store: string, change: (records: IDBObjectStore) => void) => Promise<void>;

function outboxOn(reading: Reading, write: Write): OutboxStore {
  return {
    load: async (attemptId) => {
      const events = await reading(EVENTS);
      const kept = await answerOf<Kept[]>(events.index('attemptId').getAll(attemptId)); // in key order: as added
      return kept.map(({ event }) => event);
    },
    add: (attemptId, event, replacing) =>
      write(EVENTS, (events) => {
        if (replacing !== undefined) removeByEvent(events, replacing);
        events.add({ attemptId, event } satisfies Kept);
      }),
    remove: (eventIds) =>
      write(EVENTS, (events) => {
        for (const id of eventIds) removeByEvent(events, id);
      }),
  };
}

function tabsOn(reading: Reading, write: Write): TabMemory {
  return {
    recall: async (attemptId) => {
      const tab: unknown = await answerOf((await reading(TABS)).get(attemptId));
      return typeof tab === 'string' ? tab : undefined;
    },
    remember: (attemptId, tabId) => write(TABS, (tabs) => void tabs.put(tabId, attemptId)),
  };
}

async function open(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  const request = factory.open(name, 1);
  request.onupgradeneeded = () => {
    const events = request.result.createObjectStore(EVENTS, { autoIncrement: true });
    events.createIndex('attemptId', 'attemptId');
    events.createIndex('eventId', 'event.id', { unique: true });
    request.result.createObjectStore(TABS);
  };
  return answerOf(request);
}

function removeByEvent(events: IDBObjectStore, id: string): void {
  const found = events.index('eventId').getKey(id);
  found.onsuccess = () => {
    if (found.result !== undefined) events.delete(found.result);
  };
}

function answerOf<Answer>(request: IDBRequest<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException('The browser storage refused'));
  });
}

function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('The browser storage refused'));
  });
}
