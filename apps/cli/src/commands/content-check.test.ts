import type { BankReport } from '@cairn/content';
import { describe, expect, it } from 'vitest';
import { describeReport } from './content-check.ts';

const bank: BankReport = {
  ...{ byType: {}, byDomain: {}, byLevel: {}, scenarios: 40, angoff: { mean: 0.66, min: 0.4, max: 0.9 } },
  ...{ guessed: [], chancePercent: 27 },
  ...{ certification: 'aif-c01', items: 195, forms: 3, blindSolveAgreement: 0.991 },
  ...{ keyLongestShare: 0.264, keyLongestChance: 0.25 },
};
const counted = { files: 12, items: 195, labs: 4, lessons: 20, cards: 90, banks: [] };

describe('the report of a content check, as text', () => {
  it('names each fault with its file and line, as editors open them, before the counts', () => {
    const faults = [{ file: 'items/aif-c01/x.yaml', line: 7, message: 'The key "e" is no option.' }];

    expect(describeReport({ ...counted, faults })).toBe(
      'items/aif-c01/x.yaml:7 The key "e" is no option.\n12 files, 195 items, 90 cards, 20 lessons, 4 labs, 1 fault.',
    );
  });

  it('says of each bank what gives its keys away, and whether solvers agreed', () => {
    const [line] = describeReport({ ...counted, faults: [], banks: [bank] }).split('\n');

    expect(line).toBe(
      'aif-c01: 195 items, 3 full forms without a shared item, key longest in 26 % (chance 25 %), blind solvers agreed on 99 %',
    );
  });
});
