import type { AttemptEvent } from '@cairn/contract';
import { describe, expect, it } from 'vitest';
import { applyLocally } from './apply-locally.ts';
import { type AttemptAction, stamped } from './attempt-action.ts';
import { stateOf } from './attempt-view.ts';
import { attemptWith, section } from './testing-attempt.ts';

const did = (...actions: AttemptAction[]): AttemptEvent[] =>
  actions.map((action, index) => stamped(action, { id: `event-${index}`, at: index }));

const chosen = (...ids: string[]) => ({ kind: 'multiple-choice', chosen: ids });

describe('what the candidate sees before the server has answered', () => {
  it('shows the last answer and counts it as answered', () => {
    const events = did(
      { kind: 'answer', slot: 's01', response: chosen('queue') },
      { kind: 'answer', slot: 's01', response: chosen('search') },
    );

    const state = stateOf(applyLocally(attemptWith(), events), 's01');

    expect(state).toMatchObject({ response: chosen('search'), answered: true });
  });

  it('takes an answer back', () => {
    const events = did(
      { kind: 'answer', slot: 's01', response: chosen('queue') },
      { kind: 'answer', slot: 's01', response: null },
    );

    expect(stateOf(applyLocally(attemptWith(), events), 's01')).toMatchObject({ response: null, answered: false });
  });

  it('keeps flag, strike-outs, highlights and note beside the answer', () => {
    const events = did(
      { kind: 'answer', slot: 's02', response: chosen('cron') },
      { kind: 'flag', slot: 's02', flagged: true },
      { kind: 'strike', slot: 's02', options: ['queue'] },
      { kind: 'highlight', slot: 's02', passages: ['keeps vectors'] },
      { kind: 'note', slot: 's02', text: 'cron has no store' },
    );

    expect(stateOf(applyLocally(attemptWith(), events), 's02')).toMatchObject({
      answered: true,
      flagged: true,
      struckOut: ['queue'],
      highlights: ['keeps vectors'],
      note: 'cron has no store',
    });
  });

  it('opens at the question visited last', () => {
    const attempt = applyLocally(attemptWith(), did({ kind: 'visit', slot: 's03' }));

    expect(attempt.currentSlot).toBe('s03');
    expect(stateOf(attempt, 's03').seen).toBe(true);
  });

  it('locks a section that was left, with nothing on screen until the next visit', () => {
    const attempt = attemptWith({
      sections: [section('one', 'on-leaving', ['s01']), section('two', 'free', ['s02'])],
      currentSlot: 's01',
    });

    const left = applyLocally(attempt, did({ kind: 'leave-section', section: 'one' }));

    expect(left).toMatchObject({ lockedSections: ['one'], currentSlot: null });
  });

  it('pauses and goes on', () => {
    const paused = applyLocally(attemptWith({ mode: 'study' }), did({ kind: 'pause' }));

    expect(paused.state).toBe('paused');
    expect(applyLocally(paused, did({ kind: 'resume' })).state).toBe('running');
  });

  it('does not end the attempt: only the server can say that the answers are in', () => {
    expect(applyLocally(attemptWith(), did({ kind: 'submit' })).state).toBe('running');
  });

  it('ignores an event for a question that the attempt lacks', () => {
    const attempt = attemptWith();

    expect(applyLocally(attempt, did({ kind: 'flag', slot: 's99', flagged: true }))).toEqual(attempt);
  });

  it('gives the same attempt however acknowledged and pending events are split', () => {
    const events = did(
      { kind: 'visit', slot: 's01' },
      { kind: 'answer', slot: 's01', response: chosen('queue') },
      { kind: 'visit', slot: 's02' },
      { kind: 'answer', slot: 's01', response: chosen('search') },
    );
    const whole = applyLocally(attemptWith(), events);

    for (let split = 0; split <= events.length; split += 1) {
      const server = applyLocally(attemptWith(), events.slice(0, split));

      expect(applyLocally(server, events.slice(split))).toEqual(whole);
      // A reload may show the server's word with events that it already holds on top.
      expect(applyLocally(whole, events.slice(split))).toEqual(whole);
    }
  });
});
