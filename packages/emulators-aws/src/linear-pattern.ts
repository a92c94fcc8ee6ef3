import { RE2JS } from 're2js';

const LONGEST_SOURCE = 500;

export interface PatternMatch {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A regular expression of a learner's: the time it takes grows with the text and nothing else, whatever it says. The
 * engines of the cloud lack look-arounds and back references for the same reason.
 */
export class LinearPattern {
  readonly #compiled: RE2JS;

  constructor(compiled: RE2JS) {
    this.#compiled = compiled;
  }

  test(text: string): boolean {
    return this.#compiled.matcher(text).find();
  }

  /** All matches that do not overlap, from the left. */
  *all(text: string): Generator<PatternMatch> {
    const matcher = this.#compiled.matcher(text);
    while (matcher.find()) yield { text: matcher.group() ?? '', start: matcher.start(), end: matcher.end() };
  }

  /** What the named groups of the first match hold; undefined without a match. A group that took no part is left out. */
  groups(text: string, names: readonly string[]): ReadonlyMap<string, string> | undefined {
    const matcher = this.#compiled.matcher(text);
    if (!matcher.find()) return undefined;
    return new Map(
      names.flatMap((name) => {
        const value = matcher.group(name);
        return typeof value === 'string' ? [[name, value] as const] : [];
      }),
    );
  }
}

/** Undefined when `source` is no expression, is too long, or uses what grows without bound. */
export function linearPattern(source: string, isCaseBlind = false): LinearPattern | undefined {
  if (source.length > LONGEST_SOURCE) return undefined;
  try {
    return new LinearPattern(RE2JS.compile(source, isCaseBlind ? RE2JS.CASE_INSENSITIVE : 0));
  } catch {
    return undefined; // told by the caller, in the words of its service
  }
}
