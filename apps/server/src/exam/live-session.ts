import type { Db, Transaction } from '@cairn/db';
import { type Form, foldEvents, type Received, type Session, startSession } from '@cairn/exam';
import type { Instant } from '@cairn/kernel';
import { z } from 'zod';
import type { AttemptRepository, StoredEvent } from './repository.ts';

/**
 * The form was checked when it was frozen. Rules for authors that became stricter since must not make an old attempt
 * unreadable, so only the tag that says which program can read it is checked again.
 */
const FrozenForm = z.custom<Form>((value) => FormTag.safeParse(value).success, 'a form of another program');
const FormTag = z.looseObject({ schema: z.literal('form/1'), sections: z.array(z.unknown()) });

/** What `attempts.frozen` holds. */
const Frozen = z.strictObject({
  form: FrozenForm,
  timing: z.strictObject({
    factor: z.union([z.literal(1), z.literal(1.5), z.literal(2), z.literal('untimed')]),
    extraMinutes: z.union([z.literal(0), z.literal(30)]),
  }),
});
export type Frozen = z.infer<typeof Frozen>;

/** A session with the place in the log that it stands for: the last event in it, if any. */
export type Live = { readonly session: Session; readonly sequence: number; readonly eventId: string | undefined };

/** Sessions kept in memory, a few hundred kilobytes each. A miss costs one read of the attempt and its log. */
const KEPT = 300;

type Row = {
  readonly id: string;
  readonly mode: 'exam' | 'study';
  readonly frozen: object;
  readonly startedAt: Date | null;
};

function received({ payload, receivedAt }: StoredEvent): Received {
  return { event: payload as Received['event'], receivedAt }; // appended by this program after `applyEvent` took it
}

function begin(row: Row): Live {
  const { form, timing } = Frozen.parse(row.frozen);
  const startedAt = (row.startedAt?.getTime() ?? 0) as Instant; // set by `newAttempt`
  return { session: startSession({ form, mode: row.mode, timing, startedAt }), sequence: 0, eventId: undefined };
}

function foldOn(start: Live, log: readonly StoredEvent[]): Live {
  const last = log.at(-1) ?? { sequence: start.sequence, id: start.eventId };
  return { session: foldEvents(start.session, log.map(received)), sequence: last.sequence, eventId: last.id };
}

/**
 * Sessions by attempt, folded from the log. Nothing here is needed to be right: an entry is used only if the log holds
 * the event at which it stands, and as far as the log goes beyond it. So many server processes can share a database,
 * and a backup may be restored behind their backs.
 */
export class LiveSessions {
  readonly #repository: AttemptRepository;
  readonly #kept = new Map<string, Live>();

  constructor(repository: AttemptRepository) {
    this.#repository = repository;
  }

  /** Only after the transaction that wrote up to `live.sequence` has committed. */
  keep(id: string, live: Live): Live {
    this.#kept.delete(id);
    this.#kept.set(id, live);
    const oldest = this.#kept.keys().next().value;
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return live;
  }

  /** The session as far as the log goes; undefined if this learner has no such attempt. */
  async upToDate(learnerId: string, id: string, on?: Db | Transaction): Promise<Live | undefined> {
    const kept = this.#kept.get(id);
    if (kept?.eventId !== undefined) {
      const [own, ...missing] = await this.#repository.events(id, kept.sequence, on);
      if (own?.id === kept.eventId) return foldOn(kept, missing);
    }
    const start = await this.#begin(learnerId, id, on);
    return start && foldOn(start, await this.#repository.events(id, 0, on));
  }

  async #begin(learnerId: string, id: string, on?: Db | Transaction): Promise<Live | undefined> {
    const row: Row | undefined = await this.#repository.find(learnerId, id, on);
    return row && begin(row);
  }
}
