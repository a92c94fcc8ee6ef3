import type { Catalog, Roadmap, RoadmapStep } from '@cairn/catalog';
import { day } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import type { RoadmapInputs } from './inputs.ts';
import { catalogVersion, changeOf, markDone, markPlanned, storedRoadmap } from './saved.ts';

const TODAY = day('2026-11-21');
const INPUTS: RoadmapInputs = { to: 'AI-103', from: TODAY, hoursPerWeek: 8, have: [], done: [] };

function step(id: string, overrides: Partial<RoadmapStep> = {}): RoadmapStep {
  return {
    kind: 'exam',
    id,
    certification: 'AI-103',
    title: id,
    startsOn: TODAY,
    endsOn: TODAY,
    hours: 0,
    costUsd: 165,
    isOptional: false,
    state: 'planned',
    notes: [],
    ...overrides,
  };
}

function plan(...steps: readonly RoadmapStep[]): Roadmap {
  const total = { weeks: 1, hours: 0, costUsd: 0, endsOn: TODAY };
  return { to: 'AI-103', chain: ['AI-103'], steps, total, warnings: [] };
}

describe('changeOf', () => {
  it('is nothing when recomputing gives the same plan', () => {
    expect(changeOf(plan(step('exam:ai-103')), plan(step('exam:ai-103')), true)).toBeUndefined();
  });

  it('tells a changed catalog from passing time', () => {
    const [before, after] = [plan(step('exam:ai-103')), plan(step('exam:ai-103', { costUsd: 200 }))];

    expect(changeOf(before, after, true)).toMatchObject({ why: 'catalog' });
    expect(changeOf(before, after, false)).toMatchObject({ why: 'time' });
  });

  it('keeps what was done as it was done', () => {
    const before = plan(step('exam:ai-103', { state: 'done', costUsd: 99 }), step('renewal:ai-103:1'));
    const after = plan(step('exam:ai-103', { costUsd: 200 }), step('renewal:ai-103:1', { title: 'new' }));

    const change = changeOf(before, after, true);

    expect(change?.diff.merged.steps[0]).toMatchObject({ state: 'done', costUsd: 99 });
    expect(change?.diff.changed.map(({ id }) => id)).toEqual(['renewal:ai-103:1']);
  });
});

describe('marking a step', () => {
  it('done counts from its last day if that is past, else from today', () => {
    const past = markDone(INPUTS, { id: 'a', endsOn: day('2026-11-01') }, TODAY);
    const ahead = markDone(past, { id: 'b', endsOn: day('2026-12-24') }, TODAY);

    expect(ahead.done).toEqual([
      { id: 'a', on: '2026-11-01' },
      { id: 'b', on: '2026-11-21' },
    ]);
    expect(markPlanned(ahead, 'a').done).toEqual([{ id: 'b', on: '2026-11-21' }]);
  });

  it('twice marks it once', () => {
    const once = markDone(INPUTS, { id: 'a', endsOn: TODAY }, TODAY);

    expect(markDone(once, { id: 'a', endsOn: TODAY }, TODAY)).toEqual(once);
  });
});

describe('storedRoadmap', () => {
  it('takes a plan back from JSON', () => {
    const json = JSON.parse(JSON.stringify(plan(step('exam:ai-103'))));

    expect(storedRoadmap({ roadmap: json })).toEqual(plan(step('exam:ai-103')));
  });

  it.each([{}, { steps: [7], total: {}, chain: [], warnings: [], to: 'X' }, { steps: 'none' }])(
    'refuses %j, so that the plan is computed anew',
    (roadmap) => {
      expect(storedRoadmap({ roadmap })).toBeUndefined();
    },
  );
});

describe('catalogVersion', () => {
  it('changes with the certifications and only with them', () => {
    const catalog = (price: number, glossary: readonly string[]) =>
      ({ certifications: [{ code: 'AI-103', price }], glossary }) as unknown as Catalog; // two fields are looked at

    expect(catalogVersion(catalog(165, []))).toBe(catalogVersion(catalog(165, ['a term'])));
    expect(catalogVersion(catalog(165, []))).not.toBe(catalogVersion(catalog(200, [])));
  });
});
