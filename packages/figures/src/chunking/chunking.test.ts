import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QUESTIONS } from './document.ts';
import { answerOf, BEGIN, chunksOf, retrieve, STRATEGIES, textOf, WORDS } from './model.ts';
import { similarities, termsOf } from './similarity.ts';

const cut = fc.record({
  strategy: fc.constantFrom(...STRATEGIES),
  size: fc.integer({ min: 15, max: 150 }),
  overlap: fc.double({ min: 0, max: 0.5, noNaN: true }),
});

describe('chunks', () => {
  it('cover every word in order, and each begins after the one before', () => {
    fc.assert(
      fc.property(cut, (how) => {
        const chunks = chunksOf(how);

        expect(chunks[0]?.from).toBe(0);
        expect(chunks.at(-1)?.to).toBe(WORDS.length);
        for (const [index, { from, to }] of chunks.slice(1).entries()) {
          expect(from).toBeLessThanOrEqual(chunks[index]?.to ?? -1);
          expect(from).toBeGreaterThan(chunks[index]?.from ?? WORDS.length);
          expect(to).toBeGreaterThan(chunks[index]?.to ?? WORDS.length);
        }
      }),
    );
  });

  it('of fixed size repeat as many words as the overlap says', () => {
    const [first, second] = chunksOf({ strategy: 'fixed', size: 40, overlap: 0.25 });

    expect(first).toEqual({ from: 0, to: 40 });
    expect(second).toEqual({ from: 30, to: 70 });
  });

  it('of whole sentences never cut one', () => {
    for (const chunk of chunksOf({ strategy: 'sentences', size: 50, overlap: 0 })) {
      expect(WORDS[chunk.from]?.sentence).not.toBe(WORDS[chunk.from - 1]?.sentence);
    }
  });

  it('by heading begin at headings', () => {
    for (const { from } of chunksOf({ strategy: 'headings', size: 15, overlap: 0 })) {
      expect(WORDS[from]?.isHeading).toBe(true);
    }
  });
});

describe('tf-idf similarity', () => {
  it('is what is worked out by hand', () => {
    // N = 2; "red" df 1: ln 3, "fox" df 2: ln 2. Query (fox), text (red, fox): ln 2 / √(ln²3 + ln²2)
    const [first = 0] = similarities('fox', ['red fox', 'fox']);

    expect(first).toBeCloseTo(Math.log(2) / Math.hypot(Math.log(3), Math.log(2)), 12);
  });

  it('drops words without a topic, and knows a plural', () => {
    expect(termsOf('How do I charge the batteries?')).toEqual(['charge', 'battery']);
  });
});

describe('retrieval', () => {
  it.each(QUESTIONS)('finds the words of the answer to "$text" in the document', ({ id, from, to }) => {
    const answer = textOf(answerOf(id));

    expect(answer.startsWith(from)).toBe(true);
    expect(answer.endsWith(to)).toBe(true);
  });

  it('loses the answer about headphones in small chunks and has it whole by heading', () => {
    expect(retrieve(BEGIN).answer).toBe('missing');
    expect(retrieve({ ...BEGIN, strategy: 'headings' }).answer).toBe('whole');
  });

  it('pays for the whole answer with a longer prompt', () => {
    expect(retrieve({ ...BEGIN, strategy: 'headings' }).promptWords).toBeGreaterThan(3 * retrieve(BEGIN).promptWords);
  });

  it('mends a cut answer by overlap', () => {
    const setting = { ...BEGIN, question: 'battery' as const, size: 60 };

    expect(retrieve(setting).answer).toBe('in pieces');
    expect(retrieve({ ...setting, overlap: 0.25 }).answer).toBe('whole');
  });
});
