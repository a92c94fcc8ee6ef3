import type { LabCredentials, RelayAnswer, RelayRequest } from '@cairn/contract';
import { sentenceOf } from '../../api.ts';
import type { Brought, Errand, FromProgram, ToProgram } from './messages.ts';
import { type Ending, isRunning, NO_OUTPUT, type Output, withPiece } from './output.ts';

export const LIMIT_SECONDS = 60;

/** Often enough to be seen at once, seldom enough for a loop that prints. */
const SHOW_MILLISECONDS = 60;

type Files = {
  readonly read: (path: string) => Uint8Array | undefined;
  /** @returns why it was refused */
  readonly write: (path: string, bytes: Uint8Array) => string | undefined;
  readonly list: (path: string) => readonly string[];
};

export type ProgramOptions = {
  readonly credentials: () => Promise<LabCredentials>;
  readonly relay: (request: RelayRequest) => Promise<RelayAnswer>;
  readonly files: () => Promise<Files>;
  readonly advance: (milliseconds: number) => Promise<void>;
  readonly onEnd: () => void;
  readonly openWorker?: () => Worker;
};

const openRunner = (): Worker =>
  new Worker(new URL('./runner/lab-runner.worker.ts', import.meta.url), { type: 'module' });

/** The programs of a run: one at a time, each in a worker of its own that is ended with it. */
export class ProgramRunner {
  readonly #options: ProgramOptions;
  readonly #listeners = new Set<() => void>();
  #output = NO_OUTPUT;
  #worker: Worker | undefined;
  #limit: ReturnType<typeof setTimeout> | undefined;
  #showing: ReturnType<typeof setTimeout> | undefined;
  #startedAt = 0;

  constructor(options: ProgramOptions) {
    this.#options = options;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly output = (): Output => this.#output;

  async run(code: string): Promise<void> {
    if (isRunning(this.#output)) return;
    const run = this.#output.run + 1;
    this.#show({ run, pieces: [], ending: undefined });
    const account = await this.#options.credentials().catch((error: unknown) => {
      this.#end({ kind: 'failed', fault: { message: sentenceOf(error), place: undefined } });
      return undefined;
    });
    if (account === undefined || this.#output.run !== run || !isRunning(this.#output)) return; // stopped meanwhile
    const { endpoint, region, accessKeyId, secretAccessKey } = account;
    this.#startedAt = performance.now();
    this.#limit = setTimeout(() => this.#end({ kind: 'too-long' }), LIMIT_SECONDS * 1_000);
    const worker = this.#open();
    send(worker, { kind: 'run', code, account: { endpoint, region, accessKeyId, secretAccessKey } });
  }

  stop(): void {
    if (isRunning(this.#output)) this.#end({ kind: 'stopped' });
  }

  clear(): void {
    if (!isRunning(this.#output)) this.#show({ ...this.#output, pieces: [], ending: undefined, run: 0 });
  }

  #open(): Worker {
    const worker = (this.#options.openWorker ?? openRunner)();
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<FromProgram>) => this.#take(worker, data));
    worker.addEventListener('error', ({ message }) => {
      const said = message || 'The program could not be started in this browser. Reload the page to try again.';
      if (this.#worker === worker) this.#end({ kind: 'failed', fault: { message: said, place: undefined } });
    });
    return worker;
  }

  #take(worker: Worker, message: FromProgram): void {
    if (this.#worker !== worker) return; // it was ended, and this was under way
    switch (message.kind) {
      case 'printed':
        this.#output = withPiece(this.#output, message);
        this.#showing ??= setTimeout(() => this.#show(this.#output), SHOW_MILLISECONDS);
        return;
      case 'errand':
        void this.#run(message.errand)
          .then((value): ToProgram => ({ kind: 'brought', number: message.number, value }))
          .catch(
            (error: unknown): ToProgram => ({ kind: 'failed', number: message.number, sentence: sentenceOf(error) }),
          )
          .then((answer) => send(worker, answer));
        return;
      case 'ended':
        if (message.fault) this.#end({ kind: 'failed', fault: message.fault });
        else this.#end({ kind: 'done', seconds: (performance.now() - this.#startedAt) / 1_000 });
    }
  }

  async #run(errand: Errand): Promise<Brought[Errand['kind']]> {
    if (errand.kind === 'relay') return this.#options.relay(errand.request);
    if (errand.kind === 'advance') {
      await this.#options.advance(errand.milliseconds);
      return undefined;
    }
    const files = await this.#options.files();
    if (errand.kind === 'read') return files.read(errand.path);
    return errand.kind === 'list' ? files.list(errand.path) : files.write(errand.path, errand.bytes);
  }

  #end(ending: Ending): void {
    clearTimeout(this.#limit);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#show({ ...this.#output, ending });
    this.#options.onEnd();
  }

  #show(output: Output): void {
    clearTimeout(this.#showing);
    this.#showing = undefined;
    this.#output = { ...output };
    for (const listener of this.#listeners) listener();
  }
}

const send = (worker: Worker, message: ToProgram): void => worker.postMessage(message);
