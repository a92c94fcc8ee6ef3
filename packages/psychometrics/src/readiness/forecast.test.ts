import { describe, expect, it } from 'vitest';
import { learnerState } from '../learner/learner-state.ts';
import { readinessForecast } from './forecast.ts';
import { valueOfNextHour } from './next-hour.ts';
import { readiness } from './readiness.ts';
import { afterDays, answersOf, blueprintOf, MODEL, OFFICIAL, stateAt, TODAY } from './testing.ts';

describe('the forecast', () => {
  const state = learnerState(answersOf(40), TODAY, MODEL);
  const plan = [1, 2, 3, 4].map((domain) => ({ domain, hoursPerDay: 0.25 }));

  it('starts at today, has one entry a day and one for the exam, and rises with study', () => {
    const { days } = readinessForecast(state, OFFICIAL, { plan, until: afterDays(20.5) }, MODEL);

    expect(days).toHaveLength(22);
    expect(days[0]?.probability).toBeCloseTo(readiness(state, OFFICIAL).probability, 12);
    expect(days.at(-1)?.at).toBe(afterDays(20.5));
    expect(days.at(-1)?.hours).toBeCloseTo(20.5, 9);
    const chances = days.map(({ probability }) => probability);
    expect(chances).toEqual([...chances].sort((a, b) => a - b));
  });

  it('without study does not rise, for somebody above their start', () => {
    const strong = learnerState(
      answersOf(40).map((piece) => ({ ...piece, credit: 1 })),
      TODAY,
      MODEL,
    );

    const { days } = readinessForecast(strong, OFFICIAL, { plan: [], until: afterDays(60) }, MODEL);

    expect(days.at(-1)?.probability).toBeLessThan(days[0]?.probability ?? 0);
  });

  it('counts on what is studied, a little or much, not to be forgotten', () => {
    const onDay60 = (domains: readonly number[]) => {
      const little = domains.map((domain) => ({ domain, hoursPerDay: 1e-6 }));
      const { days } = readinessForecast(state, OFFICIAL, { plan: little, until: afterDays(60) }, MODEL);
      return days.at(-1)?.probability ?? 0;
    };

    expect(onDay60([1, 2])).toBeGreaterThan(onDay60([1]) + 0.005);
    expect(onDay60([1])).toBeGreaterThan(onDay60([]) + 0.005);
  });

  it('refuses impossible plans and dates', () => {
    const forecast = (until: number, domain = 1, hoursPerDay = 1) =>
      readinessForecast(state, OFFICIAL, { plan: [{ domain, hoursPerDay }], until: afterDays(until) }, MODEL);

    expect(() => forecast(-1)).toThrow('-1 days ahead');
    expect(() => forecast(2000)).toThrow('reaches from 0');
    expect(() => forecast(5, 9)).toThrow('domain 9, which the exam lacks');
    expect(() => forecast(5, 1, 25)).toThrow('a day has 0 to 24');
  });
});

describe('the value of the next hour', () => {
  it('is largest in the weakest of equal domains, and never negative', () => {
    const values = valueOfNextHour(stateAt([0.5, -1, 0.5, 0.4], 0.1, 0.05), blueprintOf(50, [1, 1, 1, 1]));

    expect(values[0]?.domain).toBe(2);
    expect(values.every(({ gain }) => gain > 0 && gain < 0.05)).toBe(true);
  });
});
