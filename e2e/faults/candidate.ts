import type { Attempt, AttemptEvent, EventsAcknowledged, StartAttempt } from '@cairn/contract';
import { type Rng, seededRng, uuidV7 } from '@cairn/kernel';
import { ApiProblem } from '../../apps/web/src/api.ts';
import type { AttemptMemory, KnownAttempt } from '../../apps/web/src/exam/attempt-memory.ts';
import { Sitting } from '../../apps/web/src/exam/sitting.ts';
import { nextAction } from './hands.ts';
import { LastingDisk, Ledger } from './ledger.ts';
import { pause } from './program.ts';
import { drawnFates, WireProxy } from './proxy.ts';
import { type Call, call } from './wire.ts';

/** Pauses of the web app (0.3 s to gather, 1 to 20 s to retry) pass five times as fast. */
const HASTE = 5;

type Page = { readonly sitting: Sitting; isAlive: boolean };

export type CandidateParts = {
  readonly seed: string;
  readonly serverPort: number;
  readonly exam: string;
  readonly mode: StartAttempt['mode'];
};

/**
 * Somebody who sits an exam: the web app's own client (`Sitting` with its outbox) on a disk, a wire and a pair of hands
 * of this test.
 */
export class Candidate {
  readonly attemptId: string;
  readonly tabId: string;
  readonly ledger = new Ledger();
  #known: KnownAttempt | undefined;
  /** How often each status was the answer; 0 is none. Whatever breaks, 500 would be a bug. */
  readonly statuses = new Map<number, number>();
  readonly proxy: WireProxy;
  readonly #parts: CandidateParts;
  readonly #hands: Rng;
  readonly #fates: Rng;
  readonly #newId: () => string;
  readonly #disk = new LastingDisk(this.ledger);
  #page: Page | undefined;
  #isBusy = false;

  private constructor(parts: CandidateParts, proxy: WireProxy) {
    this.#parts = parts;
    this.proxy = proxy;
    this.#hands = seededRng(`${parts.seed}:hands`);
    this.#fates = seededRng(`${parts.seed}:wire`);
    const ids = seededRng(`${parts.seed}:ids`);
    this.#newId = () => uuidV7(Date.now(), ids.next);
    this.attemptId = this.#newId();
    this.tabId = this.#newId();
  }

  static async arrive(parts: CandidateParts): Promise<Candidate> {
    return new Candidate(parts, await WireProxy.to(parts.serverPort));
  }

  /** Starts the attempt however often that takes; the id makes it one attempt. */
  async begin(): Promise<Attempt> {
    const { exam, mode } = this.#parts;
    const body: StartAttempt = {
      id: this.attemptId,
      tabId: this.tabId,
      exam,
      mode,
      timing: { factor: 1, extraMinutes: 0 },
      scope: { kind: 'form' },
      seed: this.#parts.seed,
    };
    const wanted = { method: 'POST' as const, path: '/api/attempts', body, patienceMilliseconds: 10_000 };
    for (;;) {
      const attempt = await this.#ask<Attempt>(wanted).catch(requireProblem);
      if (attempt) return attempt;
      await pause(50);
    }
  }

  /** Breaks this candidate's line now and then until it is mended. */
  strain(faultShare: number): void {
    this.proxy.follow(drawnFates(this.#fates, faultShare));
  }

  async openPage(): Promise<void> {
    const page: Page = { sitting: this.#newSitting(() => page.isAlive), isAlive: true };
    this.#page = page;
    while (page.sitting.state().kind !== 'open') {
      await page.sitting.open();
      const state = page.sitting.state();
      if (state.kind === 'elsewhere') throw new Error(`attempt ${this.attemptId}: the same tab was told to give way`);
      if (state.kind === 'failed' && !state.canRetry) throw new Error(`attempt ${this.attemptId}: ${state.message}`);
      if (state.kind !== 'open') await pause(100);
    }
  }

  /** The browser process is gone: nothing says goodbye, no answer is heard any more, the disk stays. */
  crashPage(): void {
    if (this.#page) this.#page.isAlive = false;
    this.#page = undefined;
  }

  /** What the candidate sees now. */
  seen(): Attempt {
    const state = this.#page?.sitting.state();
    if (state?.kind !== 'open') throw new Error(`attempt ${this.attemptId} is not on screen but ${state?.kind}`);
    return state.attempt;
  }

  /** Answers, flags, strikes and notes until told to stop. */
  async work(until: AbortSignal): Promise<void> {
    if (this.#isBusy) throw new Error('one pair of hands');
    this.#isBusy = true;
    while (!until.aborted) {
      const state = this.#page?.sitting.state();
      const action = state?.kind === 'open' ? nextAction(state.attempt, this.#hands) : undefined;
      if (action) this.#page?.sitting.record(action);
      await pause(40 + this.#hands.below(160));
    }
    this.#isBusy = false;
  }

  submit(): void {
    this.#page?.sitting.record({ kind: 'submit' });
  }

  /** Resolves when the server has taken or refused all that was done. */
  async untilDelivered(withinMilliseconds: number): Promise<void> {
    const end = performance.now() + withinMilliseconds;
    this.#page?.sitting.sync();
    for (;;) {
      const state = this.#page?.sitting.state();
      if (state?.kind === 'open' && state.outbox.pending.length === 0) return;
      if (performance.now() > end) throw new Error(`attempt ${this.attemptId}: not delivered; ${this.#describe()}`);
      await pause(20);
    }
  }

  #describe(): string {
    const state = this.#page?.sitting.state();
    if (state?.kind !== 'open') return `on screen: ${state?.kind}`;
    const { pending, link } = state.outbox;
    return `${pending.length} wait, the link is ${link.kind}, answers had status ${JSON.stringify([...this.statuses])}`;
  }

  async leave(): Promise<void> {
    this.crashPage();
    await this.proxy.close();
  }

  #ask<T>(wanted: Omit<Call, 'port'>): Promise<T> {
    const onStatus = (status: number) => this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    return call<T>({ ...wanted, port: this.proxy.port, onStatus });
  }

  #newSitting(isAlive: () => boolean): Sitting {
    const address = `/api/attempts/${this.attemptId}`;
    return new Sitting({
      attemptId: this.attemptId,
      disk: this.#disk.openFor(isAlive),
      memory: this.#memory(isAlive),
      // The tab that started the attempt; a page after a crash has only what the disk remembers.
      identify: async (attemptId, tabs) => (await tabs.recall(attemptId)) ?? this.tabId,
      announceWriter: () => undefined,
      onOtherWriter: () => () => undefined,
      getAttempt: (_, tabId) => this.#ask<Attempt>({ path: `${address}?tabId=${tabId}` }),
      claimTab: (_, tabId) => this.#ask<Attempt>({ method: 'POST', path: `${address}/tab`, body: { tabId } }),
      sendEvents: (_, tabId, events) => this.#send(isAlive, `${address}/events`, tabId, events),
      now: () => Date.now(),
      monotonic: () => performance.now(),
      later: (run, milliseconds) => {
        const timer = setTimeout(() => isAlive() && run(), milliseconds / HASTE);
        return () => clearTimeout(timer);
      },
      random: this.#hands.next,
    });
  }

  /** Of the browser, not of the page: it lasts. A dead page writes nothing into it. */
  #memory(isAlive: () => boolean): AttemptMemory {
    return {
      recall: async () => this.#known,
      remember: async (known) => {
        if (isAlive()) this.#known = structuredClone(known);
      },
      forget: async () => {
        if (isAlive()) this.#known = undefined;
      },
    };
  }

  async #send(isAlive: () => boolean, path: string, tabId: string, events: readonly AttemptEvent[]) {
    const answer = await this.#ask<EventsAcknowledged>({ method: 'POST', path, body: { tabId, events } });
    // A page that is gone hears nothing.
    if (!isAlive()) return new Promise<EventsAcknowledged>(() => undefined);
    this.ledger.heard(answer);
    return answer;
  }
}

function requireProblem(thrown: unknown): undefined {
  if (!(thrown instanceof ApiProblem) || (thrown.status !== 0 && thrown.status < 500)) throw thrown;
}
