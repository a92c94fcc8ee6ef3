import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Form } from '../form.ts';
import { isSecretText } from '../sample-bank.ts';
import { slotsOf } from '../slots.ts';
import { applyEvent, foldEvents } from './apply.ts';
import type { Received, SessionEvent } from './event.ts';
import { feedbackOf, publishSession } from './publish.ts';
import { begin, did, doing, OPEN_FORM, questionAt, SECTIONED_FORM, solving, T0 } from './sample-session.ts';
import { type Mode, progressOf, type Session } from './session.ts';
import { isOverdue, limitSecondsOf, remainingSeconds, usedSeconds } from './time.ts';

/** Anything a client, a clock or a server may send, sensible or not. */
function eventFor(form: Form): fc.Arbitrary<SessionEvent> {
  const index = fc.nat(slotsOf(form).length - 1);
  const slot = fc.oneof(
    { weight: 9, arbitrary: index.map((i) => questionAt(form, i).slot) },
    { weight: 1, arbitrary: fc.constantFrom('s99', '', '__proto__') },
  );
  const section = fc.constantFrom(...form.sections.map(({ id }) => id), 'cellar');
  const response = fc.oneof(
    fc.constant(null),
    fc.constant({ kind: 'multiple-choice', chosen: ['alpha'] }),
    fc.jsonValue(),
  );
  const stamp = { id: fc.uuid(), at: fc.integer({ min: T0 - 4_000_000, max: T0 + 8_000_000 }) };
  const solved = index.map((i) => ({ slot: questionAt(form, i).slot, response: questionAt(form, i).solution }));
  return fc.oneof(
    fc.record({ ...stamp, kind: fc.constant('visit' as const), slot }),
    fc.record({ ...stamp, kind: fc.constant('answer' as const), slot, response }),
    fc.tuple(fc.record(stamp), solved).map(([at, answer]) => ({ ...at, ...answer, kind: 'answer' as const })),
    fc.record({ ...stamp, kind: fc.constant('flag' as const), slot, flagged: fc.boolean() }),
    fc.record({ ...stamp, kind: fc.constant('strike' as const), slot, options: fc.array(fc.string()) }),
    fc.record({ ...stamp, kind: fc.constant('note' as const), slot, text: fc.string() }),
    fc.record({ ...stamp, kind: fc.constant('check' as const), slot }),
    fc.record({ ...stamp, kind: fc.constant('leave-section' as const), section }),
    fc.record({ ...stamp, kind: fc.constantFrom('pause' as const, 'resume' as const) }),
    fc.record({ kind: fc.constant('outage' as const), seconds: fc.nat(500) }),
    fc.record({ kind: fc.constant('time-out' as const) }),
  );
}

/** Received at most 200 s apart, sometimes with a server clock that steps back. */
const logFor = (form: Form): fc.Arbitrary<Received[]> =>
  fc.array(fc.tuple(eventFor(form), fc.integer({ min: -20_000, max: 200_000 })), { maxLength: 40 }).map((steps) => {
    let receivedAt = T0;
    return steps.map(([event, step]) => {
      receivedAt += step;
      return { event, receivedAt };
    });
  });

const trace = (start: Session, log: readonly Received[]) =>
  log.map((received, i) => ({ received, before: foldEvents(start, log.slice(0, i)) }));

const CASES = [
  { mode: 'exam' as Mode, name: 'open', form: OPEN_FORM },
  { mode: 'exam' as Mode, name: 'sectioned', form: SECTIONED_FORM },
  { mode: 'study' as Mode, name: 'sectioned', form: SECTIONED_FORM },
];

describe.each(CASES)('any events on a $name form in $mode mode', ({ mode, form }) => {
  const start = begin(form, mode);

  it('give the same session one by one, folded, and through JSON', () => {
    fc.assert(
      fc.property(logFor(form), (log) => {
        let session = start;
        for (const { event, receivedAt } of log) {
          const applied = applyEvent(session, event, receivedAt);
          if (applied.outcome === 'accepted') session = applied.session;
        }

        expect(foldEvents(start, log)).toEqual(session);
        const stored = JSON.parse(JSON.stringify(log)) as Received[]; // what the log's column gives back
        expect(foldEvents(start, stored)).toEqual(session);
      }),
    );
  });

  it('change an answer only by an answer to that question', () => {
    fc.assert(
      fc.property(logFor(form), (log) => {
        for (const { received, before } of trace(start, log)) {
          const applied = applyEvent(before, received.event, received.receivedAt);
          if (applied.outcome === 'rejected') continue;
          const changed = slotsOf(form).filter(
            ({ id }) => progressOf(applied.session, id).response !== progressOf(before, id).response,
          );

          for (const { id } of changed) expect(received.event).toMatchObject({ kind: 'answer', slot: id });
        }
      }),
    );
  });

  it('never give time but for an outage', () => {
    fc.assert(
      fc.property(logFor(form), (log) => {
        for (const { received, before } of trace(start, log)) {
          const applied = applyEvent(before, received.event, received.receivedAt);
          if (applied.outcome === 'rejected' || received.event.kind === 'outage') continue;
          const left = remainingSeconds(before, before.time.clockAt) ?? 0;
          const now = remainingSeconds(applied.session, received.receivedAt) ?? 0;

          expect(now).toBeLessThanOrEqual(left);
        }
      }),
    );
  });

  it('credit questions with no more than the time that passed, and five seconds', () => {
    fc.assert(
      fc.property(logFor(form), (log) => {
        const session = foldEvents(start, log);
        const credited = slotsOf(form).reduce((sum, { id }) => sum + progressOf(session, id).milliseconds, 0);

        const { startedAt, clockAt, pausedMilliseconds } = session.time;

        expect(credited).toBeLessThanOrEqual(clockAt - startedAt - pausedMilliseconds + 5000);
      }),
    );
  });

  it('leave no question more time after an outage than before it', () => {
    const { slot } = questionAt(form, 0);
    const id = '00000000-0000-1000-8000-000000000000';
    const log: Received[] = [
      { event: { id, at: T0, kind: 'visit', slot }, receivedAt: T0 },
      { event: { id, at: T0 + 1, kind: 'flag', slot, flagged: false }, receivedAt: T0 },
      { event: { kind: 'outage', seconds: 0 }, receivedAt: T0 },
      { event: { id, at: T0 + 9000, kind: 'answer', slot, response: null }, receivedAt: T0 },
    ];

    expect(progressOf(foldEvents(start, log), slot).milliseconds).toBe(5000);
  });

  it('open nothing that was closed, and end nothing early', () => {
    fc.assert(
      fc.property(logFor(form), (log) => {
        for (const { received, before } of trace(start, log)) {
          const applied = applyEvent(before, received.event, received.receivedAt);
          if (applied.outcome === 'rejected') continue;
          const { session } = applied;

          expect(session.lockedSections).toEqual(expect.arrayContaining([...before.lockedSections]));
          if (session.state !== 'over') continue;
          expect(usedSeconds(session, session.overAt)).toBeGreaterThanOrEqual(limitSecondsOf(session) ?? 0);
        }
      }),
    );
  });

  it('count for nothing after the time', () => {
    fc.assert(
      fc.property(eventFor(form), fc.integer({ min: 0, max: 1e9 }), (event, late) => {
        const receivedAt = T0 + ((limitSecondsOf(start) ?? 0) + 5) * 1000 + 1 + late;
        fc.pre(event.kind !== 'outage' && event.kind !== 'time-out');

        expect(isOverdue(start, receivedAt)).toBe(true);
        expect(applyEvent(start, event, receivedAt)).toMatchObject({ outcome: 'rejected', reason: 'after-time' });
      }),
    );
  });
});

/** Every field name and every text at any depth. */
function insides(value: unknown): { keys: string[]; texts: string[] } {
  if (typeof value === 'string') return { keys: [], texts: [value] };
  if (typeof value !== 'object' || value === null) return { keys: [], texts: [] };
  const inner = Object.values(value).map(insides);
  const keys = Array.isArray(value) ? [] : Object.keys(value);
  return { keys: [...keys, ...inner.flatMap((one) => one.keys)], texts: inner.flatMap((one) => one.texts) };
}

const SECRET_FIELDS = [
  'why',
  'correct',
  'angoff',
  'scored',
  'match',
  'answer',
  'value',
  'sequence',
  'extras',
  'sources',
];

describe.each(CASES)('what a browser gets of a $name form in $mode mode', ({ mode, form }) => {
  it('holds no key, reason, rating or mark of what counts while answers may change', () => {
    fc.assert(
      fc.property(logFor(form), (log) => {
        const isUnchecked = ({ event }: Received) => event.kind !== 'check' && event.kind !== 'time-out';
        const published = publishSession(foldEvents(begin(form, mode), log.filter(isUnchecked)), T0);
        const { keys, texts } = insides(JSON.parse(JSON.stringify({ ...published, slots: {} })));

        expect(keys.filter((key) => SECRET_FIELDS.includes(key))).toEqual([]);
        expect(texts.filter(isSecretText)).toEqual([]);
        expect(published.feedback).toEqual({});
      }),
      { numRuns: 30 },
    );
  });

  it('shows the options in the same order each time', () => {
    const sections = () => publishSession(begin(form, mode), T0).sections;

    expect(sections()).toEqual(sections());
    expect(publishSession(solving(begin(form, mode), 3), T0).sections).toEqual(sections());
  });
});

it('names no item before its answer counts: a name such as leakage-01 may be the answer', () => {
  const { slot, solution } = questionAt(OPEN_FORM, 0);
  const studied = doing(begin(OPEN_FORM, 'study'), [
    { kind: 'answer', slot, response: solution },
    { kind: 'check', slot },
  ]);
  const itemIdsOf = (session: typeof studied) =>
    publishSession(session, T0).sections.flatMap(({ slots }) => slots.map(({ itemId }) => itemId));
  const [firstItem, ...others] = slotsOf(OPEN_FORM).map(({ itemId }) => itemId);

  expect(new Set(itemIdsOf(begin(OPEN_FORM)))).toEqual(new Set([null]));
  expect(itemIdsOf(studied)).toEqual([firstItem, ...others.map(() => null)]);
  expect(itemIdsOf(doing(begin(OPEN_FORM), [{ kind: 'submit' }]))).toEqual([firstItem, ...others]);
});

it('an exam names no task or domain until it is over', () => {
  const running = publishSession(begin(OPEN_FORM), T0);
  const submitted = applyEvent(begin(OPEN_FORM), did({ kind: 'submit' }, 9), T0 + 9000);
  const over = submitted.outcome === 'accepted' ? publishSession(submitted.session, T0 + 9000) : running;
  const tasksOf = ({ sections }: typeof running) => sections.flatMap(({ slots }) => slots.map(({ task }) => task));

  expect(new Set(tasksOf(running))).toEqual(new Set([null]));
  expect(tasksOf(over)).toEqual(slotsOf(OPEN_FORM).map(({ task }) => task));
  expect(Object.keys(over.feedback)).toHaveLength(26);
});

it('study shows the feedback of checked questions only', () => {
  const solved = solving(begin(OPEN_FORM, 'study'), 2);
  const { slot, solution } = questionAt(OPEN_FORM, 0);
  const checked = applyEvent(solved, did({ kind: 'check', slot }, 9), T0 + 9000);
  const session = checked.outcome === 'accepted' ? checked.session : solved;

  expect(Object.keys(publishSession(session, T0).feedback)).toEqual([slot]);
  expect(feedbackOf(session, slot)).toMatchObject({ solution, points: 1, possible: 1 });
  expect(feedbackOf(session, questionAt(OPEN_FORM, 1).slot)).toBeUndefined();
  expect(feedbackOf(session, 's99')).toBeUndefined();
});

it('says for each question how far the candidate is', () => {
  const { slots, clock, currentSlot } = publishSession(solving(begin(OPEN_FORM), 2), T0 + 60_000);

  expect(slots.s01).toMatchObject({ answered: true, seen: true, flagged: false, seconds: 1 });
  expect(slots.s03).toMatchObject({ answered: false, seen: false, response: null });
  expect(clock).toEqual({ serverNow: T0 + 60_000, remainingSeconds: 3060, paused: false });
  expect(currentSlot).toBe('s02');
});
