import type { Roadmap, RoadmapStep } from './roadmap.ts';

export type StepChange = {
  readonly id: string;
  readonly title: string;
  readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[];
};

export type RoadmapDiff = {
  readonly added: readonly RoadmapStep[];
  readonly removed: readonly RoadmapStep[];
  readonly changed: readonly StepChange[];
  /** The new roadmap with every step kept that was done under the old one, as it was done. */
  readonly merged: Roadmap;
};

const COMPARED = ['title', 'startsOn', 'endsOn', 'hours', 'costUsd'] as const;

/** What a new catalog changes in a saved roadmap. What was done stays as it was. */
export function diffRoadmap(before: Roadmap, after: Roadmap): RoadmapDiff {
  const done = before.steps.filter(({ state }) => state === 'done');
  const doneIds = new Set(done.map(({ id }) => id));
  const planned = after.steps.filter(({ id }) => !doneIds.has(id));
  const oldById = new Map(before.steps.map((step) => [step.id, step]));
  const newIds = new Set(after.steps.map(({ id }) => id));
  const steps = [...done, ...planned].sort(
    (a, b) => a.startsOn.localeCompare(b.startsOn) || a.endsOn.localeCompare(b.endsOn),
  );
  return {
    added: planned.filter(({ id }) => !oldById.has(id)),
    removed: before.steps.filter(({ id, state }) => state === 'planned' && !newIds.has(id)),
    changed: planned.flatMap((step) => changesOf(oldById.get(step.id), step)),
    merged: { ...after, steps },
  };
}

function changesOf(before: RoadmapStep | undefined, after: RoadmapStep): StepChange[] {
  if (!before) return [];
  const changes = COMPARED.filter((field) => before[field] !== after[field]).map((field) => ({
    field,
    before: String(before[field]),
    after: String(after[field]),
  }));
  return changes.length === 0 ? [] : [{ id: after.id, title: after.title, changes }];
}
