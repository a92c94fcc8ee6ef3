import { QueryFault } from '../query-fault.ts';
import type { TokenReader } from '../tokens.ts';
import { optionalText, readColumn, readComment, readProperties, readTableName, rest } from './parse-parts.ts';
import type { CreateTable, CreateTableAs, Properties, Statement } from './statement.ts';

export function readCreate(reader: TokenReader): Statement {
  reader.expect('CREATE');
  if (reader.is('OR', 'REPLACE', 'VIEW') || reader.is('VIEW')) return readView(reader);
  if (reader.accept('DATABASE') || reader.accept('SCHEMA')) return readDatabase(reader);
  if (reader.accept('EXTERNAL', 'TABLE')) return readExternalTable(reader);
  if (!reader.accept('TABLE')) throw reader.mismatch("'DATABASE', 'EXTERNAL', 'OR', 'SCHEMA', 'TABLE', 'VIEW'");
  return readTableAs(reader);
}

function readView(reader: TokenReader): Statement {
  const isReplacing = reader.accept('OR', 'REPLACE');
  reader.expect('VIEW');
  const table = readTableName(reader);
  reader.expect('AS');
  return { kind: 'create-view', table, select: rest(reader), isReplacing };
}

function readDatabase(reader: TokenReader): Statement {
  const isQuiet = reader.accept('IF', 'NOT', 'EXISTS');
  const name = reader.name().toLowerCase();
  const comment = readComment(reader);
  const location = reader.accept('LOCATION') ? reader.string() : undefined;
  if (reader.accept('WITH', 'DBPROPERTIES')) readProperties(reader);
  reader.end();
  return { kind: 'create-database', name, isQuiet, comment, location };
}

function readTableAs(reader: TokenReader): CreateTableAs {
  const isQuiet = reader.accept('IF', 'NOT', 'EXISTS');
  const table = readTableName(reader);
  if (reader.is('(')) {
    throw new QueryFault(
      'NOT_SUPPORTED',
      'CREATE TABLE with columns makes an Iceberg table, which is not supported in this sandbox: use CREATE EXTERNAL TABLE.',
    );
  }
  const properties = reader.accept('WITH') ? readProperties(reader) : {};
  reader.expect('AS');
  const text = rest(reader);
  const withData = !/\bWITH\s+NO\s+DATA\s*$/i.test(text);
  return {
    kind: 'create-table-as',
    table,
    isQuiet,
    properties,
    select: text.replace(/\bWITH\s+(NO\s+)?DATA\s*$/i, ''),
    withData,
  };
}

type Clauses = { -readonly [Name in keyof CreateTable]?: CreateTable[Name] };

function readExternalTable(reader: TokenReader): CreateTable {
  const isQuiet = reader.accept('IF', 'NOT', 'EXISTS');
  const table = readTableName(reader);
  const columns = reader.list(() => readColumn(reader));
  const clauses: Clauses = {};
  while (!reader.isAtEnd && !reader.is(';')) readClause(reader, clauses);
  reader.end();
  if (clauses.location === undefined) throw new QueryFault('SYNTAX_ERROR', 'CREATE EXTERNAL TABLE needs a LOCATION.');
  const { partitionKeys = [], serdeProperties = {}, properties = {}, comment, serde, storedAs, location } = clauses;
  return {
    kind: 'create-table',
    table,
    isQuiet,
    columns,
    partitionKeys,
    comment,
    serde,
    serdeProperties,
    storedAs,
    location,
    properties,
  };
}

function readClause(reader: TokenReader, clauses: Clauses): void {
  if (reader.is('COMMENT')) clauses.comment = readComment(reader);
  else if (reader.accept('PARTITIONED', 'BY')) clauses.partitionKeys = reader.list(() => readColumn(reader));
  else if (reader.accept('ROW', 'FORMAT')) readRowFormat(reader, clauses);
  else if (reader.accept('WITH', 'SERDEPROPERTIES')) clauses.serdeProperties = readProperties(reader);
  else if (reader.accept('STORED', 'AS')) clauses.storedAs = readStoredAs(reader);
  else if (reader.accept('LOCATION')) clauses.location = reader.string();
  else if (reader.accept('TBLPROPERTIES')) clauses.properties = readProperties(reader);
  else throw reader.mismatch("'COMMENT', 'PARTITIONED', 'ROW', 'WITH', 'STORED', 'LOCATION', 'TBLPROPERTIES'");
}

function readRowFormat(reader: TokenReader, clauses: Clauses): void {
  if (reader.accept('SERDE')) {
    clauses.serde = reader.string();
    return;
  }
  reader.expect('DELIMITED');
  clauses.serdeProperties = { ...clauses.serdeProperties, ...readDelimiters(reader) };
}

const DELIMITERS: readonly (readonly [words: readonly string[], property: string])[] = [
  [['FIELDS', 'TERMINATED', 'BY'], 'field.delim'],
  [['ESCAPED', 'BY'], 'escape.delim'],
  [['COLLECTION', 'ITEMS', 'TERMINATED', 'BY'], 'collection.delim'],
  [['MAP', 'KEYS', 'TERMINATED', 'BY'], 'mapkey.delim'],
  [['LINES', 'TERMINATED', 'BY'], 'line.delim'],
  [['NULL', 'DEFINED', 'AS'], 'serialization.null.format'],
];

function readDelimiters(reader: TokenReader): Properties {
  const found: Record<string, string> = {};
  for (let next = delimiterAt(reader); next; next = delimiterAt(reader)) found[next] = optionalText(reader) ?? '';
  if (found['field.delim'] !== undefined) found['serialization.format'] = found['field.delim'];
  return found;
}

const delimiterAt = (reader: TokenReader): string | undefined =>
  DELIMITERS.find(([words]) => reader.accept(...words))?.[1];

/** The format's name; of `INPUTFORMAT … OUTPUTFORMAT …` the first class. */
function readStoredAs(reader: TokenReader): string {
  if (!reader.accept('INPUTFORMAT')) return reader.name().toUpperCase();
  const input = reader.string();
  reader.expect('OUTPUTFORMAT');
  reader.string();
  return /parquet/i.test(input) ? 'PARQUET' : /orc|avro/i.test(input) ? input : 'TEXTFILE';
}
