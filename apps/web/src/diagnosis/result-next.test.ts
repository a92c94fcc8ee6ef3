import { expect, it } from 'vitest';
import { weakestOf } from './result-next.tsx';
import { diagnosisWith } from './testing-diagnosis.ts';

const domain = (number: number, estimate: number | null, weightPercent: number) => ({
  number,
  name: `Domain ${number}`,
  weightPercent,
  answered: 3,
  correct: null,
  theta: estimate === null ? null : { estimate, standardError: 0.4, low: estimate - 0.5, high: estimate + 0.5 },
});

const withDomains = (...domains: ReturnType<typeof domain>[]) => ({
  known: { ...diagnosisWith(9).known, domains },
});

it('names the domain that holds back most points of the exam, not the one with the lowest ability', () => {
  const small = domain(1, -1.2, 8);
  const large = domain(2, -0.6, 40);

  expect(weakestOf(withDomains(small, large))?.number).toBe(2);
});

it('names the lower of two that weigh the same', () => {
  expect(weakestOf(withDomains(domain(1, 0.5, 20), domain(2, 0.1, 20)))?.number).toBe(2);
});

it('names none before anything is known', () => {
  expect(weakestOf(withDomains(domain(1, null, 50), domain(2, null, 50)))).toBeUndefined();
});
