import {
  type Catalog,
  diffRoadmap,
  type Roadmap,
  type RoadmapDiff,
  type RoadmapOutcome,
  roadmap,
} from '@cairn/catalog';
import type { SavedRoadmap } from '@cairn/contract';
import { type Day, seedOf } from '@cairn/kernel';
import type { RoadmapInputs } from './inputs.ts';

/** Names the state of the facts that roadmaps stand on: it changes when, and only when, they do. */
export function catalogVersion(catalog: Catalog): string {
  return `certifications-${seedOf(JSON.stringify(catalog.certifications)).toString(16)}`;
}

export function computeRoadmap(catalog: Catalog, inputs: RoadmapInputs, today: Day): RoadmapOutcome {
  const { to, from, hoursPerWeek, have, done, background, via } = inputs;
  return roadmap(catalog, {
    to,
    from,
    today,
    hoursPerWeek,
    have,
    done,
    ...(background && { background }),
    ...(via && { via }),
  });
}

/** The stored plan, if its JSON has the shape of one. */
export function storedRoadmap({ roadmap: stored }: Pick<SavedRoadmap, 'roadmap'>): Roadmap | undefined {
  const { steps, total, chain, warnings, to } = stored;
  const isWhole =
    Array.isArray(steps) && typeof total === 'object' && Array.isArray(chain) && Array.isArray(warnings) && to;
  return isWhole && steps.every(hasStepShape) ? (stored as unknown as Roadmap) : undefined; // written by this page
}

function hasStepShape(step: unknown): boolean {
  if (typeof step !== 'object' || step === null) return false;
  return ['id', 'kind', 'title', 'startsOn', 'endsOn'].every((key) => key in step);
}

export type Change = { readonly why: 'catalog' | 'time'; readonly diff: RoadmapDiff };

/** What recomputing would change in a saved plan; undefined if nothing that matters. */
export function changeOf(before: Roadmap, after: Roadmap, isOtherCatalog: boolean): Change | undefined {
  const diff = diffRoadmap(before, after);
  const count = diff.added.length + diff.removed.length + diff.changed.length;
  return count === 0 ? undefined : { why: isOtherCatalog ? 'catalog' : 'time', diff };
}

/** A step finished: on its last planned day if that is past, else today. */
export function markDone(inputs: RoadmapInputs, step: { id: string; endsOn: Day }, today: Day): RoadmapInputs {
  const on = step.endsOn < today ? step.endsOn : today;
  const others = inputs.done.filter(({ id }) => id !== step.id);
  return { ...inputs, done: [...others, { id: step.id, on }] };
}

export function markPlanned(inputs: RoadmapInputs, id: string): RoadmapInputs {
  return { ...inputs, done: inputs.done.filter((one) => one.id !== id) };
}
