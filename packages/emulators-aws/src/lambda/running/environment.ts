import type { ChildProcess } from 'node:child_process';
import { Bridge, type Dispatch } from './bridge.ts';
import type { AnswerMessage, FromFunction, FunctionFault, ToFunction } from './messages.ts';
import { spawn } from './spawn.ts';
import { createWorkspace, type Workspace } from './workspace.ts';

/** Lambda gives a function ten seconds to load, whatever its time-out. */
const INIT_LIMIT_MILLISECONDS = 10_000;
const MOST_OUTPUT_CHARACTERS = 1024 * 1024;

export interface Program {
  readonly archive: Uint8Array;
  readonly handlerName: string;
  readonly memoryMegabytes: number;
  readonly environment: Readonly<Record<string, string>>;
  /** `host:port` of the sandbox, when it listens. */
  readonly endpoint: string | undefined;
}

export interface Invocation {
  readonly requestId: string;
  /** JSON. */
  readonly event: string;
  readonly context: Readonly<Record<string, unknown>>;
  readonly limitMilliseconds: number;
  readonly clockAhead: number;
  readonly dispatch: Dispatch;
}

/** How an invocation ended, with what the function printed and used. */
export type Outcome = (
  | { readonly kind: 'returned'; readonly payload: string }
  | { readonly kind: 'failed'; readonly error: FunctionFault }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'exited'; readonly reason: string }
) & {
  readonly output: string;
  readonly milliseconds: number;
  readonly memoryBytes: number;
};

type Ending =
  | { readonly kind: 'returned'; readonly payload: string; readonly memoryBytes: number }
  | { readonly kind: 'failed'; readonly error: FunctionFault; readonly memoryBytes: number }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'exited'; readonly reason: string };

/**
 * A process of its own for one function: it may read its code and the SDK, write to its own temporary directory, start
 * nothing and connect nowhere, and is killed when its time is up. One invocation at a time.
 */
export class Environment {
  readonly #child: ChildProcess;
  readonly #workspace: Workspace;
  readonly #bridge: Bridge;
  #dispatch: Dispatch;
  #output = '';
  #end: ((ending: Ending) => void) | undefined;
  #fault: FunctionFault | undefined;
  /** Set once the process cannot take another invocation. */
  isSpent = false;
  /** How long it took to load, in milliseconds; told with the first invocation. */
  initMilliseconds = 0;

  private constructor(child: ChildProcess, workspace: Workspace, dispatch: Dispatch) {
    this.#child = child;
    this.#workspace = workspace;
    this.#dispatch = dispatch;
    this.#bridge = new Bridge((message) => this.#send(message));
    child.on('message', (message) => this.#hear(message as FromFunction)); // our own bootstrap speaks there
    child.on('exit', (code, signal) => this.#exited(code, signal));
    child.on('error', () => this.#exited(null, null)); // could not be started: as if it had ended at once
  }

  /** Starts a process and loads the function in it. A function that cannot be loaded says so at its invocation. */
  static async start(program: Program, dispatch: Dispatch): Promise<Environment> {
    const workspace = await createWorkspace(program.archive);
    const environment = new Environment(spawn(program.memoryMegabytes, workspace), workspace, dispatch);
    await environment.#init(program);
    return environment;
  }

  async #init({ environment, handlerName, endpoint }: Program): Promise<void> {
    const startedAt = performance.now();
    const { taskRoot } = this.#workspace;
    const ready = this.#ended(INIT_LIMIT_MILLISECONDS);
    void this.#send({
      kind: 'start',
      environment: { ...environment, LAMBDA_TASK_ROOT: taskRoot },
      taskRoot,
      handlerName,
      endpoint,
    });
    const ending = await ready;
    this.initMilliseconds = performance.now() - startedAt;
    if (ending.kind === 'returned') return;
    this.#fault =
      ending.kind === 'failed'
        ? ending.error
        : { errorType: 'Runtime.ExitError', errorMessage: ending.kind === 'exited' ? ending.reason : 'Init timed out' };
    this.isSpent = true;
  }

  async run({ requestId, event, context, limitMilliseconds, clockAhead, dispatch }: Invocation): Promise<Outcome> {
    this.#dispatch = dispatch;
    const startedAt = performance.now();
    const deadline = Date.now() + limitMilliseconds;
    let ending: Ending;
    if (this.#fault) ending = { kind: 'failed', error: this.#fault, memoryBytes: 0 };
    else {
      const ended = this.#ended(limitMilliseconds);
      void this.#send({ kind: 'invoke', requestId, event, context, deadline, clockAhead });
      ending = await ended;
    }
    if (ending.kind === 'timed-out' || ending.kind === 'exited') this.isSpent = true;
    const output = this.#output;
    this.#output = '';
    return { memoryBytes: 0, ...ending, output, milliseconds: performance.now() - startedAt };
  }

  /** Lets the host's own process end while this one idles. */
  rest(isResting: boolean): void {
    if (isResting) {
      this.#child.unref();
      this.#child.channel?.unref();
    } else {
      this.#child.ref();
      this.#child.channel?.ref();
    }
  }

  async close(): Promise<void> {
    this.isSpent = true;
    this.#bridge.close();
    this.#child.kill('SIGKILL');
    await this.#workspace.remove();
  }

  #ended(limitMilliseconds: number): Promise<Ending> {
    if (this.isSpent) return Promise.resolve({ kind: 'exited', reason: 'Runtime exited without providing a reason' });
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#end?.({ kind: 'timed-out' }), limitMilliseconds);
      this.#end = (ending) => {
        clearTimeout(timer);
        this.#end = undefined;
        resolve(ending);
      };
    });
  }

  #hear(message: FromFunction): void {
    switch (message.kind) {
      case 'ready':
        this.#end?.({ kind: 'returned', payload: '', memoryBytes: 0 });
        return;
      case 'broken':
        this.#end?.({ kind: 'failed', error: message.error, memoryBytes: 0 });
        return;
      case 'output':
        if (this.#output.length < MOST_OUTPUT_CHARACTERS) this.#output += message.text;
        return;
      case 'request':
        void this.#bridge.answer(message, this.#dispatch);
        return;
      case 'cancel':
        this.#bridge.cancel(message.id);
        return;
      case 'returned':
      case 'failed':
        this.#end?.(message);
    }
  }

  #exited(code: number | null, signal: NodeJS.Signals | null): void {
    this.isSpent = true;
    this.#bridge.close();
    this.#end?.({ kind: 'exited', reason: exitReason(code, signal) });
  }

  /** Resolves also when the process is gone: its end is told by `exit`. */
  #send(message: ToFunction | AnswerMessage): Promise<void> {
    return new Promise((resolve) => {
      if (this.#child.connected) this.#child.send(message, () => resolve());
      else resolve();
    });
  }
}

function exitReason(code: number | null, signal: NodeJS.Signals | null): string {
  if (signal === 'SIGABRT') return 'Runtime exited with error: signal: aborted (core dumped)'; // V8 out of memory
  if (signal) return 'Runtime exited with error: signal: killed';
  if (code === 0 || code === null) return 'Runtime exited without providing a reason';
  return `Runtime exited with error: exit status ${code}`;
}
