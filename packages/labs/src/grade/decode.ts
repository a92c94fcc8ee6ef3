import { unreachable } from '@cairn/kernel';
import type { CloudOutput } from '../cloud/cloud.ts';

export type TextFormat = 'json' | 'jsonl' | 'csv' | 'text';

/** A text of an answer is not what it should be: the learner's doing, not the grader's. */
export class Unreadable extends Error {}

/** The answer with the named texts (`Body`, `Role.AssumeRolePolicyDocument`) read: JSON as its value, CSV as rows. */
export function decoded(output: CloudOutput, formats: Readonly<Record<string, TextFormat>> = {}): CloudOutput {
  return Object.entries(formats).reduce<CloudOutput>(
    (answer, [name, format]) => withText(answer, name.split('.'), (text) => readText(text, format, name)),
    output,
  );
}

/** A copy in which the member at `path` is what `read` makes of it; the same when there is none. */
function withText(value: CloudOutput, path: readonly string[], read: (text: unknown) => unknown): CloudOutput {
  const [name = '', ...inner] = path;
  const member = value[name];
  if (inner.length === 0) return { ...value, [name]: read(member) };
  if (typeof member !== 'object' || member === null) return value;
  return { ...value, [name]: withText(member as CloudOutput, inner, read) }; // objects of an answer are records
}

/** @throws Unreadable */
export function readText(value: unknown, format: TextFormat, name: string): unknown {
  if (value === undefined || value === null) return value;
  if (typeof value !== 'string') {
    if (value instanceof Uint8Array) throw new Unreadable(`${name} holds bytes that are no text`);
    return value; // some tools read policies by themselves
  }
  switch (format) {
    case 'text':
      return value;
    case 'json':
      return readJson(value, name);
    case 'jsonl':
      return lines(value).map((line) => readJson(line, name));
    case 'csv':
      return lines(value).map(readCsvLine);
    default:
      return unreachable(format);
  }
}

function readJson(text: string, name: string): unknown {
  // IAM answers policies percent-encoded (RFC 3986)
  const plain = /^\s*%7B/i.test(text) ? decodeURIComponent(text) : text;
  try {
    return JSON.parse(plain);
  } catch {
    throw new Unreadable(`${name} is not JSON: ${plain.slice(0, 60)}`);
  }
}

function lines(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '');
}

const CSV_CELL = /(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g;

function readCsvLine(line: string): string[] {
  return [...line.matchAll(CSV_CELL)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain?.trim() ?? '');
}
