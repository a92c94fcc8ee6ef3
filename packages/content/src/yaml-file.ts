import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Fault } from './fault.ts';

/** A content file is written by hand: half a megabyte is far above any of ours and far below what hurts. */
export const MAX_FILE_BYTES = 524_288;

/** Aliases can blow a small file up ("billion laughs"); our files use none. */
const MAX_ALIASES = 20;

type Path = readonly PropertyKey[];

export type YamlFile = {
  readonly value: unknown;
  /** Line of the value at `path`, or of its nearest parent that exists. */
  readonly lineOf: (path: Path) => number;
};

export type Parsed<T> = { readonly value: T; readonly lineOf: (path: Path) => number };

/** @returns the document's value with a way back to its lines, or the faults of its syntax */
export function readYaml(file: string, text: string): YamlFile | readonly Fault[] {
  if (text.length > MAX_FILE_BYTES) {
    return [{ file, line: 1, message: `The file has more than ${MAX_FILE_BYTES} characters; split it.` }];
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    return document.errors.map((error) => ({
      file,
      line: error.linePos?.[0].line ?? 1,
      message: `Not valid YAML: ${error.message.split('\n')[0]?.replace(/ at line \d+.*$/, '')}.`,
    }));
  }
  const lineOf = (path: Path): number => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  try {
    return { value: document.toJS({ maxAliasCount: MAX_ALIASES }), lineOf };
  } catch (error) {
    return [{ file, line: 1, message: `Not usable YAML: ${error instanceof Error ? error.message : String(error)}.` }];
  }
}

/** Parses a file by its schema; every fault carries the line of the value it is about. */
export function parseFile<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
): Parsed<z.infer<S>> | readonly Fault[] {
  const yaml = readYaml(file, text);
  if (isFaults(yaml)) return yaml;
  const result = schema.safeParse(yaml.value);
  if (result.success) return { value: result.data, lineOf: yaml.lineOf };
  return result.error.issues.map((issue) => ({
    file,
    line: yaml.lineOf(issue.path),
    message: `${issue.path.length > 0 ? `${issue.path.map(String).join('.')}: ` : ''}${issue.message}`,
  }));
}

export function isFaults(value: unknown): value is readonly Fault[] {
  return Array.isArray(value);
}
