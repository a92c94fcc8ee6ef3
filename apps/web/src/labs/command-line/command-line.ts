import { clientFor, completions, type Host, type Send, Shell } from '@cairn/aws-command';
import { type Completed, complete, serviceIn } from './completing.ts';
import { begun, type Entry, ended, printed } from './entries.ts';
import { keep, recall } from './memory.ts';
import { fetchModel, findModel } from './models.ts';

type Options = {
  readonly run: string;
  readonly region: string;
  readonly send: Send;
  readonly presign: NonNullable<Host['presign']>;
  readonly advance: NonNullable<Host['advance']>;
  readonly onEnd: () => void;
};

/** The command line of a run: it lives as long as the page, whichever tab is on the screen. */
export class CommandLine {
  readonly shell: Shell;
  readonly #options: Options;
  readonly #listeners = new Set<() => void>();
  #entries: readonly Entry[];
  #stopper: AbortController | undefined;

  constructor(options: Options) {
    this.#options = options;
    this.shell = new Shell({
      models: fetchModel,
      sleep: sleepUnlessStopped,
      now: () => new Date(),
      presign: options.presign,
      advance: options.advance,
      binaryFormat: 'raw-in-base64-out', // as in the configuration that the learner's own terminal gets
      environment: { AWS_DEFAULT_REGION: options.region },
    });
    this.#entries = recall(options.run, this.shell, new Date());
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly entries = (): readonly Entry[] => this.#entries;

  /** The files of this terminal, for what else in the page works with them. A reload finds what was written. */
  readonly files = {
    read: (path: string): Uint8Array | undefined => this.shell.files.read(path),
    list: (path: string): readonly string[] => this.shell.files.list(path),
    write: (path: string, bytes: Uint8Array): string | undefined => {
      const refused = this.shell.files.write(path, bytes, new Date());
      keep(this.#options.run, this.shell, this.#entries);
      return refused;
    },
  };

  async run(line: string): Promise<void> {
    const number = (this.#entries.at(-1)?.number ?? 0) + 1;
    const stopper = new AbortController();
    this.#stopper = stopper;
    this.#show(begun(this.#entries, number, line));
    try {
      for await (const piece of this.shell.run(line, this.#options.send, stopper.signal)) {
        if (piece.kind === 'clear') this.#show(begun([], number, line));
        else if (piece.kind === 'exit') this.#show(ended(this.#entries, number, piece.exitCode));
        else this.#show(printed(this.#entries, number, piece));
      }
    } catch (error) {
      const text = `This should not have happened: ${error instanceof Error ? error.message : String(error)}\n`;
      this.#show(ended(printed(this.#entries, number, { kind: 'stderr', text }), number, 1));
    }
    keep(this.#options.run, this.shell, this.#entries);
    this.#options.onEnd();
  }

  stop(): void {
    this.#stopper?.abort();
  }

  clear(): void {
    this.#show([]);
    keep(this.#options.run, this.shell, []);
  }

  async complete(line: string, cursor: number): Promise<Completed | undefined> {
    const service = serviceIn(line.slice(0, cursor));
    const client = service === undefined ? undefined : clientFor([service]);
    if (client !== undefined) await fetchModel(client);
    return complete(line, cursor, completions(line, cursor, findModel));
  }

  #show(entries: readonly Entry[]): void {
    this.#entries = entries;
    for (const listener of this.#listeners) listener();
  }
}

function sleepUnlessStopped(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
