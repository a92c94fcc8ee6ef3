import { jsonText } from './json.ts';
import { Decimal, floatText, isPlainList, isPlainRecord, numberText, type Plain, type PlainRecord } from './plain.ts';

const WIDTH = 80;

/** YAML in blocks with sorted keys, as `--output yaml` prints it; nothing for `{}`, scalars as JSON. */
export function yamlText(value: Plain): string {
  if (isPlainRecord(value)) return Object.keys(value).length === 0 ? '' : blockLines(value, 0).join('\n').concat('\n');
  if (isPlainList(value)) return value.length === 0 ? '[]\n' : blockLines(value, 0).join('\n').concat('\n');
  return jsonText(value);
}

function blockLines(value: PlainRecord | readonly Plain[], indent: number): string[] {
  const pad = ' '.repeat(indent);
  if (isPlainList(value)) {
    return value.flatMap((item) => {
      if (!isBlock(item)) return `${pad}- ${flow(item, indent + 2, indent + 2)}`;
      const [first = '', ...rest] = blockLines(item, indent + 2);
      return [`${pad}- ${first.slice(indent + 2)}`, ...rest];
    });
  }
  return Object.keys(value)
    .sort()
    .flatMap((key) => {
      const item = value[key] ?? null;
      const head = `${pad}${scalar(key, 0, 0)}:`;
      if (!isBlock(item)) return `${head} ${flow(item, indent + 2, head.length + 1)}`;
      return [head, ...blockLines(item, isPlainList(item) ? indent : indent + 2)];
    });
}

function isBlock(value: Plain): value is PlainRecord | readonly Plain[] {
  if (isPlainList(value)) return value.length > 0;
  return isPlainRecord(value) && Object.keys(value).length > 0;
}

function flow(value: Plain, indent: number, column: number): string {
  if (isPlainList(value)) return '[]';
  if (isPlainRecord(value)) return '{}';
  if (value === null) return 'null';
  if (value instanceof Decimal) return floatText(value.value);
  if (typeof value === 'number') return numberText(value);
  return typeof value === 'string' ? scalar(value, indent, column) : String(value);
}

const UNPRINTABLE = /[^\t\n\x20-\x7e\x85\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const LOOKS_OTHERWISE =
  /^(?:~|null|true|false|[-+]?(?:0|[1-9][\d_]*)(?:\.[\d_]*)?(?:e[-+]?\d+)?|[-+]?\.?\d[\d_.]*|0o?[0-7]+|0x[\da-f]+|[-+]?\.(?:inf|nan)|<<|=|\d{4}-\d\d?-\d\d?(?:[Tt ].*)?)$/i;
const NOT_PLAIN = /^[\s#,[\]{}&*!|>'"%@`]|^[-?:](?:\s|$)|^(?:---|\.\.\.)|:(?:\s|$)|\s#|^\s|\s$|[\t\n]/;

/** A text without quotes where it stays a text, else in single quotes, in double quotes if it has lines. */
function scalar(text: string, indent: number, column: number): string {
  if (UNPRINTABLE.test(text) || text.includes('\n')) return JSON.stringify(text);
  if (text === '' || LOOKS_OTHERWISE.test(text) || NOT_PLAIN.test(text)) {
    return folded(`'${text.replaceAll("'", "''")}'`, indent, column);
  }
  return folded(text, indent, column);
}

/** Breaks a long text at single spaces once it is beyond the width. */
function folded(text: string, indent: number, column: number): string {
  let at = column;
  return text.replace(/(\S) (?=\S)|[^ ]/g, (part, last?: string) => {
    if (last === undefined) {
      at += 1;
      return part;
    }
    at += 1;
    if (at > WIDTH && indent > 0) {
      at = indent;
      return `${last}\n${' '.repeat(indent)}`;
    }
    at += 1;
    return part;
  });
}
