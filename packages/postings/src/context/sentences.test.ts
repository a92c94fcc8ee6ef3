import { describe, expect, it } from 'vitest';
import { sentenceEnd, sentenceStart } from './sentences.ts';

const MARGIN = 72;

describe('a sentence', () => {
  it('ends after its mark, and not after an abbreviation', () => {
    const text = 'We use tools, e.g. Kafka. You write Python.';

    expect(text.slice(0, sentenceEnd(text, 0, text.length, MARGIN))).toBe('We use tools, e.g. Kafka.');
    expect(sentenceStart(text, 0, text.indexOf('Python'), MARGIN)).toBe(text.indexOf(' You'));
  });

  it('without an end is cut at a blank', () => {
    const text = 'word '.repeat(2_000);
    const end = sentenceEnd(text, 0, text.length, MARGIN);

    expect(text[end]).toBe(' ');
    expect(end).toBeLessThan(1_600);
  });

  it('without a blank either is cut all the same: each name in it would look to the end of the text', () => {
    const text = 'Python'.repeat(20_000);

    expect(sentenceEnd(text, 0, text.length, MARGIN)).toBeLessThan(4_000);
  });
});
