import { CommandFailure } from '../command/failure.ts';
import { OUTPUT_FORMATS } from '../command/globals.ts';
import { similarNames } from '../command/similar.ts';
import type { Host, Send } from '../run/cloud.ts';
import type { Session } from '../run/session.ts';
import type { Builtin, LineSource } from './builtin.ts';
import { BUILTINS } from './builtins.ts';
import { expandPattern, expandText, expandWord, type Surroundings } from './expand.ts';
import { VirtualFolder } from './folder.ts';
import { Jump } from './jump.ts';
import { parseCommandLine } from './parse-script.ts';
import { type OutputPiece, PieceQueue, type Streams } from './pieces.ts';
import { redirected } from './redirect.ts';
import { runCompound } from './run-compound.ts';
import type { Compound, Input, Script, ShellCommand, Step } from './script.ts';

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
    const running: Running = {
      host: { ...this.#options, send },
      signal,
      input: undefined,
      strictness: { isOn: false },
      isAsked: false,
      clear: () => queue.push({ kind: 'clear' }),
    };
    const finished = this.#runText(line, streams, running).then((exitCode) => queue.push({ kind: 'exit', exitCode }));
    return follow(
      queue,
      finished.finally(() => queue.close()),
    );
  }

  async #runText(line: string, streams: Streams, running: Running): Promise<number> {
    const parsed = parseCommandLine(line);
    if (parsed.kind === 'script') return this.#untilExit(() => this.#runScript(parsed.script, streams, running));
    streams.err(`${parsed.message}\n`);
    this.lastExitCode = SYNTAX;
    return SYNTAX;
  }

  /** `exit` ends the line, not the terminal. */
  async #untilExit(run: () => Promise<number>): Promise<number> {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof Jump)) throw error;
      this.lastExitCode = error.exitCode;
      return error.exitCode;
    }
  }

  async #runScript(script: Script, streams: Streams, running: Running): Promise<number> {
    if (script.length === 0) this.lastExitCode = 0;
    for (const [index, { pipeline, after }] of script.entries()) {
      if (after === 'success' && this.lastExitCode !== 0) continue;
      if (after === 'failure' && this.lastExitCode === 0) continue;
      this.lastExitCode = await this.#runPipeline(pipeline, streams, running);
      if (running.signal?.aborted) return INTERRUPTED;
      this.#endIfStrict(script[index + 1], running);
    }
    return this.lastExitCode;
  }

  /** `set -e`: a failure that nobody asks for, by `||` or in a condition, ends the text. */
  #endIfStrict(next: Step | undefined, { strictness, isAsked }: Running): void {
    if (this.lastExitCode === 0 || !strictness.isOn || isAsked || (next && next.after !== 'always')) return;
    throw new Jump('exit', this.lastExitCode);
  }

  async #runPipeline(commands: Step['pipeline'], streams: Streams, running: Running): Promise<number> {
    let { input } = running;
    let exitCode = 0;
    for (const [index, command] of commands.entries()) {
      const texts: string[] = [];
      const isLast = index === commands.length - 1;
      const out = isLast ? streams.out : (text: string) => texts.push(text);
      exitCode = await this.#guarded(command, { ...streams, out }, { ...running, input });
      input = { rest: texts.join('') };
    }
    return exitCode;
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
    const input = command.input === undefined ? running.input : await this.#inputOf(command.input, around);
    const targets = await redirected(command.redirects, streams, (word) => expandText(word, around));
    const exitCode = command.compound
      ? await this.#runCompound(command.compound, targets.streams, { ...running, input })
      : await this.#runSimple(command, targets.streams, { ...running, input });
    const fault = targets.writeTo(this.files, running.host.now());
    if (fault === undefined) return exitCode;
    streams.err(`${fault}\n`);
    return 1;
  }

  async #inputOf({ kind, text }: Input, around: Surroundings): Promise<LineSource> {
    const given = await expandText(text, around);
    if (kind !== 'file') return { rest: kind === 'word' ? `${given}\n` : given };
    const bytes = this.files.read(given);
    if (bytes === undefined) throw new CommandFailure(`${given}: No such file or directory\n`, 1);
    return { rest: new TextDecoder().decode(bytes) };
  }

  async #runSimple(command: ShellCommand, streams: Streams, running: Running): Promise<number> {
    const around = this.#surroundings(streams, running);
    const words = (await Promise.all(command.words.map((word) => expandWord(word, around)))).flat();
    const assigned: [string, string][] = [];
    for (const { name, value } of command.assignments) assigned.push([name, await expandText(value, around)]);
    const [name, ...rest] = words;
    if (name === undefined) {
      for (const [variable, value] of assigned) this.environment.set(variable, value);
      return around.exitCode;
    }
    const environment = assigned.length === 0 ? this.environment : new Map([...this.environment, ...assigned]);
    const { input, strictness, clear } = running;
    const session = { ...this.#session(streams, environment, running), input: input?.rest };
    return runNamed(name, rest, {
      ...{ session, environment, input, strictness, clear },
      variables: this.environment,
      history: this.history,
    });
  }

  #runCompound(compound: Compound, streams: Streams, running: Running): Promise<number> {
    const around = this.#surroundings(streams, running);
    return runCompound(compound, {
      run: (script) => this.#runScript(script, streams, running),
      ask: (script) => this.#runScript(script, streams, { ...running, isAsked: true }),
      words: (word) => expandWord(word, around),
      text: (word) => expandText(word, around),
      pattern: (word) => expandPattern(word, around),
      set: (name, value) => this.environment.set(name, value),
      breathe: async () => {
        await running.host.sleep(0, running.signal); // a loop without an end must not keep a page from answering
        return running.signal?.aborted !== true;
      },
    });
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
        const inner = { out: (text: string) => texts.push(text), err: streams.err };
        exitCode = await shell.#untilExit(() => shell.#runScript(script, inner, running));
        return texts.join('');
      },
    };
  }
}

interface Running {
  readonly host: Host;
  readonly signal: AbortSignal | undefined;
  /** What commands read that are given nothing of their own. */
  readonly input: LineSource | undefined;
  /** `set -e`, for this line. */
  readonly strictness: { isOn: boolean };
  /** In a condition: what fails is an answer. */
  readonly isAsked: boolean;
  clear(): void;
}

async function* follow(queue: PieceQueue, finished: Promise<unknown>): AsyncGenerator<OutputPiece> {
  yield* queue;
  await finished; // a bug is told to whoever iterates
}

function runNamed(name: string, words: readonly string[], builtin: Builtin) {
  const run = BUILTINS.get(name);
  if (run) return run(words, builtin);
  const [similar] = similarNames(name, [...BUILTINS.keys()]);
  const hint = similar === undefined ? 'help lists the commands of this terminal' : `did you mean ${similar}?`;
  builtin.session.err(`${name}: command not found; ${hint}\n`);
  return NOT_FOUND;
}
