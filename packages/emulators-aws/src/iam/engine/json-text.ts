import type { Span } from './policy.ts';

/** What JSON.parse forgets: where things stand, keys given twice, how deep it goes. */
export type JsonShape = {
  /** Spans of objects and arrays by JSONPath. */
  readonly spans: ReadonlyMap<string, Span>;
  /** JSONPaths of keys that their object already has. */
  readonly duplicates: readonly string[];
  /** Greatest nesting; 1 for a flat object. */
  readonly depth: number;
};

type Frame = {
  readonly path: string;
  readonly start: number;
  readonly keys: Set<string> | undefined; // undefined for an array
  key: string;
  index: number;
  awaitsKey: boolean;
};

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],]/g;

class Scan {
  readonly spans = new Map<string, Span>();
  readonly duplicates: string[] = [];
  readonly stack: Frame[] = [];
  depth = 0;

  private childPath(): string {
    const parent = this.stack.at(-1);
    if (!parent) return '$';
    return parent.keys ? `${parent.path}.${parent.key}` : `${parent.path}[${parent.index}]`;
  }

  open(start: number, isObject: boolean): void {
    const keys = isObject ? new Set<string>() : undefined;
    this.stack.push({ path: this.childPath(), start, keys, key: '', index: 0, awaitsKey: isObject });
    this.depth = Math.max(this.depth, this.stack.length);
  }

  close(end: number): void {
    const frame = this.stack.pop();
    if (frame) this.spans.set(frame.path, { start: frame.start, end });
  }

  separate(): void {
    const frame = this.stack.at(-1);
    if (!frame) return;
    frame.index += 1;
    frame.awaitsKey = frame.keys !== undefined;
  }

  text(quoted: string): void {
    const frame = this.stack.at(-1);
    if (!frame?.keys || !frame.awaitsKey) return;
    frame.key = JSON.parse(quoted);
    frame.awaitsKey = false;
    if (frame.keys.has(frame.key)) this.duplicates.push(`${frame.path}.${frame.key}`);
    frame.keys.add(frame.key);
  }
}

/**
 * @param text     valid JSON: call JSON.parse on it first
 * @param maxDepth the walk ends as soon as nesting exceeds it; `depth` is then `maxDepth + 1`
 */
export function shapeOfJson(text: string, maxDepth: number): JsonShape {
  const scan = new Scan();
  for (const token of text.matchAll(TOKEN)) {
    const [lexeme] = token;
    if (lexeme === '{' || lexeme === '[') scan.open(token.index, lexeme === '{');
    else if (lexeme === '}' || lexeme === ']') scan.close(token.index + 1);
    else if (lexeme === ',') scan.separate();
    else scan.text(lexeme);
    if (scan.depth > maxDepth) break;
  }
  return { spans: scan.spans, duplicates: scan.duplicates, depth: scan.depth };
}
