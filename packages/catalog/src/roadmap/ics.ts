import { calendarFile, type Instant } from '@cairn/kernel';
import type { Roadmap, RoadmapStep } from './roadmap.ts';

export type IcsOptions = {
  /** Names the roadmap, so that importing it again updates events instead of doubling them. */
  readonly uidSeed: string;
  readonly now: Instant;
};

/** The roadmap as an iCalendar file of all-day events. */
export function toIcs(roadmap: Roadmap, { uidSeed, now }: IcsOptions): string {
  return calendarFile({
    name: `Roadmap to ${roadmap.to}`,
    product: 'Roadmap',
    uidSeed,
    now,
    events: roadmap.steps.map((step) => ({ ...step, text: factsOf(step), category: step.kind })),
  });
}

function factsOf(step: RoadmapStep): string {
  return [
    step.hours > 0 ? `About ${step.hours} hours.` : '',
    step.costUsd > 0 ? `USD ${step.costUsd}.` : '',
    step.isOptional ? 'Optional.' : '',
    ...step.notes,
  ]
    .filter((line) => line !== '')
    .join('\n');
}
