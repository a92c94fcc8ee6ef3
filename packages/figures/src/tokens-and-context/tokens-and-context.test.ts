import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SECTIONS } from '../chunking/document.ts';
import { BEGIN, fillWindow } from './model.ts';
import { tokenize } from './tokenizer.ts';
import { sentence } from './words.ts';

describe('the tokenizer', () => {
  it('loses nothing: its pieces joined are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        expect(tokenize(text).join('')).toBe(text);
      }),
    );
  });

  it('cuts as its rules say', () => {
    expect(tokenize('My order 48213 was unreadable.')).toEqual([
      'My',
      ' order',
      ' 482',
      '13',
      ' was',
      ' un',
      'read',
      'able',
      '.',
    ]);
  });

  it('gives English about four tokens for three words', () => {
    const text = SECTIONS.map(({ sentences }) => sentences.join(' ')).join('\n');
    const perWord = tokenize(text).length / text.split(/\s+/).length;

    expect(perWord).toBeGreaterThan(1.15);
    expect(perWord).toBeLessThan(1.45);
  });

  it('takes a script without spaces letter by letter', () => {
    expect(tokenize('東京都')).toHaveLength(3);
  });
});

const anySetting = fc.record({
  windowTokens: fc.integer({ min: 2000, max: 32_000 }),
  turns: fc.nat(60),
  passages: fc.nat(20),
  answerTokens: fc.integer({ min: 100, max: 4000 }),
});

describe('the context window', () => {
  it('is never overfull, unless what cannot be cut is too long', () => {
    fc.assert(
      fc.property(anySetting, (part) => {
        const window = fillWindow({ ...BEGIN, ...part });
        const sent = window.inputTokens + part.answerTokens;

        expect(sent + window.free - window.excess).toBe(part.windowTokens);
        expect(window.free === 0 || window.excess === 0).toBe(true);
      }),
    );
  });

  it('gives up history before passages', () => {
    fc.assert(
      fc.property(anySetting, (part) => {
        const { passagesCut, turnsCut } = fillWindow({ ...BEGIN, ...part });

        if (passagesCut > 0) expect(part.turns === 0 || turnsCut > 0 || part.turns * BEGIN.turnTokens < 400).toBe(true);
      }),
    );
  });

  it('costs what the prices say', () => {
    const window = fillWindow({
      ...BEGIN,
      text: 'Hi',
      turns: 0,
      passages: 0,
      systemTokens: 999,
      answerTokens: 500,
      priceIn: 2,
      priceOut: 8,
    });

    expect(window.inputTokens).toBe(1000);
    expect(window.cost).toBeCloseTo(0.006, 12); // 1,000 × 2 + 500 × 8 millionths
  });

  it('says what the model does not see', () => {
    const setting = { ...BEGIN, windowTokens: 4000 };

    expect(sentence(setting, fillWindow(setting))).toContain('are left out, and the model never sees them');
  });

  it('says that the request is refused when nothing is left to cut', () => {
    const setting = { ...BEGIN, windowTokens: 2000, answerTokens: 4000 };

    expect(sentence(setting, fillWindow(setting))).toContain('the service refuses the request');
  });
});
