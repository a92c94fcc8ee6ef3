import { expect, it } from 'vitest';
import { summarizeBank } from './bank-summary.ts';
import { OPEN_PROFILE, SAMPLE_DOMAINS, sampleBank, sampleItem } from './sample-bank.ts';

it('says what a bank holds by kind and domain', () => {
  const items = sampleBank(OPEN_PROFILE, 1);

  expect(summarizeBank({ profile: OPEN_PROFILE, domains: SAMPLE_DOMAINS, items })).toEqual({
    items: 37,
    questions: 38,
    byKind: {
      'multiple-choice': 14,
      'multiple-response': 7,
      ordering: 7,
      matching: 7,
      'case-study': 1,
      'active-screen': 1,
    },
    byDomain: [
      { number: 1, name: 'Data', weightPercent: 40, questions: 16 },
      { number: 2, name: 'Models', weightPercent: 35, questions: 11 },
      { number: 3, name: 'Operations', weightPercent: 25, questions: 11 },
    ],
    canFillForm: true,
    missing: [],
  });
});

it('says what is missing for a form', () => {
  const summary = summarizeBank({
    profile: OPEN_PROFILE,
    domains: SAMPLE_DOMAINS,
    items: [sampleItem({ id: 'demo/one' })],
  });

  expect(summary.canFillForm).toBe(false);
  expect(summary.missing).toContain('Domain 2 (Models) has 0 of the 9 questions that a form needs.');
});
