import { QueryFault } from '../query-fault.ts';
import type { TokenReader } from '../tokens.ts';
import { commaList, readColumn, readPartition, readProperties, readTableName } from './parse-parts.ts';
import type { PartitionSpec, Statement, TableName } from './statement.ts';

export function readAlter(reader: TokenReader): Statement {
  reader.expect('ALTER', 'TABLE');
  const table = readTableName(reader);
  const statement = readChange(reader, table);
  reader.end();
  return statement;
}

function readChange(reader: TokenReader, table: TableName): Statement {
  if (reader.accept('ADD', 'COLUMNS')) {
    return { kind: 'add-columns', table, columns: reader.list(() => readColumn(reader)) };
  }
  if (reader.accept('SET', 'TBLPROPERTIES'))
    return { kind: 'set-properties', table, properties: readProperties(reader) };
  if (reader.accept('ADD')) {
    const isQuiet = reader.accept('IF', 'NOT', 'EXISTS');
    const partitions: PartitionSpec[] = [];
    while (reader.is('PARTITION')) partitions.push(readPartition(reader));
    if (partitions.length === 0) throw reader.mismatch("'COLUMNS', 'IF', 'PARTITION'");
    return { kind: 'add-partitions', table, isQuiet, partitions };
  }
  if (reader.accept('DROP')) {
    const isQuiet = reader.accept('IF', 'EXISTS');
    return { kind: 'drop-partitions', table, isQuiet, partitions: commaList(reader, () => readPartition(reader)) };
  }
  throw new QueryFault(
    'NOT_SUPPORTED',
    `ALTER TABLE ${reader.next.text.toUpperCase()} is not supported in this sandbox.`,
  );
}
