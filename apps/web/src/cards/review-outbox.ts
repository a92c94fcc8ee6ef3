import type { ReviewsTaken, SentReview } from '@cairn/contract';
import { ApiProblem } from '../api.ts';
import type { HeldReview, ReviewStore } from './review-store.ts';

/**
 * Reviews on their way to the server. Unlike the answers of an exam they need no order and no tab of their own: each
 * counts once under its id whenever it arrives. So the outbox is small: on disk first, sent in batches, removed once the
 * server says that it has them (or why it never will). What another tab or an earlier visit left is sent along.
 */
export type OutboxState = {
  readonly waiting: number;
  /** The last try got no answer. */
  readonly isAway: boolean;
  /** Until they are sent, reviews live in this tab alone. */
  readonly isDiskRefused: boolean;
  /** What the server will never take, in its words. */
  readonly refusal: string | undefined;
};

export type ReviewOutboxParts = {
  readonly store: ReviewStore;
  /** Throws `ApiProblem`. */
  readonly send: (reviews: readonly SentReview[]) => Promise<ReviewsTaken>;
  readonly now: () => number;
  /** Calls back later; answers how to call it off. */
  readonly later: (run: () => void, milliseconds: number) => () => void;
};

export const HELD_MILLISECONDS = 4000;
const FIRST_RETRY_MILLISECONDS = 2000;
const SLOWEST_RETRY_MILLISECONDS = 15_000;
const BATCH = 100;

export class ReviewOutbox {
  readonly #parts: ReviewOutboxParts;
  /** What this tab recorded or found on disk. */
  #held = new Map<string, HeldReview>();
  #undone = new Set<string>();
  #writes: Promise<unknown> = Promise.resolve();
  #sending: Promise<void> | undefined;
  #failures = 0;
  #batch = BATCH;
  #isDiskRefused = false;
  #refusal: string | undefined;
  #isStopped = false;
  #callOff: () => void = () => undefined;
  #listeners = new Set<() => void>();
  #snapshot: OutboxState | undefined;

  readonly #found: Promise<void>;

  constructor(parts: ReviewOutboxParts) {
    this.#parts = parts;
    this.#found = this.#findLeft();
    void this.#found.then(() => this.#plan());
  }

  record = (review: SentReview): void => {
    const held = { id: review.id, review, sendAt: this.#parts.now() + HELD_MILLISECONDS };
    this.#held.set(review.id, held);
    this.#write(() => this.#parts.store.add(held));
    this.#changed();
    this.#plan();
  };

  /** Takes a review back that is not on its way yet. */
  undo = (id: string): boolean => {
    const held = this.#held.get(id);
    if (held === undefined || this.#undone.has(id) || held.sendAt <= this.#parts.now()) return false;
    this.#held.delete(id);
    this.#undone.add(id);
    this.#write(() => this.#parts.store.remove([id]));
    this.#changed();
    return true;
  };

  /** What the server does not have yet, with what an earlier visit left. */
  unsent = async (): Promise<readonly SentReview[]> => {
    await this.#found;
    return [...this.#held.values()].map(({ review }) => review);
  };

  /** Everything now, held back or not; resolves when it is delivered or could not be. */
  flush = async (): Promise<void> => {
    await this.#found;
    for (const [id, held] of this.#held) this.#held.set(id, { ...held, sendAt: 0 });
    this.#failures = 0;
    await this.#deliver();
  };

  state = (): OutboxState => {
    this.#snapshot ??= {
      waiting: this.#held.size,
      isAway: this.#failures > 0,
      isDiskRefused: this.#isDiskRefused,
      refusal: this.#refusal,
    };
    return this.#snapshot;
  };

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  stop = (): void => {
    void this.flush();
    this.#isStopped = true;
    this.#callOff();
  };

  /** Writes happen one after another, so that a review taken back does not reach the disk after its removal. */
  #write(change: () => Promise<void>): void {
    this.#writes = this.#writes.then(change).then(
      () => this.#setDiskRefused(false),
      () => this.#setDiskRefused(true),
    );
  }

  #setDiskRefused(isRefused: boolean): void {
    if (this.#isDiskRefused === isRefused) return;
    this.#isDiskRefused = isRefused;
    this.#changed();
  }

  async #findLeft(): Promise<void> {
    const left = await this.#parts.store.load().catch(() => []);
    for (const held of left) {
      if (!this.#held.has(held.id) && !this.#undone.has(held.id)) this.#held.set(held.id, held);
    }
    this.#changed();
  }

  #plan(): void {
    this.#callOff();
    if (this.#isStopped || this.#held.size === 0) return;
    const soonest = Math.min(...[...this.#held.values()].map(({ sendAt }) => sendAt));
    const backoff = Math.min(SLOWEST_RETRY_MILLISECONDS, FIRST_RETRY_MILLISECONDS * 2 ** (this.#failures - 1));
    const wait = this.#failures === 0 ? Math.max(0, soonest - this.#parts.now()) : backoff;
    this.#callOff = this.#parts.later(() => void this.#deliver(), wait);
  }

  /** One request at a time; who comes meanwhile waits for it and then sends what is left. */
  async #deliver(): Promise<void> {
    while (this.#sending) await this.#sending;
    this.#sending = this.#sendAll().finally(() => {
      this.#sending = undefined;
    });
    await this.#sending;
    this.#changed();
    this.#plan();
  }

  async #sendAll(): Promise<void> {
    await this.#writes;
    for (let batch = this.#ready(); batch.length > 0; batch = this.#ready()) {
      if (!(await this.#sendBatch(batch))) return;
    }
  }

  #ready(): SentReview[] {
    const now = this.#parts.now();
    const ready = [...this.#held.values()].filter(({ sendAt }) => sendAt <= now);
    return ready.slice(0, this.#batch).map(({ review }) => review);
  }

  async #sendBatch(batch: readonly SentReview[]): Promise<boolean> {
    try {
      const { acknowledged, rejected } = await this.#parts.send(batch);
      this.#refusal = rejected[0]?.message ?? this.#refusal;
      const done = [...acknowledged, ...rejected.map(({ id }) => id)];
      this.#drop(done);
      this.#failures = done.length > 0 ? 0 : this.#failures + 1; // an answer about none of them is no answer
      return done.length > 0;
    } catch (thrown) {
      if (!(thrown instanceof ApiProblem)) throw thrown;
      return this.#setAside(thrown, batch);
    }
  }

  /** One review that the server cannot read must not hold up the rest: find it by sending one at a time. */
  #setAside({ status, message }: ApiProblem, batch: readonly SentReview[]): boolean {
    const isUnreadable = status === 400 || status === 413 || status === 422;
    if (!isUnreadable) {
      this.#failures += 1;
      return false;
    }
    const [first] = batch;
    if (batch.length > 1 || first === undefined) this.#batch = 1;
    else {
      this.#refusal = message;
      this.#drop([first.id]);
      this.#batch = BATCH;
    }
    return true;
  }

  #drop(ids: readonly string[]): void {
    for (const id of ids) this.#held.delete(id);
    // A removal that fails does no harm: the review is sent once more, and the server knows its id.
    this.#write(() => this.#parts.store.remove(ids));
    this.#changed();
  }

  #changed(): void {
    this.#snapshot = undefined;
    for (const listener of [...this.#listeners]) listener();
  }
}
