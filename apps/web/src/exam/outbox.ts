import type { AttemptEvent, EventsAcknowledged, Rejection } from '@cairn/contract';
import { type AttemptAction, type Stamp, stamped } from './attempt-action.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { SendFailure } from './send-failure.ts';

/**
 * What the candidate did travels through here, and nothing of it is lost on the way.
 *
 * 1. An event is written to the browser's disk first, then sent. A crash in between costs nothing: the next visit
 *    loads it and sends it.
 * 2. It leaves the disk only when the server says that it is stored (or why it will never be).
 * 3. Every request is a *prefix* of what waits, in order, and one is under way at a time. So whatever arrives twice,
 *    late or not at all, the server's log holds each event once and in the order of the candidate's hands: a late
 *    request can only repeat what a later one already delivered. Ids made here let the server see a repeat.
 * 4. Typing fast makes many answers to one question; the last wins. But only an event that was never sent may be
 *    replaced: a sent one may have arrived although no answer came back, and if it arrived late it would undo its
 *    successor. Events loaded from disk count as sent, because nobody knows.
 */
export type Outbox = {
  readonly record: (action: AttemptAction) => void;
  readonly state: () => OutboxState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Sends what waits, now. Also with nothing waiting: the answer brings the server's clock. */
  readonly sync: () => void;
  /** The page may be about to go: everything once more, in a request that outlives it. */
  readonly flushBeforeLeaving: () => void;
  /** Resolves when everything that was recorded is acknowledged or rejected, or the outbox stopped. */
  readonly settled: () => Promise<void>;
  /** Another tab of this browser said that it took over; the server would say so at the next request. */
  readonly giveWay: () => void;
  readonly dismissRejections: () => void;
  readonly stop: () => void;
};

export type OutboxState = {
  /** Oldest first; the screen shows the server's word with these on top. */
  readonly pending: readonly AttemptEvent[];
  readonly link: Link;
  readonly savedAt: number | undefined;
  /** The disk refused: until they are sent, answers live in this tab alone. */
  readonly isDiskRefused: boolean;
  readonly rejections: readonly Rejection[];
};

/** `elsewhere`: another tab took the attempt over. `refused`: the server will never take these, and says why. */
export type Link =
  | { readonly kind: 'up' }
  | { readonly kind: 'down' }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'refused'; readonly message: string };

export type OutboxParts = {
  readonly attemptId: string;
  readonly store: OutboxStore;
  /** Throws what `failureOf` can read. */
  readonly send: (events: readonly AttemptEvent[]) => Promise<EventsAcknowledged>;
  readonly failureOf: (thrown: unknown) => SendFailure;
  /** Called with what the server took, in order, before those events leave `pending`. */
  readonly onAcknowledged: (answer: EventsAcknowledged, stored: readonly AttemptEvent[]) => void;
  readonly stamp: () => Stamp;
  /** Calls back later; answers how to call it off. */
  readonly later: (run: () => void, milliseconds: number) => () => void;
  readonly random: () => number;
};

const GATHER_MILLISECONDS = 300;
const FIRST_RETRY_MILLISECONDS = 1000;
const SLOWEST_RETRY_MILLISECONDS = 20_000;
/** Far below the contract's 500; a note of 4,000 characters in each still fits a request body. */
const BATCH = 50;

/** The last of these on one question is the only one that matters. */
const LAST_WINS: ReadonlySet<AttemptEvent['kind']> = new Set(['answer', 'strike', 'highlight', 'note']);
/** The candidate waits for what these bring, so they do not wait for company. */
const URGENT: ReadonlySet<AttemptEvent['kind']> = new Set(['check', 'leave-section', 'pause', 'resume', 'submit']);

type Entry = { readonly event: AttemptEvent; readonly isOnDisk: boolean; readonly wasSent: boolean };

export async function openOutbox(parts: OutboxParts): Promise<Outbox> {
  const kept = await parts.store.load(parts.attemptId).catch(() => undefined);
  return new DiskFirstOutbox(parts, kept ?? [], kept === undefined);
}

class DiskFirstOutbox implements Outbox {
  readonly #parts: OutboxParts;
  #entries: readonly Entry[];
  #link: Link = { kind: 'up' };
  #savedAt: number | undefined;
  #isDiskRefused: boolean;
  #rejections: readonly Rejection[] = [];
  #isSending = false;
  #isStopped = false;
  #failures = 0;
  #batch = BATCH;
  /** Writes happen one after another, so the order on disk is the order of the candidate's hands. */
  #writes: Promise<void> = Promise.resolve();
  #callOff: () => void = () => undefined;
  #listeners = new Set<() => void>();
  #snapshot: OutboxState | undefined;

  constructor(parts: OutboxParts, kept: readonly AttemptEvent[], isDiskRefused: boolean) {
    this.#parts = parts;
    this.#entries = kept.map((event) => ({ event, isOnDisk: true, wasSent: true }));
    this.#isDiskRefused = isDiskRefused;
    if (kept.length > 0) this.#plan(0);
  }

  record = (action: AttemptAction): void => {
    if (this.#isStopped) return;
    const event = stamped(action, this.#parts.stamp());
    const replaced = this.#replaceable(event);
    const before = replaced ? this.#entries.slice(0, -1) : this.#entries;
    this.#entries = [...before, { event, isOnDisk: false, wasSent: false }];
    this.#changed();
    this.#writes = this.#writes.then(() => this.#keep(event, replaced?.id));
  };

  #replaceable(event: AttemptEvent): AttemptEvent | undefined {
    const last = this.#entries.at(-1);
    if (!last || last.wasSent || !LAST_WINS.has(event.kind) || last.event.kind !== event.kind) return undefined;
    return slotOf(last.event) === slotOf(event) ? last.event : undefined;
  }

  async #keep(event: AttemptEvent, replacing: string | undefined): Promise<void> {
    const isKept = await this.#parts.store.add(this.#parts.attemptId, event, replacing).then(
      () => true,
      () => false,
    );
    // With no disk the server is still a better place than this tab alone, so the event goes on its way.
    this.#isDiskRefused = !isKept;
    this.#entries = this.#entries.map((entry) => (entry.event.id === event.id ? { ...entry, isOnDisk: true } : entry));
    this.#changed();
    this.#plan(URGENT.has(event.kind) ? 0 : GATHER_MILLISECONDS);
  }

  /** After failures the pause grows, with up to half of it at random so that many browsers do not return at once. */
  #plan(milliseconds: number): void {
    this.#callOff();
    if (this.#isStopped) return;
    const backoff = Math.min(SLOWEST_RETRY_MILLISECONDS, FIRST_RETRY_MILLISECONDS * 2 ** (this.#failures - 1));
    const wait = this.#failures === 0 ? milliseconds : backoff * (0.5 + this.#parts.random() / 2);
    this.#callOff = this.#parts.later(() => void this.#deliver(), wait);
  }

  sync = (): void => {
    this.#callOff();
    void this.#deliver();
  };

  async #deliver(): Promise<void> {
    if (this.#isSending || this.#isStopped || isClosed(this.#link)) return;
    this.#isSending = true;
    try {
      await this.#attempt(this.#prefix(this.#batch));
    } finally {
      this.#isSending = false;
      this.#goOn();
    }
  }

  #goOn(): void {
    this.#changed();
    if (!isClosed(this.#link) && (this.#failures > 0 || this.#prefix(1).length > 0)) this.#plan(0);
  }

  /** The longest run of events from the front that are on disk. */
  #prefix(limit: number): readonly AttemptEvent[] {
    const ahead = this.#entries.findIndex(({ isOnDisk }) => !isOnDisk);
    return this.#entries.slice(0, ahead === -1 ? limit : Math.min(ahead, limit)).map(({ event }) => event);
  }

  async #attempt(events: readonly AttemptEvent[]): Promise<void> {
    const ids = new Set(events.map(({ id }) => id));
    this.#entries = this.#entries.map((entry) => (ids.has(entry.event.id) ? { ...entry, wasSent: true } : entry));
    this.#failures += 1; // until shown otherwise: whatever goes wrong below, the next try waits
    try {
      await this.#take(await this.#parts.send(events), events);
    } catch (thrown) {
      await this.#fail(this.#parts.failureOf(thrown), events);
    }
  }

  async #take(answer: EventsAcknowledged, sent: readonly AttemptEvent[]): Promise<void> {
    const stored = new Set(answer.acknowledged);
    const refused = new Set(answer.rejected.map(({ id }) => id));
    const done = this.#entries.map(({ event }) => event).filter(({ id }) => stored.has(id) || refused.has(id));
    this.#parts.onAcknowledged(
      answer,
      done.filter(({ id }) => stored.has(id)),
    );
    // An answer about none of what was sent counts as a failure, or it would become a hot loop.
    if (sent.length === 0 || sent.some(({ id }) => stored.has(id) || refused.has(id))) this.#failures = 0;
    this.#batch = BATCH;
    if (!isClosed(this.#link)) this.#link = { kind: 'up' };
    this.#savedAt = answer.savedAt;
    this.#rejections = [...this.#rejections, ...answer.rejected.filter(({ id }) => done.some((e) => e.id === id))];
    await this.#drop(done.map(({ id }) => id));
  }

  /** A removal that fails is harmless: the event is sent once more, and the server knows its id. */
  async #drop(ids: readonly string[]): Promise<void> {
    const gone = new Set(ids);
    this.#entries = this.#entries.filter(({ event }) => !gone.has(event.id));
    this.#changed();
    if (ids.length > 0) await this.#parts.store.remove(ids).catch(() => undefined);
  }

  async #fail(failure: SendFailure, events: readonly AttemptEvent[]): Promise<void> {
    switch (failure.kind) {
      case 'no-answer':
        this.#link = { kind: 'down' };
        return;
      case 'elsewhere':
        this.#link = { kind: 'elsewhere' };
        return;
      case 'refused':
        this.#link = { kind: 'refused', message: failure.message };
        return;
      case 'unreadable':
        return this.#setAside(failure.message, events);
    }
  }

  /** One event that the server cannot read must not hold up the rest: find it by sending one at a time. */
  async #setAside(message: string, events: readonly AttemptEvent[]): Promise<void> {
    const [first] = events;
    if (events.length > 1 || !first) {
      this.#batch = 1;
      return;
    }
    this.#rejections = [...this.#rejections, { id: first.id, reason: 'invalid-response', message }];
    await this.#drop([first.id]);
  }

  flushBeforeLeaving = (): void => {
    if (this.#isStopped || isClosed(this.#link) || this.#entries.length === 0) return;
    // Not in line behind a request under way, which may die with the page. It is a longer prefix, so rule 3 holds.
    const events = this.#entries.slice(0, BATCH).map(({ event }) => event);
    void this.#attempt(events).finally(() => this.#goOn());
  };

  settled = async (): Promise<void> => {
    await this.#writes;
    if (this.#entries.length === 0 || this.#isStopped || isClosed(this.#link)) return;
    await new Promise<void>((resolve) => {
      const unsubscribe = this.subscribe(() => {
        if (this.#entries.length > 0 && !this.#isStopped && !isClosed(this.#link)) return;
        unsubscribe();
        resolve();
      });
    });
  };

  state = (): OutboxState => {
    this.#snapshot ??= {
      pending: this.#entries.map(({ event }) => event),
      link: this.#link,
      savedAt: this.#savedAt,
      isDiskRefused: this.#isDiskRefused,
      rejections: this.#rejections,
    };
    return this.#snapshot;
  };

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  giveWay = (): void => {
    this.#link = { kind: 'elsewhere' };
    this.#callOff();
    this.#changed();
  };

  dismissRejections = (): void => {
    this.#rejections = [];
    this.#changed();
  };

  stop = (): void => {
    this.#isStopped = true;
    this.#callOff();
    this.#changed();
  };

  #changed(): void {
    this.#snapshot = undefined;
    for (const listener of [...this.#listeners]) listener();
  }
}

const isClosed = ({ kind }: Link): boolean => kind === 'elsewhere' || kind === 'refused';

const slotOf = (event: AttemptEvent): string | undefined => ('slot' in event ? event.slot : undefined);
