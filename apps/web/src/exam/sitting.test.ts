import type { Attempt, AttemptEvent, EventsAcknowledged } from '@cairn/contract';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../api.ts';
import { attemptMemory } from './attempt-memory.ts';
import { stateOf } from './attempt-view.ts';
import { Sitting, type SittingParts } from './sitting.ts';
import { attemptWith } from './testing-attempt.ts';
import { clock, handTimers, memoryDisk, quiet } from './testing-outbox.ts';

const answer = { kind: 'answer', slot: 's01', response: { kind: 'multiple-choice', chosen: ['search'] } } as const;

function bench(changes: Partial<SittingParts> = {}) {
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

const acknowledging = (
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

function opened(sitting: Sitting) {
  const state = sitting.state();
  if (state.kind !== 'open') throw new Error(`the sitting is ${state.kind}`);
  return state;
}

describe('a sitting', () => {
  it('shows an answer at once, and the same after it is acknowledged', async () => {
    const { sitting, timers } = bench();
    await sitting.open();

    sitting.record(answer);
    const before = stateOf(opened(sitting).attempt, 's01');
    await timers.advance(300);

    expect(before).toMatchObject({ answered: true });
    expect(opened(sitting).outbox.pending).toEqual([]);
    expect(stateOf(opened(sitting).attempt, 's01')).toEqual(before);
  });

  it('shows what an earlier visit could not send', async () => {
    const offline = bench({ sendEvents: () => Promise.reject(new ApiProblem(0, 'unreachable', 'No answer.')) });
    await offline.sitting.open();
    offline.sitting.record(answer);
    await quiet();
    offline.sitting.close();

    const { sitting, timers, sent } = bench({ disk: offline.parts.disk });
    await sitting.open();
    const shown = stateOf(opened(sitting).attempt, 's01');
    await timers.advance(0);

    expect(shown).toMatchObject({ answered: true });
    expect(sent).toMatchObject([answer]);
  });

  it('takes over the clock, the state and the feedback from each acknowledgement', async () => {
    const feedback = {
      s01: { solution: {}, why: {}, parts: [], points: 1, possible: 1, sources: [], reviewBy: null },
    };
    const { sitting, timers } = bench({
      getAttempt: async () => attemptWith({ mode: 'study' }),
      sendEvents: async (_attempt, _tab, events) =>
        acknowledging(events, { feedback, clock: { ...clock, remainingSeconds: 42 } }),
    });
    await sitting.open();

    sitting.record(answer);
    sitting.record({ kind: 'check', slot: 's01' });
    await timers.advance(0);

    expect(opened(sitting).attempt.feedback).toEqual(feedback);
    expect(opened(sitting).countdown.remainingSeconds).toBe(42);
  });

  it('takes a rejected change back and says why', async () => {
    const rejection = { reason: 'section-locked' as const, message: 'You have left this part.' };
    const { sitting, timers } = bench({
      sendEvents: async (_attempt, _tab, events) =>
        acknowledging([], { rejected: events.map(({ id }) => ({ id, ...rejection })) }),
    });
    await sitting.open();

    sitting.record(answer);
    await timers.advance(300);

    expect(stateOf(opened(sitting).attempt, 's01').answered).toBe(false);
    expect(opened(sitting).outbox.rejections).toMatchObject([rejection]);
  });

  it('is over when the server says so', async () => {
    const { sitting, timers } = bench({
      sendEvents: async (_attempt, _tab, events) => acknowledging(events, { state: 'over' }),
    });
    await sitting.open();

    sitting.record({ kind: 'submit' });
    await timers.advance(0);

    expect(opened(sitting).attempt.state).toBe('over');
  });
});

describe('an attempt that another tab writes to', () => {
  const elsewhere = async (): Promise<Attempt> => attemptWith({ isActiveTab: false });

  it('is not opened here, and counts what this browser still holds', async () => {
    const { sitting, disk } = bench({ getAttempt: elsewhere });
    await disk.add('attempt', { ...answer, id: 'kept', at: 0 });

    await sitting.open();

    expect(sitting.state()).toEqual({ kind: 'elsewhere', kept: 1 });
  });

  it('opens once it is taken over, with what was kept', async () => {
    const { sitting, disk } = bench({ getAttempt: elsewhere });
    await disk.add('attempt', { ...answer, id: 'kept', at: 0 });
    await sitting.open();

    await sitting.takeOver({ keeps: true });

    expect(stateOf(opened(sitting).attempt, 's01').answered).toBe(true);
  });

  it('opens without what was kept, where that is chosen', async () => {
    const { sitting, disk, timers, sent } = bench({ getAttempt: elsewhere });
    await disk.add('attempt', { ...answer, id: 'kept', at: 0 });
    await sitting.open();

    await sitting.takeOver({ keeps: false });
    await timers.advance(10_000);

    expect(sent).toEqual([]);
    expect(stateOf(opened(sitting).attempt, 's01').answered).toBe(false);
  });

  it('stops here as soon as the other tab says so', async () => {
    const told: (() => void)[] = [];
    const { sitting } = bench({
      onOtherWriter: (_attempt, _tab, run) => {
        told.push(run);
        return () => undefined;
      },
    });
    await sitting.open();

    for (const run of told) run();

    expect(sitting.state()).toEqual({ kind: 'elsewhere', kept: 0 });
  });

  it('is shown all the same when it is over: nobody writes to it any more', async () => {
    const { sitting } = bench({ getAttempt: async () => attemptWith({ isActiveTab: false, state: 'over' }) });

    await sitting.open();

    expect(opened(sitting).attempt.state).toBe('over');
  });
});

describe('an attempt that cannot be opened', () => {
  it.each([
    [404, 'attempt-unknown', false],
    [0, 'unreachable', true],
    [503, 'unreachable', true],
  ])('says why; after status %i (%s) a retry is offered: %s', async (status, kind, canRetry) => {
    const { sitting } = bench({ getAttempt: () => Promise.reject(new ApiProblem(status, kind, 'One sentence.')) });

    await sitting.open();

    expect(sitting.state()).toEqual({ kind: 'failed', message: 'One sentence.', canRetry });
  });
});

describe('without the server', () => {
  const unreachable = new ApiProblem(0, 'unreachable', 'No answer.');
  const away = { getAttempt: () => Promise.reject(unreachable), sendEvents: () => Promise.reject(unreachable) };
  const second = { ...answer, slot: 's02' };

  /** A visit with the server that left one answer acknowledged and one on its way. */
  async function earlierVisit() {
    let isCut = false;
    const first = bench({
      sendEvents: async (_attempt, _tab, events) => {
        if (isCut) throw unreachable;
        return acknowledging(events, { clock: { ...clock, remainingSeconds: 300 } });
      },
    });
    await first.sitting.open();
    first.sitting.record(answer);
    await first.timers.advance(300);
    isCut = true;
    first.sitting.record(second);
    await quiet();
    first.sitting.close();
    await quiet();
    return { disk: first.parts.disk, memory: first.parts.memory };
  }

  it('opens as it was known last: what was acknowledged, what was not, and the time heard last', async () => {
    const { sitting } = bench({ ...(await earlierVisit()), ...away });

    await sitting.open();
    await quiet();

    const { attempt, countdown, outbox } = opened(sitting);
    expect(stateOf(attempt, 's01').answered).toBe(true);
    expect(stateOf(attempt, 's02').answered).toBe(true);
    expect(outbox.pending).toMatchObject([second]);
    expect(outbox.link).toEqual({ kind: 'down' });
    expect(countdown.remainingSeconds).toBe(300);
  });

  it('forgets an acknowledged answer only once the attempt is remembered with it', async () => {
    let resolve = (): void => undefined;
    const isRemembered = new Promise<void>((done) => {
      resolve = done;
    });
    const slow = { recall: async () => undefined, remember: () => isRemembered, forget: async () => undefined };
    const { sitting, timers, disk } = bench({ memory: slow });
    await sitting.open();
    sitting.record(answer);

    await timers.advance(300);
    expect(disk.kept()).toMatchObject([answer]);
    resolve();
    await quiet();

    expect(disk.kept()).toEqual([]);
  });

  it('takes further answers, and sends each once when there is a server again', async () => {
    const sent: AttemptEvent[] = [];
    let isAway = true;
    const { sitting, timers, disk } = bench({
      ...(await earlierVisit()),
      getAttempt: away.getAttempt,
      sendEvents: async (_attempt, _tab, events) => {
        if (isAway) throw unreachable;
        sent.push(...events);
        return acknowledging(events);
      },
    });
    await sitting.open();
    sitting.record({ ...answer, slot: 's03' });
    await quiet();
    isAway = false;

    await timers.advance(30_000);

    expect(sent.map((event) => 'slot' in event && event.slot)).toEqual(['s02', 's03']);
    expect(disk.kept()).toEqual([]);
    expect(opened(sitting).outbox).toMatchObject({ pending: [], link: { kind: 'up' } });
  });

  it('does not open in another tab, which may not write', async () => {
    const { sitting } = bench({ ...(await earlierVisit()), ...away, identify: async () => 'another' });

    await sitting.open();

    expect(sitting.state()).toMatchObject({ kind: 'failed', canRetry: true });
  });

  it('does not open an attempt that is over: its report is with the server', async () => {
    const { memory } = await earlierVisit();
    const ended = bench({ memory, getAttempt: async () => attemptWith({ state: 'over' }) });
    await ended.sitting.open();
    await quiet();

    const { sitting } = bench({ memory, ...away });
    await sitting.open();

    expect(sitting.state()).toMatchObject({ kind: 'failed' });
  });

  it('says why when the server refuses, whatever is remembered', async () => {
    const refused = () => Promise.reject(new ApiProblem(404, 'attempt-unknown', 'No such attempt.'));
    const { sitting } = bench({ ...(await earlierVisit()), getAttempt: refused });

    await sitting.open();

    expect(sitting.state()).toEqual({ kind: 'failed', message: 'No such attempt.', canRetry: false });
  });
});
