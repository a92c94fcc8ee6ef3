import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../tokens-and-context/tokenizer.ts';
import { anatomyOf, MESSAGE, PART_IDS, PARTS, type Setting } from './model.ts';
import { sentence, WANTED } from './words.ts';

const anySetting: fc.Arbitrary<Setting> = fc.record({
  role: fc.boolean(),
  task: fc.boolean(),
  context: fc.boolean(),
  examples: fc.boolean(),
  format: fc.boolean(),
});
const ALL: Setting = { role: true, task: true, context: true, examples: true, format: true };

describe('a prompt', () => {
  it('has the tokens of its parts and of the message', () => {
    fc.assert(
      fc.property(anySetting, (setting) => {
        const own = PARTS.filter(({ id }) => setting[id]).map(({ text }) => tokenize(text).length);

        expect(anatomyOf(setting).tokens).toBe(own.reduce((a, b) => a + b, tokenize(MESSAGE).length));
      }),
    );
  });

  it('with all its parts gets the answer that a program can use', () => {
    expect(anatomyOf(ALL).answer).toBe(WANTED);
    expect(sentence(anatomyOf(ALL))).toContain('Every part earns its tokens');
  });

  it.each(PART_IDS.filter((id) => id !== 'role'))('gets another answer without %s', (id) => {
    expect(anatomyOf({ ...ALL, [id]: false }).answer).not.toBe(WANTED);
  });

  it('gets an answer in the asked form only when the form is asked for', () => {
    fc.assert(
      fc.property(anySetting, (setting) => {
        expect(anatomyOf(setting).answer.startsWith('{')).toBe(setting.format);
      }),
    );
  });

  it('is told in words what is missing', () => {
    const text = sentence(anatomyOf({ ...ALL, format: false }));

    expect(text).toContain('Left out: format');
    expect(text).toContain('the next program cannot read');
  });
});
