import type { Attempt, AttemptEvent } from '@cairn/contract';
import { expect } from 'vitest';
import type { Ledger } from './ledger.ts';
import { candidateEvents, type Logged } from './log.ts';

/** What a candidate finds in one question. */
type Face = {
  readonly response: unknown;
  readonly flagged: boolean;
  readonly checked: boolean;
  readonly struckOut: readonly string[];
  readonly highlights: readonly string[];
  readonly note: string;
};

type Faces = { readonly slots: Readonly<Record<string, Face>>; readonly currentSlot: string | null };

const UNTOUCHED: Face = { response: null, flagged: false, checked: false, struckOut: [], highlights: [], note: '' };

/** A second telling of what events mean, on purpose not the one that server and web app share. */
export function facesAfter(events: readonly AttemptEvent[], sectionOf: (slot: string) => string | undefined): Faces {
  const slots: Record<string, Face> = {};
  let currentSlot: string | null = null;
  for (const event of events) {
    if ('slot' in event) slots[event.slot] = { ...(slots[event.slot] ?? UNTOUCHED), ...changeBy(event) };
    currentSlot = screenAfter(event, currentSlot, sectionOf);
  }
  return { slots: withoutUntouched(slots), currentSlot };
}

function changeBy(event: AttemptEvent): Partial<Face> {
  switch (event.kind) {
    case 'answer':
      return { response: event.response };
    case 'flag':
      return { flagged: event.flagged };
    case 'check':
      return { checked: true };
    case 'strike':
      return { struckOut: event.options };
    case 'highlight':
      return { highlights: event.passages };
    case 'note':
      return { note: event.text };
    default:
      return {};
  }
}

function screenAfter(event: AttemptEvent, before: string | null, sectionOf: (slot: string) => string | undefined) {
  if (event.kind === 'visit' || event.kind === 'answer' || event.kind === 'check') return event.slot;
  const hasLeft = event.kind === 'leave-section' && before !== null && sectionOf(before) === event.section;
  return hasLeft ? null : before;
}

/** What an attempt shows, in the same form. */
export function facesOf({ slots, currentSlot }: Attempt): Faces {
  const faces = Object.entries(slots).map(([id, { response, flagged, checked, struckOut, highlights, note }]) => {
    return [id, { response: response ?? null, flagged, checked, struckOut, highlights, note }] as const;
  });
  return { slots: withoutUntouched(Object.fromEntries(faces)), currentSlot };
}

function withoutUntouched(slots: Readonly<Record<string, Face>>): Readonly<Record<string, Face>> {
  const untouched = JSON.stringify(UNTOUCHED);
  return Object.fromEntries(Object.entries(slots).filter(([, face]) => JSON.stringify(face) !== untouched));
}

export const sectionFinder = ({ sections }: Attempt) => {
  const pairs = sections.flatMap(({ id, slots }) => slots.map((slot) => [slot.id, id] as const));
  const bySlot = new Map(pairs);
  return (slot: string) => bySlot.get(slot);
};

/** The log numbers its rows without a gap and holds no id twice. */
export function expectSoundLog(log: readonly Logged[]): void {
  expect(log.map(({ sequence }) => sequence)).toEqual(log.map((_, index) => index + 1));
  expect(new Set(log.map(({ eventId }) => eventId)).size).toBe(log.length);
}

/** Every acknowledged event is there as it was sent; what else is there was done too; all in the order of the hands. */
export function expectNothingLost(ledger: Ledger, log: readonly Logged[]): void {
  const stored = candidateEvents(log);
  const storedIds = new Set(stored.map(({ id }) => id));
  const lost = ledger.acknowledged.filter(({ id }) => !storedIds.has(id));
  const inOrderOfHands = ledger.hands.filter(({ id }) => storedIds.has(id));
  const refused = ledger.rejected.filter(({ id }) => storedIds.has(id));

  expect(lost, 'acknowledged and gone').toEqual([]);
  expect(stored, 'stored, against what was done').toEqual(inOrderOfHands);
  expect(refused, 'rejected and stored all the same').toEqual([]);
}

/** What is put before the candidate. What it is a question of is told only once its answer counts. */
const asked = ({ sections }: Attempt) =>
  sections.map(({ slots, ...section }) => ({
    ...section,
    slots: slots.map(({ id, number, question }) => ({ id, number, question })),
  }));

/** The attempt that a reload brings: same question, same options in the same order, same answers and marks. */
export function expectSameAttempt(first: Attempt, now: Attempt, stored: readonly AttemptEvent[]): void {
  expect(asked(now), 'questions and the order of their options').toEqual(asked(first));
  expect(facesOf(now)).toEqual(facesAfter(stored, sectionFinder(first)));
}

export type TimeLeft = {
  readonly remainingSeconds: number;
  readonly outageSeconds: number;
  readonly atMilliseconds: number;
};

/** Two clocks (ours and the server's), and outages given back in whole seconds. */
const TOLERANCE_SECONDS = 1.5;

/** Time runs on as it does on the wall, and comes back only as an outage. */
export function expectHonestClock(before: TimeLeft, now: TimeLeft): void {
  const passed = (now.atMilliseconds - before.atMilliseconds) / 1000;
  const given = now.outageSeconds - before.outageSeconds;
  const due = before.remainingSeconds - passed + given;

  expect(now.remainingSeconds).toBeLessThanOrEqual(before.remainingSeconds + given);
  expect(Math.abs(now.remainingSeconds - due), `seconds off, ${given} given back`).toBeLessThan(TOLERANCE_SECONDS);
}
