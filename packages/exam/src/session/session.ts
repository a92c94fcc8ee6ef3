import type { Instant } from '@cairn/kernel';
import type { Response } from '@cairn/question-types';
import type { Form } from '../form.ts';
import { slotsOf } from '../slots.ts';

export type Mode = 'exam' | 'study';

/** `extraMinutes` is added after the factor, as an accommodation adds it to whatever the candidate has. */
export type Timing = { readonly factor: 1 | 1.5 | 2 | 'untimed'; readonly extraMinutes: 0 | 30 };

/** What a candidate did with one question. */
export type SlotProgress = {
  readonly response: Response | null;
  readonly seen: boolean;
  readonly flagged: boolean;
  /** Study mode: committed, feedback shown, no longer open to change. */
  readonly checked: boolean;
  readonly struckOut: readonly string[];
  readonly highlights: readonly string[];
  readonly note: string;
  readonly milliseconds: number;
};

/** Times by the server's clock, except where the name says `client`. */
export type Timekeeping = {
  readonly startedAt: Instant;
  /** The latest server time seen; the clock of a session never runs backwards. */
  readonly clockAt: Instant;
  readonly pausedMilliseconds: number;
  /** Added to the limit, because the server was away. */
  readonly outageSeconds: number;
  /** The client's clock at its latest event. Compared with nothing but the client's own next event. */
  readonly clientAt: number | null;
  /** Server time that has passed and is not yet credited to a question. */
  readonly uncreditedMilliseconds: number;
};

type Sitting = {
  readonly form: Form;
  readonly mode: Mode;
  readonly timing: Timing;
  readonly time: Timekeeping;
  readonly slots: Readonly<Record<string, SlotProgress>>;
  readonly lockedSections: readonly string[];
  /** Forward-only sections: the furthest question reached, counted from 0. */
  readonly reached: Readonly<Record<string, number>>;
  readonly currentSlot: string | null;
};

export type OverReason = 'submitted' | 'timed-out';

/** One sitting of a form. Each arrow between two states is one function in `arrows.ts`. */
export type Session = Sitting &
  (
    | { readonly state: 'running' }
    | { readonly state: 'paused'; readonly pausedAt: Instant }
    | { readonly state: 'over'; readonly reason: OverReason; readonly overAt: Instant }
  );

export type Running = Extract<Session, { readonly state: 'running' }>;
export type Paused = Extract<Session, { readonly state: 'paused' }>;

export type Start = {
  readonly form: Form;
  readonly mode: Mode;
  readonly timing: Timing;
  readonly startedAt: Instant;
};

const UNTOUCHED: SlotProgress = {
  response: null,
  seen: false,
  flagged: false,
  checked: false,
  struckOut: [],
  highlights: [],
  note: '',
  milliseconds: 0,
};

export function startSession({ form, mode, timing, startedAt }: Start): Session {
  return {
    form,
    mode,
    timing,
    state: 'running',
    time: {
      startedAt,
      clockAt: startedAt,
      pausedMilliseconds: 0,
      outageSeconds: 0,
      clientAt: null,
      uncreditedMilliseconds: 0,
    },
    slots: Object.fromEntries(slotsOf(form).map(({ id }) => [id, UNTOUCHED])),
    lockedSections: [],
    reached: {},
    currentSlot: null,
  };
}

export const progressOf = ({ slots }: Session, slotId: string): SlotProgress => slots[slotId] ?? UNTOUCHED;

/** The session with some fields of one slot changed. */
export function withProgress<S extends Session>(session: S, slotId: string, change: Partial<SlotProgress>): S {
  return { ...session, slots: { ...session.slots, [slotId]: { ...progressOf(session, slotId), ...change } } };
}
