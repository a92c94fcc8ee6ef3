import type { Attempt } from '@cairn/contract';
import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../api.ts';
import { stateOf } from './attempt-view.ts';
import { attemptWith } from './testing-attempt.ts';
import { clock, quiet } from './testing-outbox.ts';
import { acknowledging, answer, bench, opened } from './testing-sitting.ts';

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
