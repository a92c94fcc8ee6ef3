import { seededRng } from '@cairn/kernel';
import {
  creditOf,
  gradeFinal,
  isAnswered,
  type Published,
  publish,
  type Response,
  reveal,
} from '@cairn/question-types';
import type { Section, Slot } from '../form.ts';
import type { ItemSource } from '../item.ts';
import type { SectionKind, SectionLock } from '../profile.ts';
import { slotsOf } from '../slots.ts';
import { lockOf } from './locks.ts';
import { type Mode, type OverReason, progressOf, type Session, type Timing } from './session.ts';
import { limitSecondsOf, remainingSeconds } from './time.ts';

/** What a browser may know. Every field is named here: nothing of a slot or session is passed on by spreading it. */

export type PublishedSlot = {
  id: string;
  number: number;
  itemId: string | null;
  task: string | null;
  domain: number | null;
  question: Published;
  practiceOnly: boolean;
};

export type PublishedSection = {
  id: string;
  kind: SectionKind;
  title: string;
  lock: SectionLock;
  context: { title: string; tabs: { id: string; title: string; text: string }[] } | null;
  slots: PublishedSlot[];
};

export type SlotState = {
  response: Response | null;
  answered: boolean;
  seen: boolean;
  flagged: boolean;
  checked: boolean;
  struckOut: string[];
  highlights: string[];
  note: string;
  seconds: number;
};

export type Feedback = {
  solution: Response;
  why: Record<string, string>;
  parts: { id: string; correct: boolean }[];
  points: number;
  possible: number;
  sources: ItemSource[];
  /** The day from which its facts wait to be checked again; null when it was not kept. */
  reviewBy: string | null;
};

export type SessionClock = { serverNow: number; remainingSeconds: number | null; paused: boolean };

export type PublishedSession = {
  exam: string;
  certification: string;
  title: string;
  mode: Mode;
  timing: Timing;
  state: Session['state'];
  overReason: OverReason | null;
  startedAt: number;
  overAt: number | null;
  clock: SessionClock;
  limitSeconds: number | null;
  tools: { calculator: boolean };
  sections: PublishedSection[];
  slots: Record<string, SlotState>;
  lockedSections: string[];
  currentSlot: string | null;
  feedback: Record<string, Feedback>;
};

/** Options in the order of this attempt: each slot has a stream of its own, so a resumed attempt shows the same. */
const publishedQuestion = ({ form }: Session, slot: Slot): Published =>
  publish(slot.question, seededRng(`${form.seed}:${slot.id}`).shuffle);

/** Whether the answer to a question counts, so that its key may be shown. */
const mayReveal = (session: Session, slot: Slot): boolean =>
  session.state === 'over' || (session.mode === 'study' && progressOf(session, slot.id).checked);

/**
 * A real exam names neither task nor domain, so an exam does so only once it is over. The name of an item can tell the
 * answer, so it comes with the key.
 */
function publishSlot(session: Session, slot: Slot): PublishedSlot {
  const isNamed = session.mode === 'study' || session.state === 'over';
  return {
    id: slot.id,
    number: slot.number,
    itemId: mayReveal(session, slot) ? slot.itemId : null,
    task: isNamed ? slot.task : null,
    domain: isNamed ? slot.domain : null,
    question: publishedQuestion(session, slot),
    practiceOnly: slot.practiceOnly,
  };
}

function publishSection(session: Session, section: Section): PublishedSection {
  const { context } = section;
  return {
    id: section.id,
    kind: section.kind,
    title: section.title,
    lock: lockOf(session, section),
    context: context && {
      title: context.title,
      tabs: context.tabs.map(({ id, title, text }) => ({ id, title, text })),
    },
    slots: section.slots.map((slot) => publishSlot(session, slot)),
  };
}

function slotState(session: Session, slot: Slot): SlotState {
  const progress = progressOf(session, slot.id);
  return {
    response: progress.response,
    answered: isAnswered(publishedQuestion(session, slot), progress.response ?? undefined),
    seen: progress.seen,
    flagged: progress.flagged,
    checked: progress.checked,
    struckOut: [...progress.struckOut],
    highlights: [...progress.highlights],
    note: progress.note,
    seconds: Math.round(progress.milliseconds / 1000),
  };
}

/** The key, the reasons and the credit of one question; undefined while its answer may still change. */
export function feedbackOf(session: Session, slotId: string): Feedback | undefined {
  const slot = slotsOf(session.form).find(({ id }) => id === slotId);
  if (slot === undefined || !mayReveal(session, slot)) return undefined;
  const { parts } = gradeFinal(slot.question, progressOf(session, slot.id).response ?? undefined);
  const { solution, why } = reveal(slot.question);
  return {
    solution,
    why,
    parts: parts.map(({ id, correct }) => ({ id, correct })),
    ...creditOf(parts, session.form.credit),
    sources: slot.sources.map(({ url, title, checkedOn }) => ({ url, title, checkedOn })),
    reviewBy: slot.reviewBy ?? null,
  };
}

function allFeedback(session: Session): Record<string, Feedback> {
  const entries = slotsOf(session.form).flatMap(({ id }) => {
    const feedback = feedbackOf(session, id);
    return feedback === undefined ? [] : [[id, feedback] as const];
  });
  return Object.fromEntries(entries);
}

export const clockOf = (session: Session, now: number): SessionClock => ({
  serverNow: now,
  remainingSeconds: remainingSeconds(session, now),
  paused: session.state === 'paused',
});

/** Everything a browser needs to show a session, and nothing that gives a key away before its answer counts. */
export function publishSession(session: Session, now: number): PublishedSession {
  const { form } = session;
  const isOver = session.state === 'over';
  return {
    exam: form.exam,
    certification: form.certification,
    title: form.title,
    mode: session.mode,
    timing: session.timing,
    state: session.state,
    overReason: isOver ? session.reason : null,
    startedAt: session.time.startedAt,
    overAt: isOver ? session.overAt : null,
    clock: clockOf(session, now),
    limitSeconds: limitSecondsOf(session),
    tools: { calculator: form.tools.calculator },
    sections: form.sections.map((section) => publishSection(session, section)),
    slots: Object.fromEntries(slotsOf(form).map((slot) => [slot.id, slotState(session, slot)])),
    lockedSections: [...session.lockedSections],
    currentSlot: session.currentSlot,
    feedback: allFeedback(session),
  };
}

/** Ids of the questions that are answered completely. */
export function answeredSlots(session: Session): Set<string> {
  const answered = slotsOf(session.form).filter((slot) => slotState(session, slot).answered);
  return new Set(answered.map(({ id }) => id));
}
