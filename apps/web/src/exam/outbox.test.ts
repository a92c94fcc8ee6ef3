import type { AttemptEvent, EventsAcknowledged } from '@cairn/contract';
import { describe, expect, it } from 'vitest';
import type { AttemptAction } from './attempt-action.ts';
import { clock, counter, fakeServer, handTimers, memoryDisk, open, quiet, WireFailure } from './testing-outbox.ts';

const answer = (slot: string, choice: string): AttemptAction => ({
  kind: 'answer',
  slot,
  response: { kind: 'multiple-choice', chosen: [choice] },
});

const nothing: EventsAcknowledged = {
  acknowledged: [],
  rejected: [],
  savedAt: 1,
  clock,
  state: 'running',
  feedback: {},
};

/** A bench whose wire can be cut; `sent` is every request in order. */
async function bench(reply?: (events: readonly AttemptEvent[]) => EventsAcknowledged) {
  const disk = memoryDisk();
  const timers = handTimers();
  const server = fakeServer();
  const wire = { isCut: false, sent: [] as (readonly AttemptEvent[])[] };
  const acknowledged: string[] = [];
  const outbox = await open({
    disk,
    ids: counter(),
    later: timers.later,
    send: async (events) => {
      wire.sent.push(events);
      if (wire.isCut) throw new WireFailure();
      return reply ? reply(events) : server.receive(events);
    },
    onAcknowledged: (_answer, stored) => acknowledged.push(...stored.map(({ id }) => id)),
  });
  return { disk, timers, server, wire, outbox, acknowledged };
}

describe('an event', () => {
  it('is on disk before it is sent, and leaves the disk when it is acknowledged', async () => {
    const { outbox, disk, wire, timers, server, acknowledged } = await bench();

    outbox.record(answer('s01', 'queue'));
    await quiet();
    expect(disk.kept()).toHaveLength(1);
    expect(wire.sent).toEqual([]);
    await timers.advance(300);

    expect(server.log.map(({ id }) => id)).toEqual(['event-1']);
    expect(acknowledged).toEqual(['event-1']);
    expect(disk.kept()).toEqual([]);
    expect(outbox.state()).toMatchObject({ pending: [], savedAt: 1, link: { kind: 'up' } });
  });

  it('waits for company, unless the candidate waits for it', async () => {
    const { outbox, wire, timers } = await bench();

    outbox.record(answer('s01', 'queue'));
    outbox.record({ kind: 'flag', slot: 's01', flagged: true });
    await timers.advance(299);
    expect(wire.sent).toEqual([]);
    outbox.record({ kind: 'submit' });
    await timers.advance(0);

    expect(wire.sent.map((events) => events.map(({ kind }) => kind))).toEqual([['answer', 'flag', 'submit']]);
  });

  it('that the server rejects is dropped, with the reason kept for the candidate', async () => {
    const rejection = { id: 'event-1', reason: 'after-time' as const, message: 'The time was up.' };
    const { outbox, disk, timers } = await bench(() => ({ ...nothing, rejected: [rejection] }));

    outbox.record(answer('s01', 'queue'));
    await timers.advance(300);

    expect(outbox.state()).toMatchObject({ pending: [], rejections: [rejection] });
    expect(disk.kept()).toEqual([]);
    outbox.dismissRejections();
    expect(outbox.state().rejections).toEqual([]);
  });
});

describe('answers typed fast', () => {
  it('to one question become one, the last', async () => {
    const { outbox, disk, timers, server } = await bench();

    outbox.record(answer('s01', 'queue'));
    outbox.record(answer('s01', 'cron'));
    outbox.record(answer('s01', 'search'));
    await quiet();
    expect(disk.kept()).toHaveLength(1);
    await timers.advance(300);

    expect(server.log).toMatchObject([{ response: { chosen: ['search'] } }]);
  });

  it('keep their order among other events', async () => {
    const { outbox, timers, server } = await bench();

    outbox.record(answer('s01', 'queue'));
    outbox.record({ kind: 'visit', slot: 's02' });
    outbox.record(answer('s01', 'search'));
    await timers.advance(300);

    expect(server.log.map(({ kind }) => kind)).toEqual(['answer', 'visit', 'answer']);
  });

  it('replace no answer that was sent: it may have arrived', async () => {
    const { outbox, wire, timers, server } = await bench();
    wire.isCut = true;
    outbox.record(answer('s01', 'queue'));
    await timers.advance(300);

    outbox.record(answer('s01', 'search'));
    wire.isCut = false;
    await timers.advance(60_000);

    expect(server.log.map(({ id }) => id)).toEqual(['event-1', 'event-2']);
  });
});

describe('a network that fails', () => {
  it('is tried again after growing pauses, and nothing is lost', async () => {
    const { outbox, wire, timers, server } = await bench();
    wire.isCut = true;

    outbox.record(answer('s01', 'queue'));
    await timers.advance(300);
    expect(outbox.state()).toMatchObject({ link: { kind: 'down' }, pending: [{ id: 'event-1' }] });
    expect(timers.waits()).toEqual([1000]);
    await timers.advance(1000);
    expect(timers.waits()).toEqual([2000]);
    await timers.advance(120_000);
    expect(timers.waits()[0]).toBeLessThanOrEqual(20_000);
    wire.isCut = false;
    await timers.advance(20_000);

    expect(server.log).toHaveLength(1);
    expect(outbox.state()).toMatchObject({ link: { kind: 'up' }, pending: [] });
  });

  it('does not make an answer about nothing a hot loop', async () => {
    const { outbox, wire, timers } = await bench(() => nothing);

    outbox.record(answer('s01', 'queue'));
    await timers.advance(10_000);

    expect(wire.sent.length).toBeLessThan(6);
    expect(outbox.state().pending).toHaveLength(1);
  });
});

describe('a reload', () => {
  it('finds what was not acknowledged, and sends it first', async () => {
    const disk = memoryDisk();
    const timers = handTimers();
    const ids = counter();
    const server = fakeServer();
    const offline = await open({ disk, ids, later: timers.later, send: () => Promise.reject(new WireFailure()) });
    offline.record(answer('s01', 'queue'));
    offline.record(answer('s02', 'cron'));
    await timers.advance(300);
    offline.stop();

    const outbox = await open({ disk, ids, later: timers.later, send: async (events) => server.receive(events) });
    expect(outbox.state().pending.map(({ id }) => id)).toEqual(['event-1', 'event-2']);
    outbox.record(answer('s02', 'search'));
    await timers.advance(300);

    expect(server.log.map(({ id }) => id)).toEqual(['event-1', 'event-2', 'event-3']);
  });

  it('is preceded by one more request with everything that waits', async () => {
    const { outbox, wire } = await bench();

    outbox.record(answer('s01', 'queue'));
    outbox.record(answer('s02', 'cron'));
    outbox.flushBeforeLeaving();

    expect(wire.sent.map((events) => events.length)).toEqual([2]);
  });
});

describe('a server that refuses', () => {
  const refusing = async (kind: 'elsewhere' | 'refused') => {
    const timers = handTimers();
    const disk = memoryDisk();
    const outbox = await open({
      disk,
      ids: counter(),
      later: timers.later,
      send: () => Promise.reject(new WireFailure()),
      failureOf: () => (kind === 'elsewhere' ? { kind } : { kind, message: 'No such attempt.' }),
    });
    outbox.record(answer('s01', 'queue'));
    await timers.advance(60_000);
    return { outbox, disk, timers };
  };

  it('because of another tab stops the sending and keeps the events', async () => {
    const { outbox, disk, timers } = await refusing('elsewhere');

    expect(outbox.state().link).toEqual({ kind: 'elsewhere' });
    expect(disk.kept()).toHaveLength(1);
    expect(timers.waits()).toEqual([]);
  });

  it('because it lacks the attempt says so', async () => {
    const { outbox } = await refusing('refused');

    expect(outbox.state().link).toEqual({ kind: 'refused', message: 'No such attempt.' });
  });

  it('to read one event gets the others all the same', async () => {
    const timers = handTimers();
    const server = fakeServer();
    const outbox = await open({
      ids: counter(),
      later: timers.later,
      send: async (events) => {
        if (events.some(({ id }) => id === 'event-2')) throw new WireFailure();
        return server.receive(events);
      },
      failureOf: () => ({ kind: 'unreadable', message: 'The request is not understood.' }),
    });

    for (const slot of ['s01', 's02', 's03']) outbox.record(answer(slot, 'queue'));
    await timers.advance(60_000);

    expect(server.log.map(({ id }) => id)).toEqual(['event-1', 'event-3']);
    expect(outbox.state().rejections).toMatchObject([{ id: 'event-2', message: 'The request is not understood.' }]);
  });
});

it('still sends when the disk refuses, and says that answers live in this tab alone', async () => {
  const timers = handTimers();
  const server = fakeServer();
  const refuse = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  const outbox = await open({
    disk: { load: refuse, add: refuse, remove: refuse },
    ids: counter(),
    later: timers.later,
    send: async (events) => server.receive(events),
  });
  outbox.record(answer('s01', 'queue'));
  await timers.advance(300);

  expect(outbox.state().isDiskRefused).toBe(true);
  expect(server.log).toHaveLength(1);
});

it('settles when everything is acknowledged', async () => {
  const { outbox, timers, server } = await bench();
  outbox.record(answer('s01', 'queue'));

  const settled = outbox.settled();
  await timers.advance(300);
  await settled;

  expect(server.log).toHaveLength(1);
});
