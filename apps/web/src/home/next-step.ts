import type { SavedRoadmap } from '@cairn/contract';

type Step = { readonly id: string; readonly title: string; readonly startsOn: string };

function isStep(value: unknown): value is Step {
  if (typeof value !== 'object' || value === null) return false;
  return 'id' in value && 'title' in value && typeof value.title === 'string' && 'startsOn' in value;
}

/** Title and start of the first step that is not done; a stored roadmap is JSON, so it is looked at with care. */
export function nextStepOf({ roadmap, done }: Pick<SavedRoadmap, 'roadmap' | 'done'>): string | undefined {
  const steps: unknown = roadmap.steps;
  if (!Array.isArray(steps)) return undefined;
  const next = steps.filter(isStep).find(({ id }) => !done.includes(id));
  return next && `${next.title}, from ${next.startsOn}`;
}
