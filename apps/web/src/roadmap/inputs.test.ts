import { day } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import { inputsOf, parseRoadmapSearch, type RoadmapInputs, searchOfInputs, storedInputs } from './inputs.ts';

const TODAY = day('2026-11-21');

const WHOLE: RoadmapInputs = {
  to: 'AIP-C01',
  from: day('2026-12-01'),
  hoursPerWeek: 6,
  background: 'software',
  have: ['AIF-C01'],
  via: ['MLA-C02'],
  done: [{ id: 'study:mla-c02', on: day('2026-12-20') }],
};

describe('roadmap inputs in an address', () => {
  it.each([
    ['all of them', WHOLE],
    ['straight to the goal', { ...WHOLE, via: [] }],
    ['few', { to: 'AI-103', from: TODAY, hoursPerWeek: 8, have: [], done: [] }],
  ])('are read back: %s', (_, inputs: RoadmapInputs) => {
    const read = inputsOf(parseRoadmapSearch({ ...searchOfInputs(inputs) }), TODAY);

    expect(read.inputs).toEqual({ ...inputs, done: [] });
    expect(read.faults).toEqual([]);
  });

  it('take their usual values when absent', () => {
    expect(inputsOf({}, TODAY).inputs).toEqual({ to: '', from: TODAY, hoursPerWeek: 8, have: [], done: [] });
  });

  it.each([
    [{ from: 'soon' }, /^from was not used/],
    [{ hours: 500 }, /^hours was not used/],
    [{ background: 'astronaut' }, /^background was not used/],
  ])('say what is wrong with %j', (raw, sentence) => {
    const { inputs, faults } = inputsOf(parseRoadmapSearch(raw), TODAY);

    expect(faults).toEqual([expect.stringMatching(sentence)]);
    expect(inputs).toMatchObject({ from: TODAY, hoursPerWeek: 8 });
  });
});

describe('stored inputs', () => {
  it('come back whole, with the steps that are done', () => {
    expect(storedInputs(JSON.parse(JSON.stringify(WHOLE)), TODAY)).toEqual(WHOLE);
  });

  it('lose only what cannot be read', () => {
    const stored = { ...WHOLE, hoursPerWeek: 'many', done: [{ id: 'x' }, 7, WHOLE.done[0]] };

    expect(storedInputs(JSON.parse(JSON.stringify(stored)), TODAY)).toEqual({ ...WHOLE, hoursPerWeek: 8 });
  });
});
