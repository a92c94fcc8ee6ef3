import { unreachable } from '@cairn/kernel';
import type { Body, Expression, RowsFormat } from '../value/expression.ts';
import type { TextPart } from '../value/template.ts';
import { type Doc, group, item } from './layout.ts';
import type { Script } from './script.ts';

type Place = { readonly script: Script; readonly hint: string };

/** An input's value as JavaScript. */
export function javascriptDoc(expression: Expression, place: Place): Doc {
  switch (expression.kind) {
    case 'literal':
      return String(expression.value);
    case 'text':
      return javascriptText(expression.parts);
    case 'list':
      return group(
        '[',
        ']',
        expression.items.map((one) => item(javascriptDoc(one, place))),
      );
    case 'record':
      return recordDoc(expression.entries, place);
    case 'json':
      return group('JSON.stringify(', ')', [item(javascriptDoc(expression.value, place))], { isHugging: true });
    case 'rows':
      return group('batch.map((row) => (', '))', [item(javascriptDoc(expression.template, place))], {
        trailingComma: false,
      });
    case 'batch':
      return batchText(expression, place);
    case 'bytes':
      return bytesDoc(expression.body, place);
    default:
      return unreachable(expression);
  }
}

export function recordDoc(entries: readonly (readonly [string, Expression])[], place: Place): Doc {
  const items = entries.map(([key, value]) => item(javascriptDoc(value, place), `${keyText(key)}: `));
  return group('{', '}', items, { pad: ' ' });
}

function keyText(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? key : quoted(key);
}

function bytesDoc(body: Body, { script, hint }: Place): Doc {
  const file = script.files.find(body, hint);
  if (file === undefined) return body.kind === 'text' ? javascriptText(body.parts) : "''";
  script.needs.add('readFile');
  return `await readFile('${file}')`;
}

function batchText({ format, columns, header }: RowsFormat, { script }: Place): string {
  script.needs.add(format);
  const names = columns ? `[${columns.map(quoted).join(', ')}]` : 'Object.keys(batch[0])';
  return format === 'csv' && header ? `csvOf(batch, ${names}, { header: true })` : `${format}Of(batch, ${names})`;
}

/** Functions that a script brings for batches of rows. */
export const JAVASCRIPT_FUNCTIONS: Readonly<Record<string, readonly string[]>> = {
  csv: [
    'const csvOf = (rows, columns, { header = false } = {}) => {',
    '  const lines = rows.map((row) => columns.map((name) => row[name]));',
    "  return (header ? [columns, ...lines] : lines).map((cells) => cells.join(',') + '\\n').join('');",
    '};',
  ],
  jsonl: [
    'const jsonlOf = (rows, columns) => {',
    '  const lines = rows.map((row) => JSON.stringify(Object.fromEntries(columns.map((name) => [name, row[name]]))));',
    "  return lines.map((line) => line + '\\n').join('');",
    '};',
  ],
};

export function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

export function javascriptText(parts: readonly TextPart[]): string {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined)
    return typeof only === 'string' ? quoted(only) : only.variable.join('.');
  const inner = parts.map((part) =>
    typeof part === 'string' ? part.replace(/[\\`]|\$\{/g, '\\$&') : `\${${part.variable.join('.')}}`,
  );
  return `\`${inner.join('')}\``;
}
