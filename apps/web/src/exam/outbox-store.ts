import type { AttemptEvent } from '@cairn/contract';
import { answerOf, type Database, storageOn } from '../app/indexed-storage.ts';

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

/** With a look at all attempts together: whether anything at all waits. */
export type WholeDisk = BrowserDisk & { readonly hasEvents: () => Promise<boolean> };

type Kept = { readonly attemptId: string; readonly event: AttemptEvent };

const EVENTS = 'events';
const TABS = 'tabs';

/** Events in IndexedDB, under a key that counts up, so that order survives with them. */
export function browserDisk(factory: IDBFactory, name = 'cairn-outbox'): WholeDisk {
  const { read, write } = storageOn(factory, name, (database) => {
    const events = database.createObjectStore(EVENTS, { autoIncrement: true });
    events.createIndex('attemptId', 'attemptId');
    events.createIndex('eventId', 'event.id', { unique: true });
    database.createObjectStore(TABS);
  });
  const hasEvents = async () => (await answerOf((await read(EVENTS)).count())) > 0;
  return { outbox: outboxOn(read, write), tabs: tabsOn(read, write), hasEvents };
}

function outboxOn(reading: Database['read'], write: Database['write']): OutboxStore {
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

function tabsOn(reading: Database['read'], write: Database['write']): TabMemory {
  return {
    recall: async (attemptId) => {
      const tab: unknown = await answerOf((await reading(TABS)).get(attemptId));
      return typeof tab === 'string' ? tab : undefined;
    },
    remember: (attemptId, tabId) => write(TABS, (tabs) => void tabs.put(tabId, attemptId)),
  };
}

function removeByEvent(events: IDBObjectStore, id: string): void {
  const found = events.index('eventId').getKey(id);
  found.onsuccess = () => {
    if (found.result !== undefined) events.delete(found.result);
  };
}
