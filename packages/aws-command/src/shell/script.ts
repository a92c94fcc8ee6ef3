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

export interface ShellCommand {
  readonly assignments: readonly { readonly name: string; readonly value: Word }[];
  readonly words: readonly Word[];
  readonly redirects: readonly Redirect[];
  /** Lines of `<<EOF`. */
  readonly input: Word | undefined;
}

/** Commands one after another; some only if the one before went well (`&&`) or not (`||`). */
export type Script = readonly { readonly command: ShellCommand; readonly after: 'always' | 'success' | 'failure' }[];

export type ParsedScript =
  | { readonly kind: 'script'; readonly script: Script }
  /** A quote, a bracket or a `<<` document is still open: more lines may come. */
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
