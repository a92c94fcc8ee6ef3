import type { DiagnosisStop, DiagnosisWhy } from '@cairn/contract';
import { describe, expect, it } from 'vitest';
import { stopText, verdictText, whyText } from './diagnosis-words.ts';

const WHY: DiagnosisWhy = {
  rule: 'most-telling',
  domain: { number: 2, name: 'Data' },
  domainAnswered: 3,
  domainPlanned: 7,
  tellsPercent: 91,
  drawnFrom: 5,
};

describe('whyText', () => {
  it.each([
    [{ ...WHY, rule: 'first' as const }, 'A start near the pass line, from domain 2, Data: nothing is known yet.'],
    [WHY, 'Drawn among the 5 questions that tell most about you now'],
    [{ ...WHY, drawnFrom: 1 }, 'Of all that could come now, this one tells most about you.'],
    [{ ...WHY, rule: 'blueprint' as const }, 'ask for domain 2, Data, now: it has had 3 of about 7.'],
  ])('tells the rule in a sentence', (why, words) => {
    expect(whyText(why)).toContain(words);
  });
});

describe('stopText', () => {
  const of = (reason: DiagnosisStop['reason'], value: number | null, limit: number | null) =>
    stopText({ reason, value, limit });

  it('names what was reached, and what had to be', () => {
    expect(of('decision-known', 0.964, 0.95)).toContain('with 96 % certainty; 95 % was enough');
    expect(of('precise-enough', 0.341, 0.35)).toContain('0.34 logits; 0.35 logits was the goal');
    expect(of('maximum-reached', 30, 30)).toContain('30 questions is the most');
  });

  it('stays a sentence where a number is missing', () => {
    for (const reason of ['decision-known', 'precise-enough', 'maximum-reached'] as const) {
      expect(of(reason, null, null)).not.toMatch(/null|NaN|undefined/);
    }
  });
});

describe('verdictText', () => {
  const theta = { estimate: -0.2, standardError: 0.3, low: -0.6, high: 0.2 };

  it('says which side is likelier when it is too close to tell', () => {
    expect(verdictText({ verdict: 'too-close', theta }).title).toContain('rather below');
    expect(verdictText({ verdict: 'too-close', theta: { ...theta, estimate: 0.2 } }).title).toContain('rather above');
  });
});
