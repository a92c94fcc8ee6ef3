import type { AttemptEvent, EventsAcknowledged } from '@cairn/contract';
import { IDBFactory } from 'fake-indexeddb';
import { attemptMemory } from './attempt-memory.ts';
import { Sitting, type SittingParts } from './sitting.ts';
import { attemptWith } from './testing-attempt.ts';
import { clock, handTimers, memoryDisk } from './testing-outbox.ts';

/** A sitting for tests: on a disk, a clock and a wire that the test holds. */

export const answer = {
  kind: 'answer',
  slot: 's01',
  response: { kind: 'multiple-choice', chosen: ['search'] },
} as const;

export function bench(changes: Partial<SittingParts> = {}) {
  const timers = handTimers();
  const disk = memoryDisk();
  const sent: AttemptEvent[] = [];
  const parts: SittingParts = {
    attemptId: 'attempt',
    disk: { outbox: disk, tabs: { recall: async () => undefined, remember: async () => undefined } },
    memory: attemptMemory(new IDBFactory()),
    identify: async () => 'tab',
    announceWriter: () => undefined,
    onOtherWriter: () => () => undefined,
    getAttempt: async () => attemptWith(),
    claimTab: async () => attemptWith(),
    sendEvents: async (_attempt, _tab, events) => {
      sent.push(...events);
      return acknowledging(events);
    },
    now: () => 0,
    monotonic: () => 0,
    later: timers.later,
    random: () => 1,
    ...changes,
  };
  return { sitting: new Sitting(parts), timers, disk, sent, parts };
}

export const acknowledging = (
  events: readonly AttemptEvent[],
  changes: Partial<EventsAcknowledged> = {},
): EventsAcknowledged => ({
  acknowledged: events.map(({ id }) => id),
  rejected: [],
  savedAt: 1,
  clock,
  state: 'running',
  feedback: {},
  ...changes,
});

export function opened(sitting: Sitting) {
  const state = sitting.state();
  if (state.kind !== 'open') throw new Error(`the sitting is ${state.kind}`);
  return state;
}
