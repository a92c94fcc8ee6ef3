import { describe, expect, it } from 'vitest';
import { BEGIN, countOf, MODEL_IDS, marked, solved, TASKS } from './model.ts';
import { sentence } from './words.ts';

const RANK = { you: 0, shared: 1, provider: 2 };

describe('responsibility', () => {
  it('only ever moves towards the provider as more is managed', () => {
    for (const { by } of TASKS) {
      const ranks = MODEL_IDS.map((id) => RANK[by[id]]);

      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    }
  });

  it('for own servers is yours alone', () => {
    expect(countOf('own', 'you')).toBe(TASKS.length);
  });

  it('for access, data and answers is yours under every model', () => {
    for (const id of ['access', 'data', 'answers']) {
      const { by } = TASKS.find((task) => task.id === id) ?? {};

      expect(Object.values(by ?? {})).toEqual(['you', 'you', 'you', 'you']);
    }
  });

  it('counts every task once under each model', () => {
    for (const model of MODEL_IDS) {
      expect(countOf(model, 'you') + countOf(model, 'shared') + countOf(model, 'provider')).toBe(TASKS.length);
    }
  });
});

describe('placing tasks', () => {
  it('says why when one is misplaced', () => {
    const setting = { ...BEGIN, model: 'api' as const, placed: { data: 'provider' as const } };

    expect(sentence(setting)).toContain('Only you know what may leave the house.');
  });

  it('says so when all are right', () => {
    for (const model of MODEL_IDS) {
      const setting = { model, placed: solved(model) };

      expect(marked(setting).every(({ placed, right }) => placed === right)).toBe(true);
      expect(sentence(setting)).toContain('all right');
    }
  });

  it('asks to begin when none is placed', () => {
    expect(sentence(BEGIN)).toContain('say for each task');
  });
});
