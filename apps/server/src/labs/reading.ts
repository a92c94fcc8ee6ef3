import { Problem } from '@cairn/contract';
import type { Instant } from '@cairn/kernel';
import { applyLabEvent, type Lab, type LabEvent, type LabRun, newRun, type Step } from '@cairn/labs';
import { RecordedEvent, thawLab } from './frozen.ts';
import type { StoredLabRun } from './repository.ts';

/** A run with its lab as frozen, and everything that happened in it summed up. */
export type LabReading = {
  readonly stored: StoredLabRun;
  readonly lab: Lab;
  readonly run: LabRun;
  /** Events so far. */
  readonly length: number;
};

export function readLabRun(stored: StoredLabRun, events: readonly object[]): LabReading {
  const lab = thawLab(stored);
  const read = events.map((event) => RecordedEvent.parse(event));
  const run = read.reduce((before, event) => applyLabEvent(lab, before, event), newRun(lab));
  return { stored, lab, run, length: events.length };
}

/** What can happen in a run, without its moment. */
export type NewLabEvent = LabEvent extends infer Event ? (Event extends unknown ? Omit<Event, 'at'> : never) : never;

export function stamped(event: NewLabEvent, at: Instant): LabEvent {
  return { ...event, at } as LabEvent; // Omit of each member, put together again
}

export function placeOfStep({ steps, title }: Lab, id: string): number {
  const place = steps.findIndex((step) => step.id === id);
  if (place !== -1) return place;
  const known = steps.map((step) => step.id).join(', ');
  throw new Problem('step-unknown', `"${title}" has no step "${id.slice(0, 80)}"; it has ${known}.`);
}

export function getStep(lab: Lab, id: string): Step {
  const step = lab.steps[placeOfStep(lab, id)];
  if (!step) throw new RangeError(`a step that was found is gone: ${id}`);
  return step;
}

/** Whether a step's checks hold as far as is known: passed at the last look, and not put back since. */
export function isDone({ run }: LabReading, place: number): boolean {
  const latest = run.steps[place]?.latest ?? [];
  return latest.length > 0 && latest.every(({ outcome }) => outcome === 'passed');
}
