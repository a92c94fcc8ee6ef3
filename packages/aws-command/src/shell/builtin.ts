import type { Session } from '../run/session.ts';

/** What a built-in command sees beside its words. */
export interface Builtin {
  readonly session: Session;
  readonly environment: Map<string, string>;
  /** Those of the terminal; `environment` may hold some for this command only. */
  readonly variables: Map<string, string>;
  readonly input: LineSource | undefined;
  readonly strictness: { isOn: boolean };
  readonly history: readonly string[];
  clear(): void;
}

/** What commands may read, which gets less with each line that is taken. */
export interface LineSource {
  rest: string;
}

/** @returns the exit code */
export type Run = (words: readonly string[], builtin: Builtin) => number | Promise<number>;
