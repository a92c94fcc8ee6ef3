import { USUAL_TERMS } from '@cairn/catalog';
import { describe, expect, it } from 'vitest';
import { type CostState, parseCostSearch, searchOf, stateOf } from './cost-search.ts';

const STATE: CostState = {
  paths: [['AIF-C01', 'MLA-C02'], ['AI-901']],
  terms: {
    ...USUAL_TERMS,
    background: 'software',
    hourValueUsd: 25,
    years: 4,
    discountRate: 0.03,
    improvement: 0.2,
    useVouchers: true,
    edits: {
      'MLA-C02': { hours: 120, feeUsd: 75.5, chance: { mean: 0.6, low: 0.4, high: 0.8 } },
      'AI-901': { chance: { mean: 1 }, renewalFeeUsd: 0 },
    },
  },
  upliftUsd: 3000,
  taxShare: 0.3,
};

describe('the address of a comparison', () => {
  it('holds all of it', () => {
    const { state, faults } = stateOf(parseCostSearch(JSON.parse(JSON.stringify(searchOf(STATE)))));

    expect({ ...state, terms: { ...state.terms, measured: {} } }).toEqual(STATE);
    expect(faults).toEqual([]);
  });

  it('is short: what is as usual is left out', () => {
    const usual = { paths: [['AIF-C01']], terms: USUAL_TERMS, upliftUsd: undefined, taxShare: 0 };

    expect(searchOf(usual)).toEqual({ paths: 'AIF-C01' });
  });

  it('that nobody wrote falls back to the usual, and says so', () => {
    const raw = {
      paths: 'a~b~c~d~e',
      hour: -3,
      years: 'many',
      background: 'x',
      tax: 95,
      edits: 'AIF-C01.hours:,B.c:1,AIF-C01.chance:90-95-99',
      nope: 1,
    };
    const { state, faults } = stateOf(parseCostSearch(raw));

    expect(state.paths).toHaveLength(4);
    expect(state.terms).toMatchObject({ hourValueUsd: 0, years: 3, edits: {} });
    expect(faults).toHaveLength(8);
    expect(faults.every((fault) => fault.endsWith('.'))).toBe(true);
  });
});
