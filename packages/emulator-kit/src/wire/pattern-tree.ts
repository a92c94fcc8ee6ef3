/** A regular expression without look-around and back-references, as a tree. */
export type PatternTree =
  | { readonly kind: 'letter'; readonly source: string }
  | { readonly kind: 'start' | 'end' }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly PatternTree[] }
  | { readonly kind: 'repeat'; readonly part: PatternTree; readonly min: number; readonly max: number };

const CLASS = /\[\^?\]?(?:\\[\s\S]|[^\]\\])*\]/y;
const ESCAPE = /\\(?:p\{\w+\}|P\{\w+\}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[\s\S])/y;
const QUANTIFIER = /(?:\*|\+|\?|\{(\d+)(,?)(\d*)\})[?+]?/y;
const SPECIAL = new Set(['(', ')', '|', '*', '+', '?']);

/** Undefined for syntax that is not read here: look-around, back-references, flags in the pattern. */
export function parsePattern(source: string): PatternTree | undefined {
  try {
    return new PatternParser(source).parse();
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

class Unsupported extends Error {}

class PatternParser {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  parse(): PatternTree {
    const tree = this.#choice();
    if (this.#at < this.#source.length) throw new Unsupported();
    return tree;
  }

  #choice(): PatternTree {
    const parts = [this.#sequence()];
    while (this.#source[this.#at] === '|') {
      this.#at += 1;
      parts.push(this.#sequence());
    }
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'choice', parts };
  }

  #sequence(): PatternTree {
    const parts: PatternTree[] = [];
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source[this.#at] ?? '')) {
      parts.push(this.#quantified(this.#atom()));
    }
    return { kind: 'sequence', parts };
  }

  #atom(): PatternTree {
    const letter = this.#source[this.#at] ?? '';
    if (letter === '(') return this.#group();
    if (letter === '[') return { kind: 'letter', source: this.#take(CLASS) };
    if (letter === '\\') return this.#escape();
    if (SPECIAL.has(letter)) throw new Unsupported();
    this.#at += 1;
    if (letter === '^') return { kind: 'start' };
    if (letter === '$') return { kind: 'end' };
    return { kind: 'letter', source: /[{}\]]/.test(letter) ? `\\${letter}` : letter };
  }

  #group(): PatternTree {
    this.#at += this.#source.startsWith('(?:', this.#at) ? 3 : 1;
    if (this.#source[this.#at] === '?') throw new Unsupported();
    const inside = this.#choice();
    if (this.#source[this.#at] !== ')') throw new Unsupported();
    this.#at += 1;
    return inside;
  }

  #escape(): PatternTree {
    const source = this.#take(ESCAPE);
    if (source === '\\A') return { kind: 'start' };
    if (source === '\\z' || source === '\\Z') return { kind: 'end' };
    if (/^\\[bB1-9k]/.test(source)) throw new Unsupported();
    return { kind: 'letter', source };
  }

  #quantified(part: PatternTree): PatternTree {
    QUANTIFIER.lastIndex = this.#at;
    const found = QUANTIFIER.exec(this.#source);
    if (!found) return part;
    this.#at = QUANTIFIER.lastIndex;
    const [written, low, comma, high] = found;
    if (low !== undefined) {
      const min = Number(low);
      return { kind: 'repeat', part, min, max: high ? Number(high) : comma ? Number.POSITIVE_INFINITY : min };
    }
    const max = written.startsWith('?') ? 1 : Number.POSITIVE_INFINITY;
    return { kind: 'repeat', part, min: written.startsWith('+') ? 1 : 0, max };
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source)?.[0];
    if (found === undefined) throw new Unsupported();
    this.#at += found.length;
    return found;
  }
}

/**
 * How badly a backtracking engine may do: the power of the text's length that bounds its steps, infinite when a
 * repeated part repeats, or chooses, inside.
 */
export function backtrackingDegree(tree: PatternTree): number {
  switch (tree.kind) {
    case 'sequence':
      return tree.parts.reduce((sum, part) => sum + backtrackingDegree(part), 0);
    case 'choice':
      return Math.max(...tree.parts.map(backtrackingDegree));
    case 'repeat': {
      const isLoop = tree.max > 1;
      if (isLoop && isAmbiguous(tree.part)) return Number.POSITIVE_INFINITY;
      return isLoop && tree.min !== tree.max ? 1 : backtrackingDegree(tree.part);
    }
    default:
      return 0;
  }
}

/** Whether a part can match one text in several ways. */
function isAmbiguous(tree: PatternTree): boolean {
  switch (tree.kind) {
    case 'sequence':
      return tree.parts.some(isAmbiguous);
    case 'choice':
      return tree.parts.length > 1 || tree.parts.some(isAmbiguous);
    case 'repeat':
      return tree.min !== tree.max || isAmbiguous(tree.part);
    default:
      return false;
  }
}
