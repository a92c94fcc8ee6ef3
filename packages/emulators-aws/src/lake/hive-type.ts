import { QueryFault } from './query-fault.ts';
import { quoteName } from './sql-text.ts';
import { TokenReader } from './tokens.ts';

/** A column's type as the catalog writes it: `array<struct<a:int>>`. */
export type HiveType =
  | { readonly kind: 'simple'; readonly name: string; readonly sizes: readonly number[] }
  | { readonly kind: 'array'; readonly of: HiveType }
  | { readonly kind: 'map'; readonly key: HiveType; readonly value: HiveType }
  | { readonly kind: 'struct'; readonly fields: readonly HiveField[] };

export interface HiveField {
  readonly name: string;
  readonly type: HiveType;
}

/** DuckDB's name of each simple type. */
const SIMPLE: Readonly<Record<string, string>> = {
  tinyint: 'TINYINT',
  smallint: 'SMALLINT',
  int: 'INTEGER',
  integer: 'INTEGER',
  bigint: 'BIGINT',
  long: 'BIGINT',
  boolean: 'BOOLEAN',
  float: 'FLOAT',
  double: 'DOUBLE',
  decimal: 'DECIMAL',
  string: 'VARCHAR',
  char: 'VARCHAR',
  varchar: 'VARCHAR',
  binary: 'BLOB',
  date: 'DATE',
  timestamp: 'TIMESTAMP',
};

/** Reads a type out of a longer text, such as a column list. Throws QueryFault. */
export function readHiveType(reader: TokenReader): HiveType {
  const name = reader.name().toLowerCase();
  if (name === 'array') return readArray(reader);
  if (name === 'map') return readMap(reader);
  if (name === 'struct') return readStruct(reader);
  if (!(name in SIMPLE)) throw new QueryFault('TYPE_NOT_FOUND', `Unknown type: ${name}`);
  const sizes = reader.is('(') ? reader.list(() => reader.number()) : [];
  return { kind: 'simple', name, sizes };
}

/** Throws QueryFault when the text is no type. */
export function parseHiveType(text: string): HiveType {
  const reader = new TokenReader(text);
  const type = readHiveType(reader);
  reader.end();
  return type;
}

function readArray(reader: TokenReader): HiveType {
  reader.expect('<');
  const of = readHiveType(reader);
  reader.expect('>');
  return { kind: 'array', of };
}

function readMap(reader: TokenReader): HiveType {
  reader.expect('<');
  const key = readHiveType(reader);
  reader.expect(',');
  const value = readHiveType(reader);
  reader.expect('>');
  return { kind: 'map', key, value };
}

function readStruct(reader: TokenReader): HiveType {
  const fields: HiveField[] = [];
  reader.expect('<');
  do {
    const name = reader.name();
    reader.accept(':');
    fields.push({ name, type: readHiveType(reader) });
  } while (reader.accept(','));
  reader.expect('>');
  return { kind: 'struct', fields };
}

export function hiveTypeText(type: HiveType): string {
  switch (type.kind) {
    case 'simple':
      return type.sizes.length > 0 ? `${type.name}(${type.sizes.join(',')})` : type.name;
    case 'array':
      return `array<${hiveTypeText(type.of)}>`;
    case 'map':
      return `map<${hiveTypeText(type.key)},${hiveTypeText(type.value)}>`;
    case 'struct':
      return `struct<${type.fields.map(({ name, type: of }) => `${name}:${hiveTypeText(of)}`).join(',')}>`;
  }
}

/** The type in DuckDB's words. */
export function duckTypeOf(type: HiveType): string {
  switch (type.kind) {
    case 'simple':
      return type.name === 'decimal'
        ? `DECIMAL(${type.sizes[0] ?? 10},${type.sizes[1] ?? 0})`
        : (SIMPLE[type.name] ?? 'VARCHAR');
    case 'array':
      return `${duckTypeOf(type.of)}[]`;
    case 'map':
      return `MAP(${duckTypeOf(type.key)}, ${duckTypeOf(type.value)})`;
    case 'struct':
      return `STRUCT(${type.fields.map(({ name, type: of }) => `${quoteName(name)} ${duckTypeOf(of)}`).join(', ')})`;
  }
}
