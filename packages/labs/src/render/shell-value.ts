import { unreachable } from '@cairn/kernel';
import { shellVariable } from '../cloud/spelling.ts';
import type { Body, Expression } from '../value/expression.ts';
import type { TextPart } from '../value/template.ts';
import { type Doc, group, item, layOut } from './layout.ts';
import type { Script } from './script.ts';

const SAFE_WORD = /^[\w@%+=:,./-]+$/;

/** A text as one word of a shell. */
export function shellText(parts: readonly TextPart[]): string {
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'string') return shellWord(only);
  const inner = parts.map((part) =>
    typeof part === 'string' ? part.replace(/["\\$`]/g, '\\$&') : variable(part.variable),
  );
  return `"${inner.join('')}"`;
}

export function shellWord(text: string): string {
  if (SAFE_WORD.test(text)) return text;
  if (!text.includes("'")) return `'${text}'`;
  return `"${text.replace(/["\\$`]/g, '\\$&')}"`;
}

function variable([name = '', ...rest]: readonly string[]): string {
  if (rest.length > 0) throw new RangeError(`a shell variable has no members: ${[name, ...rest].join('.')}`);
  return `\${${shellVariable(name)}}`;
}

/** JSON as a template: texts of JSON with variables between. */
export function jsonParts(expression: Expression, place: Place): TextPart[] {
  switch (expression.kind) {
    case 'literal':
      return [String(expression.value)];
    case 'text':
      return ['"', ...escaped(expression.parts), '"'];
    case 'list':
      return ['[', ...separated(expression.items.map((one) => jsonParts(one, place))), ']'];
    case 'record': {
      const members = expression.entries.map(([key, value]) => [
        `${JSON.stringify(key)}: `,
        ...jsonParts(value, place),
      ]);
      return ['{', ...separated(members), '}'];
    }
    case 'json':
      return ['"', ...escaped(jsonParts(expression.value, place)), '"'];
    case 'bytes':
      return ['"', ...escaped(bodyText(expression.body)), '"'];
    case 'rows':
    case 'batch':
      throw new RangeError('rows stand in a file of their own');
    default:
      return unreachable(expression);
  }
}

function separated(lists: readonly TextPart[][]): TextPart[] {
  return lists.flatMap((parts, index) => (index === 0 ? parts : [', ', ...parts]));
}

function escaped(parts: readonly TextPart[]): TextPart[] {
  return parts.map((part) => (typeof part === 'string' ? JSON.stringify(part).slice(1, -1) : part));
}

function bodyText(body: Body): readonly TextPart[] {
  if (body.kind === 'text') return body.parts;
  throw new RangeError('the aws program takes bytes within a structure only where they are a text');
}

type Place = { readonly script: Script; readonly hint: string };

/** JSON within single quotes, laid out over lines when it is long; variables step out of the quotes. */
export function quotedJson(expression: Expression, place: Place): string {
  const doc = jsonDoc(expression, place);
  return `'${layOut(doc, { indent: place.script.indent + 2, used: place.script.indent + 26, step: 2 })}'`;
}

function jsonDoc(expression: Expression, place: Place): Doc {
  if (expression.kind === 'list') {
    return group(
      '[',
      ']',
      expression.items.map((one) => item(jsonDoc(one, place))),
      { trailingComma: false },
    );
  }
  if (expression.kind === 'record') {
    const items = expression.entries.map(([key, value]) =>
      item(jsonDoc(value, place), `${inQuotes(JSON.stringify(key))}: `),
    );
    return group('{', '}', items, { trailingComma: false });
  }
  return jsonParts(expression, place)
    .map((part) => (typeof part === 'string' ? inQuotes(part) : `'"${variable(part.variable)}"'`))
    .join('');
}

function inQuotes(text: string): string {
  return text.replaceAll("'", `'\\''`);
}

/** `a=1,b=two` where the CLI's shorthand can say it without doubt. */
export function findShorthand(expression: Expression): string | undefined {
  if (expression.kind !== 'record' || expression.entries.length === 0 || expression.entries.length > 6)
    return undefined;
  const words: string[] = [];
  for (const [key, value] of expression.entries) {
    const word = scalarText(value);
    if (word === undefined || !/^[\w.:/-]+$/.test(word) || !/^\w+$/.test(key)) return undefined;
    words.push(`${key}=${word}`);
  }
  return words.join(',');
}

function scalarText(expression: Expression): string | undefined {
  if (expression.kind === 'literal') return expression.value === null ? undefined : String(expression.value);
  if (expression.kind !== 'text' || expression.parts.length !== 1) return undefined;
  const [only] = expression.parts;
  return typeof only === 'string' ? only : undefined;
}
