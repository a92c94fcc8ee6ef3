import { expect, it } from 'vitest';
import { weakestOf } from './result-next.tsx';

const thetaAt = (estimate: number) => ({ estimate, standardError: 0.4, low: estimate - 0.5, high: estimate + 0.5 });

const domain = (number: number, estimate: number, weightPercent: number, answered = 3) => ({
  number,
  name: `Domain ${number}`,
  weightPercent,
  answered,
  correct: 0,
  theta: thetaAt(estimate),
});

const withDomains = (...domains: ReturnType<typeof domain>[]) => ({
  theta: thetaAt(0),
  passProbability: 0.5,
  verdict: 'too-close' as const,
  domains,
});

it('names the domain that holds back most points of the exam, not the one with the lowest ability', () => {
  const small = domain(1, -1.2, 8);
  const large = domain(2, -0.6, 40);

  expect(weakestOf(withDomains(small, large))?.number).toBe(2);
});

it('names the lower of two that weigh the same', () => {
  expect(weakestOf(withDomains(domain(1, 0.5, 20), domain(2, 0.1, 20)))?.number).toBe(2);
});

it('names none where nothing was answered', () => {
  expect(weakestOf(withDomains(domain(1, -0.5, 50, 0), domain(2, -0.5, 50, 0)))).toBeUndefined();
});
