import { readHiveType } from '../hive-type.ts';
import type { TokenReader } from '../tokens.ts';
import type { ColumnSpec, PartitionSpec, Properties, PropertyValue, TableName } from './statement.ts';

/** `table`, `database.table`, `awsdatacatalog.database.table`, each part quoted or not. */
export function readTableName(reader: TokenReader): TableName {
  const parts = [reader.name()];
  while (reader.accept('.')) parts.push(reader.name());
  const [name = '', database] = (parts.length === 1 ? (parts[0] ?? '').split('.') : parts)
    .map((part) => part.toLowerCase())
    .reverse();
  return { database, name };
}

/** What is left of the statement, without a semicolon at its end. */
export function rest(reader: TokenReader): string {
  const text = reader.text.slice(reader.next.start);
  return text.replace(/;\s*$/, '');
}

export const optionalText = (reader: TokenReader): string | undefined =>
  reader.next.kind === 'string' ? reader.string() : undefined;

export function commaList<Item>(reader: TokenReader, one: () => Item): Item[] {
  const items = [one()];
  while (reader.accept(',')) items.push(one());
  return items;
}

export const readComment = (reader: TokenReader): string | undefined =>
  reader.accept('COMMENT') ? reader.string() : undefined;

export function readColumn(reader: TokenReader): ColumnSpec {
  const name = reader.name().toLowerCase();
  const type = readHiveType(reader);
  return { name, type, comment: readComment(reader) };
}

/** `(a = 'x', b = ARRAY['y'], FORMAT parquet)`; names in lower case unless they are quoted. */
export function readProperties(reader: TokenReader): Properties {
  const pairs = reader.list(() => {
    const name = reader.next.kind === 'string' ? reader.string() : reader.name().toLowerCase();
    reader.accept('=');
    return [name, readValue(reader)] as const;
  });
  return Object.fromEntries(pairs);
}

function readValue(reader: TokenReader): PropertyValue {
  if (reader.accept('ARRAY')) {
    reader.expect('[');
    const items = commaList(reader, () => reader.string());
    reader.expect(']');
    return items;
  }
  if (reader.is('(')) return reader.list(() => reader.name());
  return reader.take().text;
}

/** `PARTITION (year = '2024', month = 1) [LOCATION '…']`. */
export function readPartition(reader: TokenReader): PartitionSpec {
  reader.expect('PARTITION');
  const values = reader.list(() => {
    const key = reader.name().toLowerCase();
    reader.expect('=');
    return [key, reader.take().text] as const;
  });
  const location = reader.accept('LOCATION') ? reader.string() : undefined;
  return { values: new Map(values), location };
}
