import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Fault } from './fault.ts';
import { MAX_FILE_BYTES, type TextFile } from './text-file.ts';

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
export function readYaml({ file, text, kept }: TextFile): YamlFile | readonly Fault[] {
  if (text.length > MAX_FILE_BYTES) {
    return [{ file, line: 1, message: `The file has more than ${MAX_FILE_BYTES} characters; split it.` }];
  }
  // Lines are asked for when there is a fault to place: holding every parsed document for that would cost far more.
  const lineOf = (path: Path) => lineAt(text, path);
  if (kept !== undefined) return { value: kept, lineOf };
  const { document } = parse(text);
  if (document.errors.length > 0) {
    return document.errors.map((error) => ({
      file,
      line: error.linePos?.[0].line ?? 1,
      message: `Not valid YAML: ${error.message.split('\n')[0]?.replace(/ at line \d+.*$/, '')}.`,
    }));
  }
  try {
    return { value: document.toJS({ maxAliasCount: MAX_ALIASES }), lineOf };
  } catch (error) {
    return [{ file, line: 1, message: `Not usable YAML: ${error instanceof Error ? error.message : String(error)}.` }];
  }
}

function parse(text: string) {
  const lines = new LineCounter();
  return { document: parseDocument(text, { lineCounter: lines, uniqueKeys: true }), lines };
}

function lineAt(text: string, path: Path): number {
  const { document, lines } = parse(text);
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** Parses a file by its schema; every fault carries the line of the value it is about. */
export function parseFile<S extends z.ZodType>(source: TextFile, schema: S): Parsed<z.infer<S>> | readonly Fault[] {
  const { file } = source;
  const yaml = readYaml(source);
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
