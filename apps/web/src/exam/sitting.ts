import type { Attempt, AttemptEvent, EventsAcknowledged } from '@cairn/contract';
import { ApiProblem } from '../api.ts';
import { applyLocally } from './apply-locally.ts';
import { type AttemptAction, randomUuid } from './attempt-action.ts';
import type { AttemptMemory } from './attempt-memory.ts';
import type { Countdown } from './countdown.ts';
import { type Outbox, type OutboxState, openOutbox } from './outbox.ts';
import type { BrowserDisk } from './outbox-store.ts';
import { failureOf } from './send-failure.ts';

/** An attempt on this screen: what the server said, what it has not acknowledged yet, and who may write. */
export type SittingState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly message: string; readonly canRetry: boolean }
  /** Another tab or browser writes. `kept` events of this browser never reached the server. */
  | { readonly kind: 'elsewhere'; readonly kept: number }
  | {
      readonly kind: 'open';
      readonly attempt: Attempt;
      readonly countdown: Countdown;
      readonly outbox: OutboxState;
    };

export type SittingParts = {
  readonly attemptId: string;
  readonly disk: BrowserDisk;
  readonly memory: AttemptMemory;
  readonly identify: (attemptId: string, tabs: BrowserDisk['tabs']) => Promise<string>;
  readonly announceWriter: (attemptId: string, tabId: string) => void;
  readonly onOtherWriter: (attemptId: string, tabId: string, run: () => void) => () => void;
  readonly getAttempt: (attemptId: string, tabId: string) => Promise<Attempt>;
  readonly claimTab: (attemptId: string, tabId: string) => Promise<Attempt>;
  readonly sendEvents: (
    attemptId: string,
    tabId: string,
    events: readonly AttemptEvent[],
  ) => Promise<EventsAcknowledged>;
  /** Milliseconds since 1970, for the record only. */
  readonly now: () => number;
  /** Milliseconds of a clock that nobody can set. */
  readonly monotonic: () => number;
  readonly later: (run: () => void, milliseconds: number) => () => void;
  readonly random: () => number;
};

/** Told apart from a bare server state, so that an acknowledgement swaps both parts at once. */
type Known = { readonly attempt: Attempt; readonly countdown: Countdown };

export class Sitting {
  readonly #parts: SittingParts;
  #state: SittingState = { kind: 'loading' };
  #known: Known | undefined;
  #outbox: Outbox | undefined;
  #tabId: string | undefined;
  #stopListening: () => void = () => undefined;
  /** Resolves when what is known is on disk, or could not be put there. */
  #remembering: Promise<void> = Promise.resolve();
  #isClosed = false;
  readonly #listeners = new Set<() => void>();

  constructor(parts: SittingParts) {
    this.#parts = parts;
  }

  state = (): SittingState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  open = async (): Promise<void> => {
    this.#show({ kind: 'loading' });
    const { attemptId, identify, getAttempt, disk } = this.#parts;
    this.#tabId ??= await identify(attemptId, disk.tabs);
    await this.#entering(getAttempt(attemptId, this.#tabId), () => this.#enterFromMemory());
  };

  /** Makes this tab the writer. `keeps: false` drops what this browser had not sent when it was replaced. */
  takeOver = async ({ keeps }: { readonly keeps: boolean }): Promise<void> => {
    const { attemptId, claimTab, disk } = this.#parts;
    if (!this.#tabId) return;
    this.#show({ kind: 'loading' });
    if (!keeps) await disk.outbox.remove((await this.#kept()).map(({ id }) => id)).catch(() => undefined);
    await this.#entering(claimTab(attemptId, this.#tabId));
  };

  async #entering(asked: Promise<Attempt>, otherwise = async () => false): Promise<void> {
    try {
      await this.#enter(await asked);
    } catch (thrown) {
      if (!(thrown instanceof ApiProblem)) throw thrown;
      const canRetry = thrown.status === 0 || thrown.status >= 500;
      if (canRetry && (await otherwise())) return;
      this.#show({ kind: 'failed', message: thrown.message, canRetry });
    }
  }

  /**
   * Without the server the attempt opens as this tab knew it last, and takes answers into the outbox. Time stands where
   * it was heard last: while no server runs it stands still, and the first answer of one puts it right.
   */
  async #enterFromMemory(): Promise<boolean> {
    const { attemptId, memory } = this.#parts;
    const known = await memory.recall(attemptId).catch(() => undefined);
    if (!known || known.tabId !== this.#tabId || known.attempt.state === 'over') return false;
    await this.#enter(known.attempt);
    this.sync(); // finds out at once that nobody answers, and says so
    return true;
  }

  async #enter(attempt: Attempt): Promise<void> {
    if (!this.#tabId || this.#isClosed) return;
    const { attemptId, disk } = this.#parts;
    if (!attempt.isActiveTab && attempt.state !== 'over') {
      this.#show({ kind: 'elsewhere', kept: (await this.#kept()).length });
      return;
    }
    this.#learn(attempt);
    await disk.tabs.remember(attemptId, this.#tabId).catch(() => undefined); // then a reload asks before it goes on
    this.#parts.announceWriter(attemptId, this.#tabId);
    await this.#openOutbox(this.#tabId);
  }

  /** A disk that cannot be read holds nothing that could be sent. */
  #kept = (): Promise<readonly AttemptEvent[]> => this.#parts.disk.outbox.load(this.#parts.attemptId).catch(() => []);

  async #openOutbox(tabId: string): Promise<void> {
    const { attemptId, disk, sendEvents, now, later, random, onOtherWriter } = this.#parts;
    this.#outbox?.stop();
    this.#stopListening();
    const outbox = await openOutbox({
      attemptId,
      // What was acknowledged is part of what is known before it leaves the outbox: a reload finds it in one of the two.
      store: { ...disk.outbox, remove: (ids) => this.#remembering.then(() => disk.outbox.remove(ids)) },
      send: (events) => sendEvents(attemptId, tabId, events),
      failureOf,
      onAcknowledged: this.#acknowledge,
      stamp: () => ({ id: randomUuid(), at: now() }),
      later,
      random,
    });
    this.#outbox = outbox;
    if (this.#isClosed) return outbox.stop();
    outbox.subscribe(this.#refresh);
    this.#stopListening = onOtherWriter(attemptId, tabId, outbox.giveWay);
    this.#refresh();
  }

  #learn(attempt: Attempt): void {
    this.#known = { attempt, countdown: this.#countdownFrom(attempt.clock) };
    this.#remember();
  }

  #remember(): void {
    const { attemptId, memory, now } = this.#parts;
    if (!this.#known || !this.#tabId) return;
    const { attempt } = this.#known;
    const isOver = attempt.state === 'over';
    const known = { attemptId, tabId: this.#tabId, attempt, keptAt: now() };
    const work = isOver ? memory.forget(attemptId) : memory.remember(known);
    this.#remembering = work.catch(() => undefined); // then it opens with the server alone
  }

  #countdownFrom({ remainingSeconds, paused }: Attempt['clock']): Countdown {
    return { remainingSeconds, paused, heardAtMilliseconds: this.#parts.monotonic() };
  }

  #acknowledge = (answer: EventsAcknowledged, stored: readonly AttemptEvent[]): void => {
    if (!this.#known) return;
    const attempt = applyLocally(this.#known.attempt, stored);
    const feedback = { ...attempt.feedback, ...answer.feedback };
    this.#known = {
      attempt: { ...attempt, feedback, state: answer.state, clock: answer.clock },
      countdown: this.#countdownFrom(answer.clock),
    };
    this.#remember();
  };

  #refresh = (): void => {
    const outbox = this.#outbox?.state();
    if (!this.#known || !outbox) return;
    if (outbox.link.kind === 'elsewhere') {
      this.#show({ kind: 'elsewhere', kept: outbox.pending.length });
      return;
    }
    if (outbox.link.kind === 'refused') {
      this.#show({ kind: 'failed', message: outbox.link.message, canRetry: false });
      return;
    }
    const { attempt, countdown } = this.#known;
    this.#show({ kind: 'open', attempt: applyLocally(attempt, outbox.pending), countdown, outbox });
  };

  record = (action: AttemptAction): void => this.#outbox?.record(action);
  sync = (): void => this.#outbox?.sync();
  flushBeforeLeaving = (): void => this.#outbox?.flushBeforeLeaving();
  dismissRejections = (): void => this.#outbox?.dismissRejections();

  close = (): void => {
    this.#isClosed = true;
    this.#outbox?.flushBeforeLeaving();
    this.#outbox?.stop();
    this.#stopListening();
    this.#listeners.clear();
  };

  #show(state: SittingState): void {
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
  }
}
