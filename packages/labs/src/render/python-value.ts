import { unreachable } from '@cairn/kernel';
import { pythonVariable } from '../cloud/spelling.ts';
import type { Body, Expression, RowsFormat } from '../value/expression.ts';
import type { TextPart } from '../value/template.ts';
import { type Doc, group, item } from './layout.ts';
import type { Script } from './script.ts';

type Place = { readonly script: Script; readonly hint: string };

/** An input's value as Python. */
export function pythonDoc(expression: Expression, place: Place): Doc {
  switch (expression.kind) {
    case 'literal':
      return pythonConstant(expression.value);
    case 'text':
      return pythonText(expression.parts);
    case 'list':
      return group(
        '[',
        ']',
        expression.items.map((one) => item(pythonDoc(one, place))),
      );
    case 'record':
      return group(
        '{',
        '}',
        expression.entries.map(([key, value]) => item(pythonDoc(value, place), `${JSON.stringify(key)}: `)),
      );
    case 'json':
      place.script.needs.add('json');
      return group('json.dumps(', ')', [item(pythonDoc(expression.value, place))], { isHugging: true });
    case 'rows':
      return group('[', ' for row in batch]', [item(pythonDoc(expression.template, place))], { trailingComma: false });
    case 'batch':
      return batchText(expression, place);
    case 'bytes':
      return bytesDoc(expression.body, place);
    default:
      return unreachable(expression);
  }
}

function bytesDoc(body: Body, { script, hint }: Place): Doc {
  const file = script.files.find(body, hint);
  if (file === undefined) return body.kind === 'text' ? pythonText(body.parts) : 'b""';
  script.needs.add('Path');
  return `Path("${file}").read_bytes()`;
}

function batchText({ format, columns, header }: RowsFormat, { script }: Place): string {
  script.needs.add(format);
  const names = columns ? `[${columns.map((name) => JSON.stringify(name)).join(', ')}]` : 'list(batch[0])';
  return format === 'csv' && header ? `csv_of(batch, ${names}, header=True)` : `${format}_of(batch, ${names})`;
}

/** Functions that a script brings for batches of rows. */
export const PYTHON_FUNCTIONS: Readonly<Record<string, readonly string[]>> = {
  csv: [
    'def csv_of(rows, columns, header=False):',
    '    lines = [[row[name] for name in columns] for row in rows]',
    '    return "".join(",".join(map(str, line)) + "\\n" for line in ([columns] if header else []) + lines)',
  ],
  jsonl: [
    'def jsonl_of(rows, columns):',
    '    return "".join(json.dumps({name: row[name] for name in columns}) + "\\n" for row in rows)',
  ],
};

export function pythonConstant(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'object')
    return JSON.stringify(value)
      .replace(/\bnull\b/g, 'None')
      .replace(/\btrue\b/g, 'True')
      .replace(/\bfalse\b/g, 'False');
  return JSON.stringify(value);
}

/** A text, an f-string when it has variables; one that is a variable and nothing else is that variable. */
export function pythonText(parts: readonly TextPart[]): string {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined)
    return typeof only === 'string' ? JSON.stringify(only) : variable(only.variable, '"');
  const inner = parts.map((part) =>
    typeof part === 'string'
      ? JSON.stringify(part).slice(1, -1).replace(/[{}]/g, '$&$&')
      : `{${variable(part.variable, "'")}}`,
  );
  return `f"${inner.join('')}"`;
}

function variable([name = '', ...rest]: readonly string[], quote: string): string {
  return `${pythonVariable(name)}${rest.map((step) => `[${quote}${step}${quote}]`).join('')}`;
}
