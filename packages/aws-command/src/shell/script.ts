/** A piece of a word. What is quoted is never split at spaces. */
export type WordPart =
  | { readonly kind: 'text'; readonly text: string; readonly isQuoted: boolean }
  | { readonly kind: 'variable'; readonly name: string; readonly fallback: string; readonly isQuoted: boolean }
  | { readonly kind: 'command'; readonly script: Script; readonly isQuoted: boolean };

export type Word = readonly WordPart[];

export interface Redirect {
  readonly from: 'stdout' | 'stderr' | 'both';
  readonly mode: 'write' | 'append';
  /** A file, or the other stream (`2>&1`). */
  readonly to: Word | 'stdout' | 'stderr';
}

/** What a command reads: the lines of `<<EOF`, a word after `<<<` (with a newline at its end), or a file. */
export interface Input {
  readonly kind: 'document' | 'word' | 'file';
  readonly text: Word;
}

export interface ShellCommand {
  readonly assignments: readonly { readonly name: string; readonly value: Word }[];
  readonly words: readonly Word[];
  /** A loop or the like, in the place of words. */
  readonly compound: Compound | undefined;
  readonly redirects: readonly Redirect[];
  readonly input: Input | undefined;
}

/** Commands around commands. */
export type Compound =
  | { readonly kind: 'for'; readonly name: string; readonly words: readonly Word[]; readonly body: Script }
  | { readonly kind: 'while' | 'until'; readonly condition: Script; readonly body: Script }
  | { readonly kind: 'if'; readonly branches: readonly Branch[]; readonly otherwise: Script }
  | { readonly kind: 'case'; readonly word: Word; readonly cases: readonly Case[] }
  | { readonly kind: 'group'; readonly body: Script };

export interface Branch {
  readonly condition: Script;
  readonly body: Script;
}

export interface Case {
  readonly patterns: readonly Word[];
  readonly body: Script;
}

/** Commands of which each reads what the one before prints; most often one. */
export interface Step {
  readonly pipeline: readonly ShellCommand[];
  readonly after: 'always' | 'success' | 'failure';
}

/** Steps one after another; some only if the one before went well (`&&`) or not (`||`). */
export type Script = readonly Step[];

export type ParsedScript =
  | { readonly kind: 'script'; readonly script: Script }
  /** A quote, a bracket, a loop or a `<<` document is still open: more lines may come. */
  | { readonly kind: 'incomplete'; readonly message: string }
  | { readonly kind: 'refused'; readonly message: string };

/** Thrown while parsing; `parseCommandLine` makes an outcome of it. */
export class ScriptFault extends Error {
  override readonly name = 'ScriptFault';
  readonly kind: 'incomplete' | 'refused';

  constructor(kind: 'incomplete' | 'refused', message: string) {
    super(message);
    this.kind = kind;
  }
}
