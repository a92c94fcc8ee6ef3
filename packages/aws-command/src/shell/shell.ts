import { CommandFailure } from '../command/failure.ts';
import { OUTPUT_FORMATS } from '../command/globals.ts';
import { similarNames } from '../command/similar.ts';
import type { Host, Send } from '../run/cloud.ts';
import type { Session } from '../run/session.ts';
import { BUILTINS } from './builtins.ts';
import { expandText, expandWord, type Surroundings } from './expand.ts';
import { VirtualFolder } from './folder.ts';
import { parseCommandLine } from './parse-script.ts';
import { type OutputPiece, PieceQueue, type Streams } from './pieces.ts';
import { redirected } from './redirect.ts';
import type { Script, ShellCommand } from './script.ts';

export interface ShellOptions extends Omit<Host, 'send'> {
  readonly environment?: Readonly<Record<string, string>>;
  /** Columns of the terminal; tables wider than this are turned on their side. */
  readonly width?: number;
}

const MOST_HISTORY = 1_000;
const NOT_FOUND = 127;
const INTERRUPTED = 130;
const SYNTAX = 2;

/** A terminal: its variables, files and history, and lines that run one after another. */
export class Shell {
  readonly environment: Map<string, string>;
  readonly files = new VirtualFolder();
  readonly history: string[] = [];
  width: number;
  /** Exit code of the last command: `$?`. */
  lastExitCode = 0;
  readonly #options: ShellOptions;

  constructor(options: ShellOptions) {
    this.#options = options;
    this.environment = new Map(Object.entries(options.environment ?? {}));
    this.width = options.width ?? 80;
  }

  /**
   * Runs a line, or several of them.
   *
   * @param send calls the cloud
   * @returns what it prints, as it comes, and the exit code at the end; only a bug rejects it
   */
  run(line: string, send: Send, signal?: AbortSignal): AsyncIterable<OutputPiece> {
    const queue = new PieceQueue();
    const streams: Streams = {
      out: (text) => text !== '' && queue.push({ kind: 'stdout', text }),
      err: (text) => text !== '' && queue.push({ kind: 'stderr', text }),
    };
    if (line.trim() !== '') this.history.push(line);
    if (this.history.length > MOST_HISTORY) this.history.shift();
    const running: Running = { host: { ...this.#options, send }, signal, clear: () => queue.push({ kind: 'clear' }) };
    const finished = this.#runText(line, streams, running).then((exitCode) => queue.push({ kind: 'exit', exitCode }));
    return follow(
      queue,
      finished.finally(() => queue.close()),
    );
  }

  async #runText(line: string, streams: Streams, running: Running): Promise<number> {
    const parsed = parseCommandLine(line);
    if (parsed.kind === 'script') return this.#runScript(parsed.script, streams, running);
    streams.err(`${parsed.message}\n`);
    this.lastExitCode = SYNTAX;
    return SYNTAX;
  }

  async #runScript(script: Script, streams: Streams, running: Running): Promise<number> {
    for (const { command, after } of script) {
      if (after === 'success' && this.lastExitCode !== 0) continue;
      if (after === 'failure' && this.lastExitCode === 0) continue;
      this.lastExitCode = await this.#guarded(command, streams, running);
      if (running.signal?.aborted) return INTERRUPTED;
    }
    return this.lastExitCode;
  }

  async #guarded(command: ShellCommand, streams: Streams, running: Running): Promise<number> {
    try {
      return await this.#runCommand(command, streams, running);
    } catch (error) {
      if (running.signal?.aborted) return INTERRUPTED;
      if (!(error instanceof CommandFailure)) throw error;
      streams.err(error.message);
      return error.exitCode;
    }
  }

  async #runCommand(command: ShellCommand, streams: Streams, running: Running): Promise<number> {
    const around = this.#surroundings(streams, running);
    const words = (await Promise.all(command.words.map((word) => expandWord(word, around)))).flat();
    const input = command.input === undefined ? undefined : await expandText(command.input, around);
    const assigned: [string, string][] = [];
    for (const { name, value } of command.assignments) assigned.push([name, await expandText(value, around)]);
    const [name, ...rest] = words;
    if (name === undefined) {
      for (const [variable, value] of assigned) this.environment.set(variable, value);
      return around.exitCode;
    }
    const environment = assigned.length === 0 ? this.environment : new Map([...this.environment, ...assigned]);
    const targets = await redirected(command.redirects, streams, (word) => expandText(word, around));
    const session = { ...this.#session(targets.streams, environment, running), input };
    const exitCode = await runNamed(name, rest, { session, environment, history: this.history, clear: running.clear });
    const fault = targets.writeTo(this.files, running.host.now());
    if (fault === undefined) return exitCode;
    streams.err(`${fault}\n`);
    return 1;
  }

  #session(
    { out, err }: Streams,
    environment: ReadonlyMap<string, string>,
    { host, signal }: Running,
  ): Omit<Session, 'input'> {
    const wanted = environment.get('AWS_DEFAULT_OUTPUT');
    const defaults = {
      output: OUTPUT_FORMATS.find((one) => one === wanted) ?? 'json',
      region: environment.get('AWS_REGION') ?? environment.get('AWS_DEFAULT_REGION'),
      width: this.width,
    };
    return { host, files: this.files, signal, defaults, out, err };
  }

  /** For `$NAME` and `$(…)`. `exitCode` is that of the last `$(…)`: what `NAME=$(…)` ends with. */
  #surroundings(streams: Streams, running: Running): Surroundings & { readonly exitCode: number } {
    const shell = this;
    let exitCode = 0;
    return {
      get exitCode() {
        return exitCode;
      },
      variable: (name) => (name === '?' ? String(shell.lastExitCode) : shell.environment.get(name)),
      async output(script) {
        const texts: string[] = [];
        exitCode = await shell.#runScript(script, { out: (text) => texts.push(text), err: streams.err }, running);
        return texts.join('');
      },
    };
  }
}

interface Running {
  readonly host: Host;
  readonly signal: AbortSignal | undefined;
  clear(): void;
}

async function* follow(queue: PieceQueue, finished: Promise<unknown>): AsyncGenerator<OutputPiece> {
  yield* queue;
  await finished; // a bug is told to whoever iterates
}

function runNamed(
  name: string,
  words: readonly string[],
  builtin: Parameters<NonNullable<ReturnType<typeof BUILTINS.get>>>[1],
) {
  const run = BUILTINS.get(name);
  if (run) return run(words, builtin);
  const [similar] = similarNames(name, [...BUILTINS.keys()]);
  const hint = similar === undefined ? 'help lists the commands of this terminal' : `did you mean ${similar}?`;
  builtin.session.err(`${name}: command not found; ${hint}\n`);
  return NOT_FOUND;
}
