import { PatternMachine } from './pattern-machine.ts';
import { backtrackingDegree, parsePattern } from './pattern-tree.ts';

interface Compiled {
  readonly expression: RegExp | undefined;
  readonly degree: number;
  /** Made when first needed. */
  machine: PatternMachine | undefined | null;
  readonly source: string;
}

/** Patterns come from the committed models only, so this grows to their number and no further. */
const compiled = new Map<string, Compiled>();

/** Steps a backtracking match may take: some ten milliseconds. */
const MAX_STEPS = 1_000_000;
/** Longer values are not held against patterns: where a model bounds the length, they have been refused already. */
const MAX_MATCHED_LENGTH = 8192;

/**
 * Whether the whole of `text` matches a pattern of the models, which are written for Java and mostly without anchors.
 *
 * A value is the caller's choice and some of the models' patterns are exponential for a backtracking engine, so these
 * run on a machine of linear time. A pattern that cannot be read refuses nothing.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  if (text.length > MAX_MATCHED_LENGTH) return true;
  const entry = compile(pattern);
  if (entry.expression && text.length ** entry.degree <= MAX_STEPS) return entry.expression.test(text);
  if (entry.machine === null) {
    const tree = parsePattern(entry.source);
    entry.machine = tree && PatternMachine.of(tree);
  }
  return entry.machine?.matches(text) ?? true;
}

function compile(pattern: string): Compiled {
  const known = compiled.get(pattern);
  if (known) return known;
  const source = fromJava(pattern);
  const tree = parsePattern(source);
  const expression = tryCompile(source, 'u') ?? tryCompile(source, '');
  // without a tree (look-around) the price is unknown; the few there are stay cheap on the short values they allow
  const entry = { expression, degree: tree ? backtrackingDegree(tree) : 3, machine: null, source };
  compiled.set(pattern, entry);
  return entry;
}

/** Java's POSIX classes, which ECMAScript lacks; the models use them inside of classes only. */
function fromJava(pattern: string): string {
  return pattern
    .replace(/^\(\?s\)\.\*$/, '[^]*')
    .replaceAll('\\p{Alnum}', 'A-Za-z0-9')
    .replaceAll('\\p{Print}', '\\x20-\\x7e')
    .replaceAll('\\A', '^')
    .replaceAll('\\z', '$');
}

function tryCompile(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${source})$`, flags);
  } catch {
    return undefined; // Java's syntax where it differs from ECMAScript's; the caller tries another reading
  }
}
