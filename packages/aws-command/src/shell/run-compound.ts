import { Jump } from './jump.ts';
import type { Branch, Compound, Script, Word } from './script.ts';

/** What loops and the like need of the terminal. */
export interface CompoundRunner {
  /** @returns the exit code */
  run(script: Script): Promise<number>;
  /** As `run`, of commands that may fail: they are asked, not told. */
  ask(script: Script): Promise<number>;
  words(word: Word): Promise<readonly string[]>;
  text(word: Word): Promise<string>;
  pattern(word: Word): Promise<RegExp>;
  set(name: string, value: string): void;
  /** Lets others have their turn. @returns whether to go on */
  breathe(): Promise<boolean>;
}

/** @returns the exit code */
export async function runCompound(compound: Compound, runner: CompoundRunner): Promise<number> {
  switch (compound.kind) {
    case 'group':
      return runner.run(compound.body);
    case 'if':
      return runIf(compound.branches, compound.otherwise, runner);
    case 'for':
      return runFor(compound, runner);
    case 'while':
    case 'until':
      return runWhile(compound, runner);
    case 'case':
      return runCase(compound, runner);
  }
}

async function runIf(branches: readonly Branch[], otherwise: Script, runner: CompoundRunner): Promise<number> {
  for (const { condition, body } of branches) {
    if ((await runner.ask(condition)) === 0) return runner.run(body);
  }
  return otherwise.length === 0 ? 0 : runner.run(otherwise);
}

async function runFor({ name, words, body }: Extract<Compound, { kind: 'for' }>, runner: CompoundRunner) {
  let exitCode = 0;
  const values = (await Promise.all(words.map((word) => runner.words(word)))).flat();
  for (const value of values) {
    if (!(await runner.breathe())) break;
    runner.set(name, value);
    const turn = await runTurn(body, runner);
    exitCode = turn.exitCode;
    if (turn.isLast) break;
  }
  return exitCode;
}

async function runWhile(
  { kind, condition, body }: Extract<Compound, { kind: 'while' | 'until' }>,
  runner: CompoundRunner,
): Promise<number> {
  let exitCode = 0;
  while (await runner.breathe()) {
    const isMet = (await runner.ask(condition)) === 0;
    if (isMet !== (kind === 'while')) break;
    const turn = await runTurn(body, runner);
    exitCode = turn.exitCode;
    if (turn.isLast) break;
  }
  return exitCode;
}

async function runTurn(body: Script, runner: CompoundRunner): Promise<{ exitCode: number; isLast: boolean }> {
  try {
    return { exitCode: await runner.run(body), isLast: false };
  } catch (error) {
    if (!(error instanceof Jump) || error.kind === 'exit') throw error;
    return { exitCode: 0, isLast: error.kind === 'break' };
  }
}

async function runCase({ word, cases }: Extract<Compound, { kind: 'case' }>, runner: CompoundRunner): Promise<number> {
  const text = await runner.text(word);
  for (const { patterns, body } of cases) {
    for (const pattern of patterns) {
      if ((await runner.pattern(pattern)).test(text)) return runner.run(body);
    }
  }
  return 0;
}
