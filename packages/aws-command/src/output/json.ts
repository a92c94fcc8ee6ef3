import { Decimal, floatText, isPlainList, numberText, type Plain } from './plain.ts';

const INDENT = '    ';

/** JSON as Python's `json.dump(…, indent=4, ensure_ascii=False)` writes it; nothing for `{}`. */
export function jsonText(value: Plain): string {
  const text = write(value, '');
  return text === '{}' ? '' : `${text}\n`;
}

function write(value: Plain, indent: string): string {
  if (value instanceof Decimal) return floatText(value.value);
  if (typeof value === 'number') return numberText(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const inner = indent + INDENT;
  if (isPlainList(value)) {
    return bracketed(
      '[',
      ']',
      value.map((one) => write(one, inner)),
      indent,
    );
  }
  const entries = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${write(one, inner)}`);
  return bracketed('{', '}', entries, indent);
}

function bracketed(open: string, close: string, parts: readonly string[], indent: string): string {
  if (parts.length === 0) return open + close;
  return `${open}\n${parts.map((part) => indent + INDENT + part).join(',\n')}\n${indent}${close}`;
}
