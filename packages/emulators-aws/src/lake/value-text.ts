import type { DuckDBType, DuckDBValue } from '@duckdb/node-api';

/** A value as Athena writes it: `1.0E10`, `2024-01-01 00:00:00.000`, `[1, 2]`, `{a=1}`. */
export function valueText(value: DuckDBValue, type: DuckDBType | undefined): string {
  if (value === null) return 'null'; // inside an array or a row
  if (typeof value === 'number') return isReal(type) ? javaDouble(value) : String(value);
  if (typeof value !== 'object') return String(value);
  const text = nestedText(value, type);
  if (text !== undefined) return text;
  const name = String(type);
  if (name.startsWith('TIMESTAMP')) return timestampText(String(value), name.includes('ZONE'));
  return String(value);
}

const isReal = (type: DuckDBType | undefined): boolean => ['DOUBLE', 'FLOAT'].includes(String(type));

function nestedText(value: object, type: DuckDBType | undefined): string | undefined {
  if ('items' in value && Array.isArray(value.items)) {
    const of = type && 'valueType' in type ? type.valueType : undefined;
    return `[${value.items.map((item: DuckDBValue) => valueText(item, of)).join(', ')}]`;
  }
  if ('bytes' in value && value.bytes instanceof Uint8Array) {
    return [...value.bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  }
  if (!('entries' in value)) return undefined;
  if (Array.isArray(value.entries)) return mapText(value.entries, type);
  const kinds = type && 'entryTypes' in type ? type.entryTypes : [];
  const fields = Object.entries(value.entries as Readonly<Record<string, DuckDBValue>>); // a struct's
  return `{${fields.map(([name, field], i) => `${name}=${valueText(field, kinds[i])}`).join(', ')}}`;
}

function mapText(entries: readonly { key: DuckDBValue; value: DuckDBValue }[], type: DuckDBType | undefined): string {
  const [keys, values] = type && 'keyType' in type ? [type.keyType, type.valueType] : [];
  return `{${entries.map(({ key, value }) => `${valueText(key, keys)}=${valueText(value, values)}`).join(', ')}}`;
}

/** As Java's Double.toString: `1.0`, `1.0E10`, `NaN`, `Infinity`. */
export function javaDouble(value: number): string {
  if (!Number.isFinite(value) || value === 0)
    return Object.is(value, -0) ? '-0.0' : value === 0 ? '0.0' : String(value);
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1e7) return Number.isInteger(value) ? `${value}.0` : String(value);
  const [mantissa = '', exponent = ''] = value.toExponential().split('e');
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${exponent.replace('+', '')}`;
}

/** Milliseconds, always three digits. */
function timestampText(text: string, hasZone: boolean): string {
  const [, date = '', time = '', fraction = ''] = /^(\S+) (\d\d:\d\d:\d\d)(?:\.(\d+))?/.exec(text) ?? [];
  return `${date} ${time}.${fraction.padEnd(3, '0').slice(0, 3)}${hasZone ? ' UTC' : ''}`;
}
