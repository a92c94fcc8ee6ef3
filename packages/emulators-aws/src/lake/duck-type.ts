import type { HiveField, HiveType } from './hive-type.ts';
import { notSupported } from './query-fault.ts';
import { TokenReader } from './tokens.ts';

/** DuckDB's types, in the words of the catalog; those it lacks become the nearest one that holds all values. */
const SIMPLE: Readonly<Record<string, string>> = {
  TINYINT: 'tinyint',
  SMALLINT: 'smallint',
  INTEGER: 'int',
  BIGINT: 'bigint',
  HUGEINT: 'bigint', // what sum() makes of whole numbers; bigint in the cloud
  UTINYINT: 'smallint',
  USMALLINT: 'int',
  UINTEGER: 'bigint',
  UBIGINT: 'bigint',
  BOOLEAN: 'boolean',
  FLOAT: 'float',
  DOUBLE: 'double',
  VARCHAR: 'string',
  JSON: 'string',
  UUID: 'string',
  TIME: 'string',
  INTERVAL: 'string',
  BLOB: 'binary',
  DATE: 'date',
  TIMESTAMP: 'timestamp',
  TIMESTAMP_S: 'timestamp',
  TIMESTAMP_MS: 'timestamp',
  TIMESTAMP_NS: 'timestamp',
};

/** The catalog's type of a DuckDB type. Throws QueryFault for one that the catalog cannot hold. */
export function hiveTypeOf(duckType: string): HiveType {
  const reader = new TokenReader(duckType);
  const type = readType(reader);
  reader.end();
  return type;
}

function readType(reader: TokenReader): HiveType {
  let type = readElement(reader);
  while (reader.accept('[')) {
    if (!reader.is(']')) reader.take(); // a fixed length
    reader.expect(']');
    type = { kind: 'array', of: type };
  }
  return type;
}

function readElement(reader: TokenReader): HiveType {
  const name = reader.name().toUpperCase();
  if (name === 'STRUCT') return { kind: 'struct', fields: reader.list(() => readField(reader)) };
  if (name === 'MAP') return readMap(reader);
  if (name === 'DECIMAL') return { kind: 'simple', name: 'decimal', sizes: reader.list(() => reader.number()) };
  reader.accept('WITH', 'TIME', 'ZONE');
  const simple = SIMPLE[name];
  if (simple === undefined) throw notSupported(`The type ${name.toLowerCase()} of a column`);
  return { kind: 'simple', name: simple, sizes: [] };
}

const readField = (reader: TokenReader): HiveField => ({ name: reader.name(), type: readType(reader) });

function readMap(reader: TokenReader): HiveType {
  const [key, value] = reader.list(() => readType(reader));
  if (!key || !value) throw reader.mismatch('<type>');
  return { kind: 'map', key, value };
}
