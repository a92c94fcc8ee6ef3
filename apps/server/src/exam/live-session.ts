import type { Db, Transaction } from '@cairn/db';
import { Form, foldEvents, type Received, type Session, startSession } from '@cairn/exam';
import type { Instant } from '@cairn/kernel';
import { z } from 'zod';
import type { AttemptRepository, StoredEvent } from './repository.ts';

/** What `attempts.frozen` holds. Parsed when read: it may have been written by an older program. */
export const Frozen = z.strictObject({
  form: Form,
  timing: z.strictObject({
    factor: z.union([z.literal(1), z.literal(1.5), z.literal(2), z.literal('untimed')]),
    extraMinutes: z.union([z.literal(0), z.literal(30)]),
  }),
});
export type Frozen = z.infer<typeof Frozen>;

/** A session with the place in the log that it stands for. */
export type Live = { readonly session: Session; readonly sequence: number };

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
  return { session: startSession({ form, mode: row.mode, timing, startedAt }), sequence: 0 };
}

/**
 * Sessions by attempt, folded from the log. Nothing here is needed to be right: an entry is used only as far as the
 * log goes beyond it, so that many server processes can share a database.
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
    const start = this.#kept.get(id) ?? (await this.#begin(learnerId, id, on));
    if (start === undefined) return undefined;
    const missing = await this.#repository.events(id, start.sequence, on);
    const sequence = missing.at(-1)?.sequence ?? start.sequence;
    return { session: foldEvents(start.session, missing.map(received)), sequence };
  }

  async #begin(learnerId: string, id: string, on?: Db | Transaction): Promise<Live | undefined> {
    const row: Row | undefined = await this.#repository.find(learnerId, id, on);
    return row && begin(row);
  }
}
