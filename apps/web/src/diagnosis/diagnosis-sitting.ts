import type { AnswerDiagnosis, AttemptEvent, Diagnosis, DiagnosisAnswered } from '@cairn/contract';
import { ApiProblem } from '../api.ts';
import { randomUuid } from '../exam/attempt-action.ts';
import type { OutboxStore } from '../exam/outbox-store.ts';

/**
 * A diagnosis on this screen. The next question depends on the last answer, so at most one answer is on its way: it
 * is written to the browser's disk first, sent until the server has it, always with the same id, and only then
 * forgotten. A crash or a reload in between finds it there and sends it again, which the server knows by its id.
 */
export type DiagnosisState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly message: string; readonly canRetry: boolean; readonly hasKept: boolean }
  | { readonly kind: 'asking'; readonly diagnosis: Diagnosis; readonly sending: Sending; readonly notice: string }
  | { readonly kind: 'over'; readonly diagnosis: Diagnosis };

/** `memory-only`: the disk refused, so until it is sent the answer lives in this tab alone. */
export type Sending =
  | { readonly kind: 'idle' }
  | { readonly kind: 'on-its-way'; readonly answer: Given }
  | { readonly kind: 'waiting'; readonly answer: Given; readonly isKept: boolean };

/** Shown on its question only: one that comes from the disk may belong to a question that was passed. */
export type Given = { readonly slot: string; readonly response: unknown };

export type DiagnosisParts = {
  readonly diagnosisId: string;
  readonly store: OutboxStore;
  readonly getDiagnosis: (diagnosisId: string) => Promise<Diagnosis>;
  readonly sendAnswer: (diagnosisId: string, answer: AnswerDiagnosis) => Promise<DiagnosisAnswered>;
  /** Milliseconds since 1970, for the record only. */
  readonly now: () => number;
  /** Calls back later; answers how to call it off. */
  readonly later: (run: () => void, milliseconds: number) => () => void;
};

type KeptAnswer = Extract<AttemptEvent, { kind: 'answer' }>;

const FIRST_RETRY_MILLISECONDS = 1000;
const SLOWEST_RETRY_MILLISECONDS = 15_000;
const IDLE: Sending = { kind: 'idle' };

export class DiagnosisSitting {
  readonly #parts: DiagnosisParts;
  readonly #listeners = new Set<() => void>();
  #state: DiagnosisState = { kind: 'loading' };
  #answer: KeptAnswer | undefined;
  #isKept = true;
  #isSending = false;
  #isClosed = false;
  #failures = 0;
  #callOff: () => void = () => undefined;

  constructor(parts: DiagnosisParts) {
    this.#parts = parts;
  }

  state = (): DiagnosisState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  open = async (): Promise<void> => {
    this.#show({ kind: 'loading' });
    this.#answer = await this.#keptAnswer();
    await this.#learn('');
    if (this.#state.kind === 'asking' && this.#answer) await this.#deliver();
  };

  /** Null is "I do not know". Ignored while an answer is under way. */
  answer = async (response: unknown): Promise<void> => {
    if (this.#state.kind !== 'asking' || this.#answer || !this.#state.diagnosis.current) return;
    const { diagnosisId, store, now } = this.#parts;
    const { id: slot } = this.#state.diagnosis.current;
    const answer: KeptAnswer = { id: randomUuid(), at: now(), kind: 'answer', slot, response };
    this.#answer = answer;
    this.#show({ ...this.#state, sending: { kind: 'on-its-way', answer }, notice: '' });
    this.#isKept = await store.add(diagnosisId, answer).then(
      () => true,
      () => false,
    );
    await this.#deliver();
  };

  /** Tries what waits now, as when the network comes back. */
  sync = (): void => {
    if (this.#answer && this.#state.kind === 'asking') void this.#deliver();
  };

  close = (): void => {
    this.#isClosed = true;
    this.#callOff();
    this.#listeners.clear();
  };

  /** A disk that cannot be read holds nothing that could be sent. */
  async #keptAnswer(): Promise<KeptAnswer | undefined> {
    const kept: readonly AttemptEvent[] = await this.#parts.store.load(this.#parts.diagnosisId).catch(() => []);
    return kept.find((event): event is KeptAnswer => event.kind === 'answer');
  }

  async #learn(notice: string): Promise<void> {
    try {
      await this.#take(await this.#parts.getDiagnosis(this.#parts.diagnosisId), notice);
    } catch (thrown) {
      if (!(thrown instanceof ApiProblem)) throw thrown;
      const canRetry = thrown.status === 0 || thrown.status >= 500;
      this.#show({ kind: 'failed', message: thrown.message, canRetry, hasKept: this.#answer !== undefined });
    }
  }

  async #take(diagnosis: Diagnosis, notice: string): Promise<void> {
    if (diagnosis.state === 'over') {
      await this.#forget();
      this.#show({ kind: 'over', diagnosis });
      return;
    }
    const sending: Sending = this.#answer ? { kind: 'on-its-way', answer: this.#answer } : IDLE;
    this.#show({ kind: 'asking', diagnosis, sending, notice });
  }

  async #deliver(): Promise<void> {
    const answer = this.#answer;
    if (!answer || this.#isSending || this.#isClosed || this.#state.kind !== 'asking') return;
    this.#callOff();
    this.#isSending = true;
    this.#show({ ...this.#state, sending: { kind: 'on-its-way', answer } });
    try {
      const { id, at, slot, response } = answer;
      const { diagnosis } = await this.#parts.sendAnswer(this.#parts.diagnosisId, { id, at, question: slot, response });
      this.#failures = 0;
      await this.#forget();
      await this.#take(diagnosis, '');
    } catch (thrown) {
      if (!(thrown instanceof ApiProblem)) throw thrown;
      await this.#fail(thrown);
    } finally {
      this.#isSending = false;
    }
  }

  /** Silence and a broken server pass. A refusal is final: the question that is asked now is shown, and why. */
  async #fail(problem: ApiProblem): Promise<void> {
    const isRefused = problem.status >= 400 && problem.status < 500 && problem.status !== 408 && problem.status !== 429;
    if (isRefused) {
      await this.#forget();
      await this.#learn(problem.message);
      return;
    }
    this.#failures += 1;
    const wait = Math.min(SLOWEST_RETRY_MILLISECONDS, FIRST_RETRY_MILLISECONDS * 2 ** (this.#failures - 1));
    if (this.#isClosed || this.#state.kind !== 'asking' || !this.#answer) return;
    const sending: Sending = { kind: 'waiting', answer: this.#answer, isKept: this.#isKept };
    this.#show({ ...this.#state, sending });
    this.#callOff = this.#parts.later(() => void this.#deliver(), wait);
  }

  /** A removal that fails is harmless: the answer is sent once more, and the server knows its id. */
  async #forget(): Promise<void> {
    const { diagnosisId, store } = this.#parts;
    this.#answer = undefined;
    const kept = await store.load(diagnosisId).catch(() => []);
    if (kept.length > 0) await store.remove(kept.map(({ id }) => id)).catch(() => undefined);
  }

  #show(state: DiagnosisState): void {
    if (this.#isClosed) return;
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
  }
}
