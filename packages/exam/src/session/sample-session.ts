import type { Instant } from '@cairn/kernel';
import { solution } from '@cairn/question-types';
import { assembleForm } from '../assembly/assemble.ts';
import type { Form } from '../form.ts';
import type { ExamProfile } from '../profile.ts';
import { OPEN_PROFILE, SAMPLE_DOMAINS, SECTIONED_PROFILE, sampleBank } from '../sample-bank.ts';
import { slotsOf } from '../slots.ts';
import { applyEvent } from './apply.ts';
import type { CandidateEvent, RejectionReason, SessionEvent } from './event.ts';
import { type Mode, type Session, startSession, type Timing } from './session.ts';

/** Sessions for tests. They start at T0; a test says seconds after it. */
export const T0 = 1_800_000_000_000;

function sampleForm(profile: ExamProfile): Form {
  const assembly = assembleForm({ profile, domains: SAMPLE_DOMAINS, items: sampleBank(profile), seed: 'sample' });
  if (assembly.outcome === 'short') throw new Error(assembly.missing.join(' '));
  return assembly.form;
}

/** 26 questions in one open section, 52 minutes. */
export const OPEN_FORM = sampleForm(OPEN_PROFILE);
/** 20 questions: 14 that close on leaving, a series of 3 forward only, a case study of 3; 40 minutes. */
export const SECTIONED_FORM = sampleForm(SECTIONED_PROFILE);

export function begin(form: Form, mode: Mode = 'exam', timing: Timing = { factor: 1, extraMinutes: 0 }): Session {
  return startSession({ form, mode, timing, startedAt: T0 as Instant });
}

type Untimed<T> = T extends unknown ? Omit<T, 'id' | 'at'> : never;
export type Deed = Untimed<CandidateEvent>;

/** A deed done and received `seconds` after the start, on a client whose clock is right. */
export const did = (deed: Deed, seconds: number): CandidateEvent =>
  ({ ...deed, id: `event-${seconds}`, at: T0 + seconds * 1000 }) as CandidateEvent; // Omit lost which kind it was

export function after(session: Session, event: SessionEvent, seconds: number): Session {
  const applied = applyEvent(session, event, T0 + seconds * 1000);
  if (applied.outcome === 'rejected') throw new Error(applied.message);
  return applied.session;
}

/** Deeds one after another, `step` seconds apart. */
export function doing(session: Session, deeds: readonly Deed[], from = 1, step = 1): Session {
  return deeds.reduce((now, deed, i) => after(now, did(deed, from + i * step), from + i * step), session);
}

export function refusalOf(session: Session, event: SessionEvent, seconds: number): RejectionReason | undefined {
  const applied = applyEvent(session, event, T0 + seconds * 1000);
  return applied.outcome === 'rejected' ? applied.reason : undefined;
}

/** The id of the question at `index`, from 0, and the response that solves it. */
export function questionAt(form: Form, index: number) {
  const slot = slotsOf(form)[index];
  if (slot === undefined) throw new Error(`no question ${index}`);
  return { slot: slot.id, solution: solution(slot.question), question: slot.question };
}

/** Answers the first `count` questions rightly. */
export function solving(session: Session, count: number): Session {
  const deeds = slotsOf(session.form)
    .slice(0, count)
    .map((_, i): Deed => {
      const { slot, solution: response } = questionAt(session.form, i);
      return { kind: 'answer', slot, response };
    });
  return doing(session, deeds);
}
