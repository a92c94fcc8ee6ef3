import type { AttemptEvent, EventsAcknowledged } from '@cairn/contract';
import { type Outbox, type OutboxParts, openOutbox } from './outbox.ts';
import type { OutboxStore } from './outbox-store.ts';

/** A disk, a clock, a server and a wire for tests of the outbox, each of which can be made to fail. */

export function memoryDisk(): OutboxStore & { readonly kept: () => readonly AttemptEvent[] } {
  let kept: readonly AttemptEvent[] = [];
  return {
    kept: () => kept,
    load: async () => kept,
    add: async (_attempt, event, replacing) => {
      kept = [...kept.filter(({ id }) => id !== replacing), event];
    },
    remove: async (ids) => {
      kept = kept.filter(({ id }) => !ids.includes(id));
    },
  };
}

export function handTimers() {
  let waiting: readonly { readonly run: () => void; readonly at: number }[] = [];
  let now = 0;
  const later = (run: () => void, milliseconds: number) => {
    const timer = { run, at: now + milliseconds };
    waiting = [...waiting, timer];
    return () => {
      waiting = waiting.filter((other) => other !== timer);
    };
  };
  const advance = async (milliseconds: number) => {
    const end = now + milliseconds;
    for (;;) {
      await quiet();
      const next = [...waiting].sort((a, b) => a.at - b.at)[0];
      if (!next || next.at > end) break;
      waiting = waiting.filter((other) => other !== next);
      now = next.at;
      next.run();
    }
    now = end;
  };
  return { later, advance, waits: () => waiting.map(({ at }) => at - now) };
}

/** Lets every promise that can settle do so. */
export const quiet = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

export const clock = { serverNow: 0, remainingSeconds: 600, paused: false };

/** Stores each id once, as the real server does, and acknowledges repeats. */
export function fakeServer() {
  const log: AttemptEvent[] = [];
  const receive = (events: readonly AttemptEvent[]): EventsAcknowledged => {
    for (const event of events) if (!log.some(({ id }) => id === event.id)) log.push(event);
    return {
      acknowledged: events.map(({ id }) => id),
      rejected: [],
      savedAt: log.length,
      clock,
      state: 'running',
      feedback: {},
    };
  };
  return { log, receive };
}

/** What `failureOf` of these tests reads. */
export class WireFailure extends Error {}

type Bench = { readonly disk?: OutboxStore; readonly ids: () => number } & Pick<OutboxParts, 'send' | 'later'> &
  Partial<OutboxParts>;

export function open({ disk = memoryDisk(), ids, ...parts }: Bench): Promise<Outbox> {
  return openOutbox({
    attemptId: 'attempt',
    store: disk,
    failureOf: (thrown) => {
      if (thrown instanceof WireFailure) return { kind: 'no-answer' };
      throw thrown;
    },
    onAcknowledged: () => undefined,
    stamp: () => {
      const at = ids();
      return { id: `event-${at}`, at };
    },
    random: () => 1,
    ...parts,
  });
}

export const counter = (): (() => number) => {
  let count = 0;
  return () => {
    count += 1;
    return count;
  };
};
