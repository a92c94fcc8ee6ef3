import { describe, expect, it } from 'vitest';
import { slotsOf } from '../slots.ts';
import { after, begin, did, doing, OPEN_FORM, questionAt, refusalOf, SECTIONED_FORM, T0 } from './sample-session.ts';
import { progressOf } from './session.ts';
import { deadlineOf, GRACE_SECONDS, isOverdue, limitSecondsOf, remainingSeconds, usedSeconds } from './time.ts';

const first = questionAt(OPEN_FORM, 0);
const second = questionAt(OPEN_FORM, 1);

describe('answering', () => {
  it('keeps the response, and null clears it', () => {
    const answered = doing(begin(OPEN_FORM), [{ kind: 'answer', slot: first.slot, response: first.solution }]);
    const cleared = after(answered, did({ kind: 'answer', slot: first.slot, response: null }, 2), 2);

    expect(progressOf(answered, first.slot).response).toEqual(first.solution);
    expect(progressOf(cleared, first.slot).response).toBeNull();
  });

  it('keeps an incomplete response: it may be completed later', () => {
    const multiple = slotsOf(OPEN_FORM).find(({ question }) => question.kind === 'multiple-response');
    const response = { kind: 'multiple-response', chosen: ['alpha'] };
    const session = doing(begin(OPEN_FORM), [{ kind: 'answer', slot: multiple?.id ?? '', response }]);

    expect(progressOf(session, multiple?.id ?? '').response).toEqual(response);
  });

  it.each([
    ['a response of another kind', { kind: 'active-screen', settings: {} }],
    ['an option of another question', { kind: first.question.kind, chosen: ['zulu'] }],
    ['no response at all', 'alpha'],
    ['nothing', undefined],
  ])('refuses %s', (_, response) => {
    const event = did({ kind: 'answer', slot: first.slot, response }, 1);

    expect(refusalOf(begin(OPEN_FORM), event, 1)).toBe('invalid-response');
  });

  it.each(['s99', '__proto__', ''])('refuses a question that the form lacks: %j', (slot) => {
    expect(refusalOf(begin(OPEN_FORM), did({ kind: 'visit', slot }, 1), 1)).toBe('unknown-slot');
    expect(refusalOf(begin(OPEN_FORM), did({ kind: 'answer', slot, response: null }, 1), 1)).toBe('unknown-slot');
  });
});

it('keeps flags, strike-outs, highlights and notes', () => {
  const { slot } = first;
  const session = doing(begin(OPEN_FORM), [
    { kind: 'flag', slot, flagged: true },
    { kind: 'strike', slot, options: ['bravo'] },
    { kind: 'highlight', slot, passages: ['one fits'] },
    { kind: 'note', slot, text: 'Look again' },
  ]);

  expect(progressOf(session, slot)).toMatchObject({
    flagged: true,
    struckOut: ['bravo'],
    highlights: ['one fits'],
    note: 'Look again',
    seen: false,
  });
});

describe('checking', () => {
  const solved = (mode: 'exam' | 'study') =>
    doing(begin(OPEN_FORM, mode), [{ kind: 'answer', slot: first.slot, response: first.solution }]);
  const check = did({ kind: 'check', slot: first.slot }, 5);

  it('locks the answer in study mode', () => {
    const checked = after(solved('study'), check, 5);

    expect(refusalOf(checked, did({ kind: 'answer', slot: first.slot, response: null }, 6), 6)).toBe('already-checked');
    expect(refusalOf(checked, check, 6)).toBe('already-checked');
    expect(progressOf(checked, first.slot).response).toEqual(first.solution);
  });

  it('needs an answer', () => {
    expect(refusalOf(begin(OPEN_FORM, 'study'), check, 5)).toBe('invalid-response');
  });

  it('does not exist in an exam', () => {
    expect(refusalOf(solved('exam'), check, 5)).toBe('not-in-this-mode');
  });
});

describe('sections', () => {
  const last = questionAt(SECTIONED_FORM, 13);
  const series = [14, 15, 16].map((index) => questionAt(SECTIONED_FORM, index));
  const inCase = questionAt(SECTIONED_FORM, 17);
  const visit = (slot: string) => ({ kind: 'visit' as const, slot });
  const earlier = visit(questionAt(SECTIONED_FORM, 0).slot);

  it('stay open while one moves inside', () => {
    const session = doing(begin(SECTIONED_FORM), [visit(last.slot), earlier]);

    expect(session.lockedSections).toEqual([]);
  });

  it('close for good once left', () => {
    const left = doing(begin(SECTIONED_FORM), [visit(last.slot), { kind: 'leave-section', section: 'questions' }]);

    expect(left.lockedSections).toEqual(['questions']);
    expect(left.currentSlot).toBeNull();
    for (const deed of [
      visit(last.slot),
      { kind: 'answer' as const, slot: last.slot, response: last.solution },
      { kind: 'flag' as const, slot: last.slot, flagged: true },
      { kind: 'leave-section' as const, section: 'questions' },
    ]) {
      expect(refusalOf(left, did(deed, 9), 9)).toBe('section-locked');
    }
  });

  it('close as well when the candidate just goes elsewhere', () => {
    const session = doing(begin(SECTIONED_FORM), [visit(last.slot), visit(inCase.slot)]);

    expect(session.lockedSections).toEqual(['questions']);
  });

  it('let nobody go back in a series', () => {
    const [one, two] = series;
    const session = doing(begin(SECTIONED_FORM), [
      { kind: 'answer', slot: one?.slot ?? '', response: one?.solution },
      visit(two?.slot ?? ''),
    ]);

    expect(refusalOf(session, did(visit(one?.slot ?? ''), 9), 9)).toBe('section-locked');
    expect(refusalOf(session, did({ kind: 'answer', slot: one?.slot ?? '', response: null }, 9), 9)).toBe(
      'section-locked',
    );
    expect(refusalOf(session, did(visit(two?.slot ?? ''), 9), 9)).toBeUndefined();
  });

  it('are all open in study mode', () => {
    const session = doing(begin(SECTIONED_FORM, 'study'), [visit(series[2]?.slot ?? ''), visit(inCase.slot), earlier]);

    expect(session.lockedSections).toEqual([]);
    expect(refusalOf(session, did({ kind: 'leave-section', section: 'questions' }, 9), 9)).toBe('not-in-this-mode');
  });

  it('that are open cannot be left, and unknown ones are named', () => {
    expect(refusalOf(begin(OPEN_FORM), did({ kind: 'leave-section', section: 'questions' }, 1), 1)).toBe(
      'not-in-this-mode',
    );
    expect(refusalOf(begin(OPEN_FORM), did({ kind: 'leave-section', section: 'cellar' }, 1), 1)).toBe('unknown-slot');
  });
});

describe('the clock', () => {
  const at = (seconds: number) => T0 + seconds * 1000;

  it.each([
    [1 as const, 0 as const, 3120],
    [1.5 as const, 0 as const, 4680],
    [2 as const, 30 as const, 8040],
    ['untimed' as const, 0 as const, null],
  ])('gives factor %s and %s extra minutes their time', (factor, extraMinutes, seconds) => {
    const session = begin(OPEN_FORM, 'exam', { factor, extraMinutes });

    expect(limitSecondsOf(session)).toBe(seconds);
    expect(remainingSeconds(session, T0)).toBe(seconds);
    expect(deadlineOf(session)).toBe(seconds === null ? null : at(seconds));
  });

  it('takes what arrives within the grace and nothing after it', () => {
    const answer = { kind: 'answer' as const, slot: first.slot, response: first.solution };
    const session = begin(OPEN_FORM);

    expect(refusalOf(session, did(answer, 3120), 3120 + GRACE_SECONDS)).toBeUndefined();
    expect(refusalOf(session, did(answer, 3120), 3120 + GRACE_SECONDS + 0.001)).toBe('after-time');
    expect(isOverdue(session, at(3120 + GRACE_SECONDS))).toBe(false);
    expect(isOverdue(session, at(3120 + GRACE_SECONDS + 0.001))).toBe(true);
  });

  it('ends an exam at its deadline, however late the server noticed', () => {
    const over = after(begin(OPEN_FORM), { kind: 'time-out' }, 9000);

    expect(over).toMatchObject({ state: 'over', reason: 'timed-out', overAt: at(3120) });
    expect(usedSeconds(over, at(9999))).toBe(3120);
    expect(remainingSeconds(over, at(9999))).toBeNull();
  });

  it('does not end early', () => {
    expect(refusalOf(begin(OPEN_FORM), { kind: 'time-out' }, 3119)).toBe('not-in-this-mode');
    expect(refusalOf(begin(OPEN_FORM, 'exam', { factor: 'untimed', extraMinutes: 0 }), { kind: 'time-out' }, 1e6)).toBe(
      'not-in-this-mode',
    );
  });

  it('gives an outage back, even one that outlasted the deadline', () => {
    const session = after(begin(OPEN_FORM), { kind: 'outage', seconds: 4000 }, 4100);

    expect(remainingSeconds(session, at(4100))).toBe(3020);
    expect(limitSecondsOf(session)).toBe(3120);
  });

  it('counts an outage neither as time used nor as time on the question on screen', () => {
    const visited = after(begin(OPEN_FORM), did({ kind: 'visit', slot: first.slot }, 100), 100);
    const back = after(visited, { kind: 'outage', seconds: 4000 }, 4110);
    const over = after(back, did({ kind: 'submit' }, 4150), 4150);

    expect(usedSeconds(over, at(9999))).toBe(150);
    expect(progressOf(over, first.slot).milliseconds).toBeLessThanOrEqual(50_000 + 5000);
  });

  it('stands still in a pause, which only study mode has', () => {
    const paused = after(begin(OPEN_FORM, 'study'), did({ kind: 'pause' }, 100), 100);
    const resumed = after(paused, did({ kind: 'resume' }, 5000), 5000);

    expect(remainingSeconds(paused, at(4000))).toBe(3020);
    expect(deadlineOf(paused)).toBeNull();
    expect(isOverdue(paused, at(99_999))).toBe(false);
    expect(remainingSeconds(resumed, at(5010))).toBe(3010);
    expect(refusalOf(begin(OPEN_FORM), did({ kind: 'pause' }, 1), 1)).toBe('not-in-this-mode');
  });

  it('takes nothing but resuming and submitting while paused', () => {
    const paused = after(begin(OPEN_FORM, 'study'), did({ kind: 'pause' }, 100), 100);

    expect(refusalOf(paused, did({ kind: 'visit', slot: first.slot }, 101), 101)).toBe('not-in-this-mode');
    expect(refusalOf(paused, did({ kind: 'pause' }, 101), 101)).toBe('not-in-this-mode');
    expect(refusalOf(begin(OPEN_FORM, 'study'), did({ kind: 'resume' }, 101), 101)).toBe('not-in-this-mode');
    expect(after(paused, { kind: 'outage', seconds: 60 }, 300).time.outageSeconds).toBe(0);
    expect(usedSeconds(after(paused, did({ kind: 'submit' }, 500), 500), at(999))).toBe(100);
  });

  it('does not run backwards when the server sets its own back', () => {
    const session = after(begin(OPEN_FORM), did({ kind: 'visit', slot: first.slot }, 600), 600);

    expect(remainingSeconds(session, at(10))).toBe(2520);
  });
});

it('takes nothing once submitted', () => {
  const over = doing(begin(OPEN_FORM), [{ kind: 'submit' }]);

  expect(over).toMatchObject({ state: 'over', reason: 'submitted' });
  expect(refusalOf(over, did({ kind: 'answer', slot: first.slot, response: null }, 2), 2)).toBe('attempt-over');
  expect(refusalOf(over, { kind: 'outage', seconds: 9 }, 2)).toBe('attempt-over');
});

describe('the seconds of a question', () => {
  const visit = (slot: string, at: number) => ({ kind: 'visit' as const, slot, id: 'event', at: T0 + at * 1000 });
  const secondsOf = (session: ReturnType<typeof begin>, slot: string) => progressOf(session, slot).milliseconds / 1000;

  it('run from its visit to the next', () => {
    const session = doing(
      begin(OPEN_FORM),
      [
        { kind: 'visit', slot: first.slot },
        { kind: 'visit', slot: second.slot },
        { kind: 'visit', slot: first.slot },
        { kind: 'submit' },
      ],
      10,
      30,
    );

    expect(secondsOf(session, first.slot)).toBe(60);
    expect(secondsOf(session, second.slot)).toBe(30);
  });

  it('are divided by the client when a batch arrives after an offline stretch', () => {
    let session = after(begin(OPEN_FORM), visit(first.slot, 1), 1);
    session = after(session, visit(second.slot, 61), 301);
    session = after(session, visit(first.slot, 281), 301);

    expect(secondsOf(session, first.slot)).toBe(60);
    expect(secondsOf(session, second.slot)).toBe(220);
  });

  it('do not shrink when the client sets its clock back', () => {
    let session = after(begin(OPEN_FORM), visit(first.slot, 1), 1);
    session = after(session, visit(second.slot, -3600), 31);
    session = after(session, visit(first.slot, -3580), 51);

    expect(secondsOf(session, first.slot)).toBe(0);
    expect(secondsOf(session, second.slot)).toBe(20);
  });

  it('exceed by no more than five what the server saw when the client sets its clock forward', () => {
    let session = after(begin(OPEN_FORM), visit(first.slot, 1), 1);
    session = after(session, visit(second.slot, 7200), 31);

    expect(secondsOf(session, first.slot)).toBe(35);
  });

  it('leave a pause out', () => {
    let session = after(begin(OPEN_FORM, 'study'), visit(first.slot, 1), 1);
    session = after(session, did({ kind: 'pause' }, 11), 11);
    session = after(session, did({ kind: 'resume' }, 1011), 1011);
    session = after(session, visit(second.slot, 1021), 1021);

    expect(secondsOf(session, first.slot)).toBe(20);
  });
});
