import type { CardQueue, CardRating } from '@cairn/contract';
import { type CardMemory, preview } from '@cairn/scheduling';
import { sentenceOf } from '../api.ts';
import type { ReviewOutbox } from './review-outbox.ts';
import {
  extended,
  memoryOf,
  type ReviewSession,
  rate,
  setAside,
  showBack,
  startSession,
  undo,
  withoutAnswered,
  withText,
} from './review-session.ts';
import type { ReviewStore } from './review-store.ts';

export type SittingState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly message: string }
  | {
      readonly kind: 'open';
      readonly session: ReviewSession;
      readonly queue: CardQueue;
      /** The server did not answer: these cards were loaded before. */
      readonly isFromDisk: boolean;
      /** The last answer can be taken back until then. */
      readonly undoUntil: number;
      readonly notice: string | undefined;
    };

type Open = Extract<SittingState, { kind: 'open' }>;

export type SittingParts = {
  readonly key: string;
  readonly getQueue: (isBeyond: boolean) => Promise<CardQueue>;
  readonly suspend: (cardId: string) => Promise<unknown>;
  readonly store: Pick<ReviewStore, 'rememberQueue' | 'recallQueue'>;
  readonly outbox: Pick<ReviewOutbox, 'record' | 'undo' | 'flush' | 'unsent'>;
  readonly heldMilliseconds: number;
  readonly now: () => number;
  readonly newId: () => string;
  readonly timeZone: () => string;
};

/** A sitting with cards: what the page shows, and what the keys do. */
export class ReviewSitting {
  readonly #parts: SittingParts;
  #state: SittingState = { kind: 'loading' };
  #listeners = new Set<() => void>();

  constructor(parts: SittingParts) {
    this.#parts = parts;
  }

  state = (): SittingState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** From the server; without it, what was loaded last. What is on its way goes first, or it would come again. */
  open = async (isBeyond = false): Promise<void> => {
    this.#set({ kind: 'loading' });
    await this.#parts.outbox.flush();
    try {
      this.#begin(await this.#asked(isBeyond), false);
    } catch (error) {
      const kept = await this.#recall();
      if (kept === undefined || kept.cards.length === 0) this.#set({ kind: 'failed', message: sentenceOf(error) });
      else this.#begin(kept, true);
    }
  };

  /** What was sent on the way here may not have arrived, although the queue did. */
  async #asked(isBeyond: boolean): Promise<CardQueue> {
    const queue = await this.#parts.getQueue(isBeyond);
    return withoutAnswered(queue, await this.#parts.outbox.unsent());
  }

  /** A reload may come between an answer and the note that its card is done. */
  async #recall(): Promise<CardQueue | undefined> {
    const { store, outbox, key } = this.#parts;
    const kept = await store.recallQueue(key).catch(() => undefined);
    return kept && withoutAnswered(kept, await outbox.unsent());
  }

  show = (): void => this.#change(({ session }) => ({ session: showBack(session) }));

  rate = (rating: CardRating): void => {
    const open = this.#open();
    const { now, newId, timeZone, outbox, heldMilliseconds } = this.#parts;
    const at = now();
    const rated =
      open &&
      rate(open.session, { rating, now: at, id: newId(), timeZone: timeZone(), parameters: open.queue.parameters });
    if (!rated) return;
    outbox.record(rated.review);
    this.#change(() => ({ session: rated.session, undoUntil: at + heldMilliseconds, notice: undefined }));
    if (rated.session.current === undefined) void this.#more();
  };

  undo = (): void => {
    const last = this.#open()?.session.answered.at(-1);
    if (last === undefined || !this.#parts.outbox.undo(last.reviewId)) return;
    this.#change(({ session }) => ({ session: undo(session, this.#parts.now()), undoUntil: 0 }));
  };

  suspend = async (): Promise<void> => {
    const card = this.#open()?.session.current;
    if (card === undefined) return;
    this.#change(({ session }) => ({ session: setAside(session, this.#parts.now()), undoUntil: 0 }));
    try {
      await this.#parts.suspend(card.id);
      this.#change(() => ({ notice: 'Suspended: it comes back when you take it back on the page of all cards.' }));
    } catch (error) {
      this.#change(() => ({ notice: `It is set aside for now only. ${sentenceOf(error)}` }));
    }
    if (this.#open()?.session.current === undefined) await this.#more();
  };

  edited = (cardId: string, front: string, back: string): void =>
    this.#change(({ session }) => ({ session: withText(session, cardId, front, back) }));

  /** Days or minutes to the next time, for each rating. */
  intervals(): Record<CardRating, number> | undefined {
    const open = this.#open();
    const card = open?.session.current;
    if (!open || !card) return undefined;
    const now = this.#parts.now() as CardMemory['dueAt']; // whole milliseconds
    const { again, hard, good, easy } = preview(memoryOf(card), now, open.queue.parameters);
    const wait = ({ dueAt }: CardMemory) => dueAt - now;
    return { again: wait(again), hard: wait(hard), good: wait(good), easy: wait(easy) };
  }

  /** The queue was loaded a hundred cards at a time; there may be more. */
  async #more(): Promise<void> {
    const open = this.#open();
    if (!open || open.queue.counts.left <= open.queue.cards.length) return;
    await this.#parts.outbox.flush();
    const queue = await this.#asked(false).catch(() => undefined);
    if (queue) this.#change(({ session }) => ({ session: extended(session, queue, this.#parts.now()), queue }));
  }

  #begin(queue: CardQueue, isFromDisk: boolean): void {
    const session = startSession(queue, this.#parts.now());
    this.#set({ kind: 'open', session, queue, isFromDisk, undoUntil: 0, notice: undefined });
    this.#remember();
  }

  #open(): Open | undefined {
    return this.#state.kind === 'open' ? this.#state : undefined;
  }

  #change(change: (open: Open) => Partial<Omit<Open, 'kind'>>): void {
    const open = this.#open();
    if (!open) return;
    this.#set({ ...open, ...change(open) });
    this.#remember();
  }

  /** What is left stays on this machine for a visit without the server. That it could not be kept harms nothing now. */
  #remember(): void {
    const open = this.#open();
    if (!open) return;
    const { current, inSteps, upcoming } = open.session;
    const cards = [...(current ? [current] : []), ...inSteps, ...upcoming];
    void this.#parts.store.rememberQueue(this.#parts.key, { ...open.queue, cards }).catch(() => undefined);
  }

  #set(state: SittingState): void {
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
  }
}
