import type { PatternTree } from './pattern-tree.ts';

/**
 * Thompson's construction: a pattern as a program whose threads run side by side, so that the time is the length of
 * the text times the length of the program, whatever the pattern.
 *
 * @see Ken Thompson (1968), Regular expression search algorithm, CACM 11(6); Russ Cox (2007), swtch.com/~rsc/regexp
 */
export class PatternMachine {
  readonly #program: readonly Step[];

  private constructor(program: readonly Step[]) {
    this.#program = program;
  }

  /** Undefined when the program would be longer than `MAX_STEPS`, or a class of letters is not valid. */
  static of(tree: PatternTree): PatternMachine | undefined {
    const program: Step[] = [];
    try {
      emit(program, tree);
    } catch (error) {
      if (error instanceof SyntaxError || error instanceof TooLong) return undefined;
      throw error;
    }
    program.push({ kind: 'accept' });
    return new PatternMachine(program);
  }

  /** Whether the whole of `text` matches. */
  matches(text: string): boolean {
    const letters = [...text];
    let threads = this.#follow([0], 0, letters.length);
    for (const [index, letter] of letters.entries()) {
      const next: number[] = [];
      for (const at of threads) {
        const step = this.#program[at];
        if (step?.kind === 'letter' && step.accepts(letter)) next.push(at + 1);
      }
      if (next.length === 0) return false;
      threads = this.#follow(next, index + 1, letters.length);
    }
    return threads.some((at) => this.#program[at]?.kind === 'accept');
  }

  /** Threads after all steps that consume no letter. */
  #follow(starts: readonly number[], position: number, length: number): readonly number[] {
    const seen = new Uint8Array(this.#program.length);
    const pending = [...starts].reverse();
    const reached: number[] = [];
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      if (seen[at]) continue;
      seen[at] = 1;
      const onwards = this.#passes(at, position, length);
      if (onwards) pending.push(...onwards);
      else reached.push(at);
    }
    return reached;
  }

  /** Where a step leads that consumes no letter; undefined for a step that waits for one. */
  #passes(at: number, position: number, length: number): readonly number[] | undefined {
    const step = this.#program[at];
    switch (step?.kind) {
      case 'fork':
        return step.to;
      case 'start':
        return position === 0 ? [at + 1] : [];
      case 'end':
        return position === length ? [at + 1] : [];
      default:
        return undefined;
    }
  }
}

type Step =
  | { readonly kind: 'letter'; readonly accepts: (letter: string) => boolean }
  | { readonly kind: 'fork'; to: readonly number[] }
  | { readonly kind: 'start' | 'end' | 'accept' };

const MAX_STEPS = 10_000;

class TooLong extends Error {}

function emit(program: Step[], tree: PatternTree): void {
  if (program.length > MAX_STEPS) throw new TooLong();
  switch (tree.kind) {
    case 'letter':
      program.push({ kind: 'letter', accepts: letterTest(tree.source) });
      return;
    case 'start':
    case 'end':
      program.push({ kind: tree.kind });
      return;
    case 'sequence':
      for (const part of tree.parts) emit(program, part);
      return;
    case 'choice':
      emitChoice(program, tree.parts);
      return;
    case 'repeat':
      emitRepeat(program, tree);
  }
}

function emitChoice(program: Step[], parts: readonly PatternTree[]): void {
  const fork = pushFork(program);
  const starts: number[] = [];
  const exits: { to: readonly number[] }[] = [];
  for (const part of parts) {
    starts.push(program.length);
    emit(program, part);
    exits.push(pushFork(program));
  }
  fork.to = starts;
  for (const exit of exits) exit.to = [program.length];
}

function emitRepeat(program: Step[], { part, min, max }: PatternTree & { kind: 'repeat' }): void {
  for (let count = 0; count < min; count += 1) emit(program, part);
  if (max === Number.POSITIVE_INFINITY) {
    const start = program.length;
    const fork = pushFork(program);
    emit(program, part);
    program.push({ kind: 'fork', to: [start] });
    fork.to = [start + 1, program.length];
    return;
  }
  const forks: { to: readonly number[] }[] = [];
  for (let count = min; count < max; count += 1) {
    const fork = pushFork(program);
    fork.to = [program.length];
    forks.push(fork);
    emit(program, part);
  }
  for (const fork of forks) fork.to = [...fork.to, program.length];
}

function pushFork(program: Step[]): { to: readonly number[] } {
  const fork: Step = { kind: 'fork', to: [] };
  program.push(fork);
  return fork;
}

const tests = new Map<string, (letter: string) => boolean>();

/** One letter against one letter, escape or class: that much is left to the language's own expressions. */
function letterTest(source: string): (letter: string) => boolean {
  const known = tests.get(source);
  if (known) return known;
  const expression = letterExpression(source);
  const results = new Map<string, boolean>();
  const test = (letter: string): boolean => {
    const result = results.get(letter) ?? expression.test(letter);
    if (results.size < 256) results.set(letter, result);
    return result;
  };
  tests.set(source, test);
  return test;
}

function letterExpression(source: string): RegExp {
  try {
    return new RegExp(`^${source}$`, 'u');
  } catch {
    return new RegExp(`^${source}$`); // escapes that are needless are forgiven without the flag
  }
}
