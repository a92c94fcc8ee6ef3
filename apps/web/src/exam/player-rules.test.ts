import { describe, expect, it } from 'vitest';
import { calculate, resultText } from './calculation.ts';
import type { OutboxState } from './outbox.ts';
import { findPassages, sentencesOf } from './passages.ts';
import { DEFAULTS, parsePreferences } from './preferences.ts';
import { saveText } from './save-text.ts';

const outbox = (changes: Partial<OutboxState>): OutboxState => ({
  pending: [],
  link: { kind: 'up' },
  savedAt: 7,
  isDiskRefused: false,
  rejections: [],
  ...changes,
});

const answer = (slot: string, at: number) => ({ kind: 'answer' as const, id: `e${at}`, at, slot, response: null });
const say = (changes: Partial<OutboxState>) => saveText(outbox(changes), () => '10:42:07').text;

describe('the save indicator', () => {
  it('names the time of the last save', () => {
    expect(say({})).toBe('Saved 10:42:07');
  });

  it('does not say saved while something waits', () => {
    expect(say({ pending: [answer('s01', 1)] })).toBe('Saving…');
  });

  it('counts answers by question while offline', () => {
    const pending = [answer('s01', 1), answer('s02', 2), answer('s01', 3), answer('s03', 4)];

    expect(say({ pending, link: { kind: 'down' } })).toBe('Offline: 3 answers kept on this device');
  });

  it('counts changes where no answer waits', () => {
    const pending = [{ kind: 'flag' as const, id: 'e', at: 1, slot: 's01', flagged: true }];

    expect(say({ pending, link: { kind: 'down' } })).toBe('Offline: 1 change kept on this device');
    expect(say({ link: { kind: 'down' } })).toBe('Offline: everything so far is saved');
  });

  it('promises no more than the tab where the disk refuses', () => {
    expect(say({ pending: [answer('s01', 1)], link: { kind: 'down' }, isDiskRefused: true })).toBe(
      'Offline: 1 answer in this tab only, keep it open',
    );
  });
});

describe('the calculator', () => {
  it.each([
    ['1 + 2 * 3', '7'],
    ['(1 + 2) × 3', '9'],
    ['10 ÷ 4 − 1', '1.5'],
    ['-2 * -3', '6'],
    ['200 * 15%', '30'],
    ['0.1 + 0.2', '0.3'],
    ['2,5 * 2', '5'],
  ])('%s is %s', (text, result) => {
    const calculated = calculate(text);

    expect(calculated.outcome === 'value' && resultText(calculated.value)).toBe(result);
  });

  it.each(['', '1 +', '(2', '2)', 'alert(1)', '1..2', '1 2'])('waits for more than "%s"', (text) => {
    expect(calculate(text)).toEqual({ outcome: 'incomplete' });
  });

  it('does not divide by zero', () => {
    expect(calculate('1 / 0').outcome).toBe('impossible');
  });
});

describe('highlighted passages', () => {
  it('are found across text nodes and line breaks', () => {
    const chunks = ['A model ', 'in production', ' drifts.', 'Which service?'];

    expect(findPassages(chunks, ['production drifts.\n\nWhich'])).toEqual([
      { start: { chunk: 1, offset: 3 }, end: { chunk: 3, offset: 5 } },
    ]);
  });

  it('are found wherever they stand, and nowhere else', () => {
    expect(findPassages(['drift, drift'], ['drift'])).toHaveLength(2);
    expect(findPassages(['drift'], ['bias', ' '])).toEqual([]);
  });

  it('can be whole sentences', () => {
    expect(sentencesOf('A team trains. It fails!\n\nWhich fix works?')).toEqual([
      'A team trains.',
      'It fails!',
      'Which fix works?',
    ]);
  });
});

describe('preferences', () => {
  it('survive a round trip', () => {
    const chosen = { ...DEFAULTS, zoomPercent: 130, isHighContrast: true };

    expect(parsePreferences(JSON.stringify(chosen))).toEqual(chosen);
  });

  it.each([null, 'no json', '[]', 'null', '{"zoomPercent":"big","isTimerHidden":3}'])(
    'fall back to the defaults for %s',
    (text) => {
      expect(parsePreferences(text)).toEqual(DEFAULTS);
    },
  );

  it('keep the zoom within its range', () => {
    expect(parsePreferences('{"zoomPercent":900}').zoomPercent).toBe(150);
    expect(parsePreferences('{"zoomPercent":1}').zoomPercent).toBe(90);
  });
});
