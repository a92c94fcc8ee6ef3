import type { LabRun, PublishedLab } from '@cairn/contract';
import { describe, expect, it } from 'vitest';
import { aheadText, creditText, dollars, durationText, fillIn, skillsShown } from './lab-words.ts';

const MINUTE = 60_000;

describe('the words of labs', () => {
  it('tell how long a lab takes', () => {
    expect([45, 60, 90].map(durationText)).toEqual(['45 minutes', '1 h', '1 h 30 min']);
  });

  it('name the account, wherever a text does', () => {
    const text = 'arn:aws:s3:::cards-$' + '{account} in $' + '{region}, $' + '{account}';

    expect(fillIn(text, { region: 'us-east-1', account: '42' })).toBe('arn:aws:s3:::cards-42 in us-east-1, 42');
    expect(fillIn(text, { region: 'us-east-1', account: null })).toContain('cards-ACCOUNT');
  });

  it('show small sums to the digit that matters', () => {
    expect([0, 0.000027, 0.0421, 12.3456, 1234.5].map(dollars)).toEqual([
      '$0.00',
      '$0.000027',
      '$0.0421',
      '$12.35',
      '$1,234.50',
    ]);
  });

  it('tell how far a clock runs ahead', () => {
    const ahead = [null, 20_000, 5 * MINUTE, 60 * MINUTE, 24 * 60 * MINUTE, 50 * 60 * MINUTE];

    expect(ahead.map(aheadText)).toEqual([
      'on time',
      'on time',
      '5 min ahead',
      '1 h ahead',
      '1 day ahead',
      '2 days 2 h ahead',
    ]);
  });

  it('do not call a step one’s own when it was helped', () => {
    expect(creditText(1)).toBe('Passed on your own');
    expect(creditText(0.64)).toBe('Passed with help: 64 % of the credit');
    expect(creditText(0)).toContain('no credit');
  });

  it('name each skill once, and none that a solution showed', () => {
    const lab = { skills: [{ id: 'iam', name: 'AWS IAM' }] } as unknown as PublishedLab; // only its skills are read
    const evidence = [
      { step: 'a', skills: ['iam'], credit: 1, at: 1 },
      { step: 'b', skills: ['iam', 'other'], credit: 0.8, at: 2 },
      { step: 'c', skills: ['sqs'], credit: 0, at: 3 },
    ];

    expect(skillsShown(lab, { evidence } as unknown as LabRun)).toEqual(['AWS IAM', 'other']);
  });
});
