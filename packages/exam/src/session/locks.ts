import type { Section } from '../form.ts';
import type { SectionLock } from '../profile.ts';
import { findPlace, type Place } from '../slots.ts';
import { type Rejected, rejected } from './event.ts';
import { type Session, withProgress } from './session.ts';

/** Study is for going back and forth; sections close in exam mode only. */
export const lockOf = ({ mode }: Pick<Session, 'mode'>, section: Section): SectionLock =>
  mode === 'study' ? 'free' : section.lock;

const close = (session: Session, section: string): Session =>
  session.lockedSections.includes(section)
    ? session
    : { ...session, lockedSections: [...session.lockedSections, section] };

/** Why a question can no longer be reached; undefined if it can. */
export function lockedAway(session: Session, { section, slot, index }: Place): Rejected | undefined {
  if (session.lockedSections.includes(section.id)) {
    return rejected('section-locked', `You have left “${section.title}”; its answers can no longer be changed.`);
  }
  if (lockOf(session, section) === 'forward-only' && index < (session.reached[section.id] ?? 0)) {
    return rejected('section-locked', `You have moved past question ${slot.number}; there is no way back to it.`);
  }
  return undefined;
}

/** Puts a question on screen: closes the section left, and in a forward-only one the questions before. */
export function enter(session: Session, { section, slot, index }: Place): Session {
  const left = session.currentSlot === null ? undefined : findPlace(session.form, session.currentSlot)?.section;
  const leaving = left !== undefined && left.id !== section.id && lockOf(session, left) !== 'free';
  const closed = leaving ? close(session, left.id) : session;
  const reached =
    lockOf(session, section) === 'forward-only'
      ? { ...closed.reached, [section.id]: Math.max(index, closed.reached[section.id] ?? 0) }
      : closed.reached;
  return withProgress({ ...closed, reached, currentSlot: slot.id }, slot.id, { seen: true });
}

/** Leaves a section that closes behind the candidate. No question is on screen until the next visit. */
export function leave(session: Session, sectionId: string): Session | Rejected {
  const section = session.form.sections.find(({ id }) => id === sectionId);
  if (section === undefined) return rejected('unknown-slot', `This form has no section ${sectionId}.`);
  if (lockOf(session, section) === 'free') {
    return rejected('not-in-this-mode', `“${section.title}” stays open until you submit.`);
  }
  if (session.lockedSections.includes(sectionId)) {
    return rejected('section-locked', `You have already left “${section.title}”.`);
  }
  const inside = section.slots.some(({ id }) => id === session.currentSlot);
  return { ...close(session, sectionId), currentSlot: inside ? null : session.currentSlot };
}
