import { describe, expect, it } from 'vitest';
import { parsePlan, readFields } from './plan.ts';

const TODAY = '2026-11-21';

describe('readFields', () => {
  it('reads what is said, and leaves out what is not', () => {
    expect(readFields({ examOn: '2027-02-14', hoursPerWeek: ' 6.5 ' }, TODAY)).toEqual({
      outcome: 'plan',
      plan: { examOn: '2027-02-14', hoursPerWeek: 6.5 },
    });
    expect(readFields({ examOn: '', hoursPerWeek: '' }, TODAY)).toEqual({ outcome: 'plan', plan: {} });
  });

  it.each([
    [{ examOn: '2026-11-21', hoursPerWeek: '' }, 'examOn', /past/],
    [{ examOn: '2027-02-30', hoursPerWeek: '' }, 'examOn', /calendar/],
    [{ examOn: '2032-01-01', hoursPerWeek: '' }, 'examOn', /five years/],
    [{ examOn: '', hoursPerWeek: 'six' }, 'hoursPerWeek', /number from 0 to 100/],
    [{ examOn: '', hoursPerWeek: '-1' }, 'hoursPerWeek', /number from 0 to 100/],
    [{ examOn: '', hoursPerWeek: '101' }, 'hoursPerWeek', /number from 0 to 100/],
  ] as const)('says what is wrong with %j', (fields, field, words) => {
    const read = readFields(fields, TODAY);

    expect(read.outcome === 'faulty' && read[field]).toMatch(words);
  });
});

describe('parsePlan', () => {
  it('brings back what was stored', () => {
    const plan = { examOn: '2027-02-14', hoursPerWeek: 6 };

    expect(parsePlan(JSON.stringify(plan), TODAY)).toEqual(plan);
  });

  it.each([null, '', '{', '7', '"x"', '{"examOn":5,"hoursPerWeek":"x"}', '{"examOn":"2026-11-20"}'])(
    'is no plan where %j is stored',
    (text) => {
      expect(parsePlan(text, TODAY)).toEqual({});
    },
  );
});
