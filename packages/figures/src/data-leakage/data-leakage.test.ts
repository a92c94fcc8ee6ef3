import { describe, expect, it } from 'vitest';
import { BEGIN, CUSTOMERS, gridOrder, leaksOf, MONTHS, neighbourAccuracies, partOf, SPLITS, study } from './model.ts';
import { sentence } from './words.ts';

const ORDER = gridOrder('test');
const CELLS = Array.from({ length: CUSTOMERS * MONTHS }, (_, cell) => ({
  customer: Math.floor(cell / MONTHS),
  month: cell % MONTHS,
}));

describe('a split', () => {
  it('by customer lets no customer stand in two parts', () => {
    for (const { customer } of CELLS) {
      const parts = CELLS.filter((cell) => cell.customer === customer).map((cell) => partOf(cell, 'customer', ORDER));
      expect(new Set(parts).size).toBe(1);
    }
  });

  it('by time trains on nothing that is later than a test row', () => {
    const monthsOf = (part: string) =>
      CELLS.filter((cell) => partOf(cell, 'time', ORDER) === part).map(({ month }) => month);

    expect(Math.max(...monthsOf('training'))).toBeLessThan(Math.min(...monthsOf('validation')));
    expect(Math.max(...monthsOf('validation'))).toBeLessThan(Math.min(...monthsOf('test')));
  });

  it.each(SPLITS)('%s gives most rows to training and some to each other part', (split) => {
    const parts = CELLS.map((cell) => partOf(cell, split, ORDER));
    const count = (part: string) => parts.filter((one) => one === part).length;

    expect(count('training')).toBeGreaterThan(count('validation'));
    expect(count('validation')).toBeGreaterThan(0);
    expect(count('test')).toBeGreaterThan(0);
  });
});

it('lets the nearest rows vote, worked by hand', () => {
  const row = (value: number, label: 0 | 1) => ({ customer: 0, month: 0, features: [value], label });
  const training = [row(0, 0), row(1, 1), row(2, 1), row(9, 0)];

  // 0.2 is nearest to a 0; of its three nearest rows two are 1
  expect(neighbourAccuracies(training, [row(0.2, 1)], [1, 3])).toEqual([0, 1]);
});

describe('the promise and the truth', () => {
  it('differ widely with rows at random, and little with a split as the model is used', () => {
    const random = study(BEGIN);
    const both = study({ ...BEGIN, split: 'both' });

    expect(random.measured - random.actual).toBeGreaterThan(0.1);
    expect(Math.abs(both.measured - both.actual)).toBeLessThan(0.06);
    expect(sentence(BEGIN, random)).toContain('It leaks: customers of the test set');
  });

  it('differ with every split where a column comes from afterwards', () => {
    const { measured, actual } = study({ ...BEGIN, split: 'both', hasLateColumn: true });

    expect(measured - actual).toBeGreaterThan(0.15);
  });

  it('agree where rows of a customer are not alike and nothing changes', () => {
    const { measured, actual } = study({ split: 'random', alikeness: 0, change: 0, hasLateColumn: false });

    expect(Math.abs(measured - actual)).toBeLessThan(0.04);
    expect(leaksOf({ split: 'random', alikeness: 0, change: 0, hasLateColumn: false })).toEqual([]);
  });
});
