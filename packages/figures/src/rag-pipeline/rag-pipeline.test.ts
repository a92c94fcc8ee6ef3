import { describe, expect, it } from 'vitest';
import { FROM_MEMORY, NO_ANSWER } from './corpus.ts';
import { run, STAGE_IDS } from './model.ts';
import { sentence } from './words.ts';

describe('the pipeline', () => {
  it('answers right, and names the page in force, when every stage works', () => {
    expect(run({ broken: 'none' })).toMatchObject({
      answer: 'Opened headphones can be returned within 14 days.',
      cited: 'Returns policy, 2026',
      isRight: true,
    });
  });

  it.each(STAGE_IDS.filter((id) => id !== 'cite'))('does not answer right when %s is broken', (broken) => {
    expect(run({ broken }).isRight).toBe(false);
  });

  it('answers right without a source when only citing is left out', () => {
    expect(run({ broken: 'cite' })).toMatchObject({ isRight: true, cited: undefined });
  });

  it('gives an old answer for two faults that only the passages tell apart', () => {
    const [load, order] = [run({ broken: 'load' }), run({ broken: 're-rank' })];

    expect(load.answer).toBe(order.answer);
    expect(load.answer).toContain('30 days');
    expect(load.indexed).toBeLessThan(order.indexed);
  });

  it('invents when the passages are ignored, although the right one is there', () => {
    const { answer, context } = run({ broken: 'generate' });

    expect(answer).toBe(FROM_MEMORY);
    expect(context[0]?.text).toContain('14 days');
  });

  it('finds nothing of use when question and passages are embedded by different models', () => {
    const { answer, context } = run({ broken: 'embed' });

    expect(answer).toBe(NO_ANSWER);
    expect(context.every(({ text }) => !text.includes('headphones'))).toBe(true);
  });

  it('fetches the question itself, and no answer, when only the most similar passage is taken', () => {
    expect(run({ broken: 'retrieve' }).context.map(({ page }) => page)).toEqual(['forum']);
  });

  it('answers with a torn sentence when chunks are cut anywhere', () => {
    expect(run({ broken: 'chunk' }).answer).not.toMatch(/\.$/);
  });

  it('gives each broken stage a sentence of its own', () => {
    expect(new Set(STAGE_IDS.map((broken) => sentence({ broken }))).size).toBe(STAGE_IDS.length);
  });
});
