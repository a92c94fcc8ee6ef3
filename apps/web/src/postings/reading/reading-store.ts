import type { LexiconEntry } from '@cairn/postings';
import { sentenceOf } from '../../api.ts';
import type {
  Answer,
  BroughtFile,
  HeldHeading,
  OpenPosting,
  Progress,
  ReaderNews,
  ReaderOrder,
  ReadResume,
  Remark,
} from './messages.ts';

export type Reading = {
  readonly state: 'empty' | 'reading' | 'answered' | 'failed';
  readonly progress: Progress | undefined;
  readonly remarks: readonly Remark[];
  /** Remarks that are only counted. */
  readonly remarksLeftOut: number;
  /** Of everything read so far; while more is read it is the one before. */
  readonly answer: Answer | undefined;
  readonly held: readonly HeldHeading[];
  /** Why reading ended. */
  readonly sentence: string | undefined;
  /** The name under which the answer was kept on the server. */
  readonly keptAs: { readonly id: string; readonly name: string } | undefined;
};

const NOTHING: Reading = {
  state: 'empty',
  progress: undefined,
  remarks: [],
  remarksLeftOut: 0,
  answer: undefined,
  held: [],
  sentence: undefined,
  keptAs: undefined,
};

const CRASHED =
  'Reading ended without an answer; one of the files may be too large for this browser. Bring fewer at once, or use “cairn postings analyze” on the command line.';
/** Handing a file over takes a fraction of a millisecond; so many take less than a frame. */
const BATCH = 10;

/**
 * The postings of this visit. They live beside the pages, in a worker: going to another page and back loses nothing,
 * and reloading forgets all. The worker is started when something is brought.
 */
class ReadingStore {
  #reading = NOTHING;
  #worker: Worker | undefined;
  readonly #listeners = new Set<() => void>();
  #waitingFor: ((posting: OpenPosting | undefined) => void) | undefined;
  #resumeWanted: ((resume: ReadResume) => void) | undefined;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly current = (): Reading => this.#reading;

  /** @throws if there is nothing to be had; what fails later is a remark */
  async bring(files: AsyncIterable<readonly BroughtFile[]>, lexicon: readonly LexiconEntry[]): Promise<void> {
    const worker = this.#workerWith(lexicon);
    let isBegun = false;
    try {
      for await (const some of files) {
        if (worker !== this.#worker) return;
        if (!isBegun) this.#set({ state: 'reading', sentence: undefined, keptAs: undefined });
        isBegun = true;
        await this.#hand(worker, some);
      }
    } catch (error) {
      if (!isBegun) throw error;
      this.#remark({ kind: 'refused', sentence: sentenceOf(error) });
    }
    if (worker === this.#worker) send(worker, { kind: 'bring', files: [], isLast: true });
  }

  /** Counts what was read until now. */
  stop(): void {
    if (this.#worker) send(this.#worker, { kind: 'stop' });
  }

  /** Ends whatever runs, and forgets the postings. */
  forget(): void {
    this.#end();
    this.#reading = NOTHING;
    this.#set({});
  }

  keep(keptAs: Reading['keptAs']): void {
    this.#set({ keptAs });
  }

  open(id: string): Promise<OpenPosting | undefined> {
    const worker = this.#worker;
    if (!worker) return Promise.resolve(undefined);
    this.#waitingFor?.(undefined);
    return new Promise((resolve) => {
      this.#waitingFor = resolve;
      send(worker, { kind: 'open', id });
    });
  }

  readResume(file: BroughtFile, lexicon: readonly LexiconEntry[]): Promise<ReadResume> {
    const worker = this.#workerWith(lexicon);
    return new Promise((resolve) => {
      this.#resumeWanted = resolve;
      send(worker, { kind: 'resume', file });
    });
  }

  async #hand(worker: Worker, files: readonly BroughtFile[]): Promise<void> {
    for (let from = 0; from < files.length && worker === this.#worker; from += BATCH) {
      send(worker, { kind: 'bring', files: files.slice(from, from + BATCH), isLast: false });
      await nextTask();
    }
  }

  #workerWith(lexicon: readonly LexiconEntry[]): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('../postings.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<ReaderNews>) => this.#hear(data));
    worker.addEventListener('error', () => this.#hear({ kind: 'failed', sentence: CRASHED }));
    send(worker, { kind: 'begin', lexicon });
    this.#worker = worker;
    return worker;
  }

  #hear(news: ReaderNews): void {
    switch (news.kind) {
      case 'progress':
        this.#set({ progress: news.progress });
        break;
      case 'remarks':
        this.#remark(...news.remarks);
        this.#set({ remarksLeftOut: this.#reading.remarksLeftOut + news.leftOut });
        break;
      case 'answer':
        this.#set({ state: 'answered', answer: news.answer, held: news.held });
        break;
      case 'posting':
        this.#waitingFor?.(news.posting);
        this.#waitingFor = undefined;
        break;
      case 'resume':
        this.#resumeWanted?.(news.resume);
        this.#resumeWanted = undefined;
        break;
      case 'failed':
        this.#fail(news.sentence);
    }
  }

  #remark(...remarks: readonly Remark[]): void {
    this.#set({ remarks: [...this.#reading.remarks, ...remarks] });
  }

  #fail(sentence: string): void {
    this.#resumeWanted?.({ outcome: 'refused', sentence });
    this.#resumeWanted = undefined;
    this.#end();
    const isReading = this.#reading.state === 'reading';
    this.#set(isReading ? { state: 'failed', sentence, held: [] } : { held: [] });
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#waitingFor?.(undefined);
    this.#waitingFor = undefined;
  }

  #set(next: Partial<Reading>): void {
    this.#reading = { ...this.#reading, ...next };
    for (const listener of this.#listeners) listener();
  }
}

const send = (worker: Worker, order: ReaderOrder): void => worker.postMessage(order);
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export const readingStore = new ReadingStore();
