import type { AttemptEvent } from '@cairn/contract';
import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../api.ts';
import { stateOf } from './attempt-view.ts';
import { attemptWith } from './testing-attempt.ts';
import { clock, quiet } from './testing-outbox.ts';
import { acknowledging, answer, bench, opened } from './testing-sitting.ts';

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
