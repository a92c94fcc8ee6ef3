import type { AttemptEvent, EventsAcknowledged } from '@cairn/contract';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AttemptAction } from './attempt-action.ts';
import type { Outbox } from './outbox.ts';
import { counter, fakeServer, handTimers, memoryDisk, open, quiet, WireFailure } from './testing-outbox.ts';

/** What may happen to one request. `late`: the browser gives it up, and it arrives long after. */
const FATES = ['fine', 'lost', 'answer-lost', 'twice', 'late', 'slow'] as const;
type Fate = (typeof FATES)[number];

type Step =
  | { readonly kind: 'act'; readonly slot: string; readonly choice: string; readonly what: 'answer' | 'visit' }
  | { readonly kind: 'wait'; readonly milliseconds: number }
  | { readonly kind: 'reload'; readonly isCrash: boolean }
  | { readonly kind: 'stragglers-arrive' };

const slot = fc.constantFrom('s01', 's02');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('act' as const),
      slot,
      choice: fc.constantFrom('queue', 'search', 'cron'),
      what: fc.constantFrom('answer' as const, 'answer' as const, 'visit' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), milliseconds: fc.constantFrom(0, 301, 1100, 4000) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reload' as const), isCrash: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'stragglers-arrive' as const }) },
);

/** A wire that treats each request as the next fate says; once the fates are used up it works. */
function wireOf(fates: readonly Fate[], receive: (events: readonly AttemptEvent[]) => EventsAcknowledged) {
  let used = 0;
  let stragglers: (() => void)[] = [];
  const send = async (events: readonly AttemptEvent[]): Promise<EventsAcknowledged> => {
    const fate = fates[used] ?? 'fine';
    used += 1;
    switch (fate) {
      case 'fine':
        return receive(events);
      case 'lost':
        throw new WireFailure();
      case 'answer-lost':
        receive(events);
        throw new WireFailure();
      case 'twice':
        receive(events);
        return receive(events);
      case 'late':
        stragglers.push(() => receive(events));
        throw new WireFailure();
      case 'slow':
        return new Promise((resolve) => stragglers.push(() => resolve(receive(events))));
    }
  };
  const arrive = () => {
    const arriving = stragglers;
    stragglers = [];
    for (const one of arriving.reverse()) one(); // the youngest first: the worst order
  };
  return { send, arrive };
}

async function live(steps: readonly Step[], fates: readonly Fate[]) {
  const disk = memoryDisk();
  const timers = handTimers();
  const server = fakeServer();
  const wire = wireOf(fates, server.receive);
  const ids = counter();
  const acknowledged = new Set<string>();
  const start = (): Promise<Outbox> =>
    open({
      disk,
      ids,
      later: timers.later,
      send: wire.send,
      onAcknowledged: (_answer, stored) => {
        for (const { id } of stored) acknowledged.add(id);
      },
    });
  let outbox = await start();
  for (const one of steps) {
    switch (one.kind) {
      case 'act':
        outbox.record(actionOf(one));
        break;
      case 'wait':
        await timers.advance(one.milliseconds);
        break;
      case 'reload':
        await quiet(); // what is not on disk when the browser dies is no promise of ours
        if (!one.isCrash) outbox.flushBeforeLeaving();
        outbox.stop();
        outbox = await start();
        break;
      case 'stragglers-arrive':
        wire.arrive();
        break;
    }
  }
  for (let calm = 0; calm < 12; calm += 1) {
    await timers.advance(20_000);
    wire.arrive(); // after what was sent later, which is where a late request does its worst
  }
  return { outbox, disk, log: server.log, acknowledged };
}

const actionOf = ({ slot, choice, what }: Extract<Step, { kind: 'act' }>): AttemptAction =>
  what === 'visit'
    ? { kind: 'visit', slot }
    : { kind: 'answer', slot, response: { kind: 'multiple-choice', chosen: [choice] } };

const lastAnswers = (events: readonly { readonly kind: string }[]) => {
  const answers = (events as readonly AttemptEvent[]).flatMap((event) =>
    event.kind === 'answer' ? [[event.slot, JSON.stringify(event.response)] as const] : [],
  );
  return Object.fromEntries(answers);
};

it('whatever the network and the browser do, the log holds each event once, in order, and the last answers', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 30 }),
      fc.array(fc.constantFrom(...FATES), { maxLength: 20 }),
      async (steps, fates) => {
        const acted = steps.flatMap((one) => (one.kind === 'act' ? [actionOf(one)] : []));

        const { outbox, disk, log, acknowledged } = await live(steps, fates);

        const ids = log.map(({ id }) => id);
        const times = log.map(({ at }) => at);
        expect(new Set(ids).size).toBe(ids.length);
        expect(times).toEqual([...times].sort((a, b) => a - b));
        for (const id of acknowledged) expect(ids).toContain(id);
        expect(lastAnswers(log)).toEqual(lastAnswers(acted));
        expect(log.filter(({ kind }) => kind === 'visit')).toHaveLength(
          acted.filter(({ kind }) => kind === 'visit').length,
        );
        expect(outbox.state().pending).toEqual([]);
        expect(disk.kept()).toEqual([]);
      },
    ),
    { numRuns: 100 },
  );
});
