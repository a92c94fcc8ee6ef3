import { randomUuid } from './attempt-action.ts';
import type { TabMemory } from './outbox-store.ts';

/**
 * Which tab writes to an attempt. The id is remembered with the attempt, so a reload or a restarted browser goes on as
 * the same writer without asking; a lock that dies with its tab keeps a second tab from posing as the first.
 */
const lockOf = (tabId: string) => `cairn-writer:${tabId}`;

/** One for each attempt and page: a page that comes back to an attempt is still the same tab. */
const identities = new Map<string, Promise<string>>();

/** The id of this tab: the remembered one if no living tab of this browser has it, else a new one. */
export function identifyTab(attemptId: string, tabs: TabMemory): Promise<string> {
  const known = identities.get(attemptId);
  if (known) return known;
  const identified = identify(attemptId, tabs);
  identities.set(attemptId, identified);
  return identified;
}

async function identify(attemptId: string, tabs: TabMemory): Promise<string> {
  // A disk that refuses makes each load a new tab, which asks before it takes over.
  const before = await tabs.recall(attemptId).catch(() => undefined);
  if (before !== undefined && (await hold(before))) return before;
  const tabId = randomUuid();
  await hold(tabId);
  return tabId;
}

/** Takes the lock of `tabId` for as long as this page lives; false if another page has it. */
function hold(tabId: string): Promise<boolean> {
  // Without HTTPS there are no locks; the server still refuses the second writer.
  if (!('locks' in navigator)) return Promise.resolve(true);
  return new Promise((resolve) => {
    void navigator.locks.request(lockOf(tabId), { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock === null ? undefined : new Promise<void>(() => undefined);
    });
  });
}

/** Tells the other tabs of this browser who writes now, sooner than the server would. */
export function announceWriter(attemptId: string, tabId: string): void {
  const channel = channelOf();
  channel?.postMessage({ attemptId, tabId });
  channel?.close();
}

/** @returns how to stop listening */
export function onOtherWriter(attemptId: string, tabId: string, run: () => void): () => void {
  const channel = channelOf();
  if (!channel) return () => undefined;
  channel.onmessage = ({ data }: MessageEvent<{ attemptId?: string; tabId?: string }>) => {
    if (data.attemptId === attemptId && data.tabId !== tabId) run();
  };
  return () => channel.close();
}

const channelOf = () => (typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('cairn-attempts'));
