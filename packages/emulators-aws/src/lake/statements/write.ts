import type { Table } from '@aws-sdk/client-glue';
import { s3Uri } from '../../s3/objects.ts';
import { storageOf } from '../catalog-writing.ts';
import { listTableObjects } from '../files.ts';
import { formatOf, SERDES } from '../formats.ts';
import { duckTypeOf, parseHiveType } from '../hive-type.ts';
import { notSupported, QueryFault } from '../query-fault.ts';
import { type ReadySelect, withSelect } from '../select.ts';
import { quoteName } from '../sql-text.ts';
import {
  columnsToWrite,
  typedSelect,
  type WritingOptions,
  type WrittenColumn,
  type WrittenFile,
  writeRows,
} from '../writing.ts';
import { addPartitionFolders } from './change-partitions.ts';
import { databaseOf, getTable, glue, glueUnless } from './glue-calls.ts';
import { dml, done, type StatementOutcome, type StatementTask } from './outcome.ts';
import type { CreateTableAs, Properties, Statement } from './statement.ts';

type Of<Kind extends Statement['kind']> = Extract<Statement, { kind: Kind }>;

const FORMATS: Readonly<Record<string, WritingOptions['format']>> = {
  parquet: 'parquet',
  json: 'json',
  textfile: 'text',
  csv: 'text',
};
const KNOWN_PROPERTIES = [
  'format',
  'external_location',
  'partitioned_by',
  'partition_by',
  'field_delimiter',
  'delimiter',
  'compression',
  'write_compression',
  'parquet_compression',
  'header',
];

/** Reads `WITH (format = …)`. Throws QueryFault for what is not written here. */
export function writingOptions(properties: Properties): WritingOptions {
  const unknown = Object.keys(properties).find((name) => !KNOWN_PROPERTIES.includes(name));
  if (unknown !== undefined) throw notSupported(`The property ${unknown}`);
  const named = String(properties.format ?? 'parquet').toLowerCase();
  const format = FORMATS[named];
  if (format === undefined) throw notSupported(`Writing ${named.toUpperCase()}`);
  const partitions = properties.partitioned_by ?? properties.partition_by ?? [];
  const hasHeader = named === 'csv' && String(properties.header ?? 'true').toLowerCase() !== 'false';
  const compression = properties.write_compression ?? properties.parquet_compression ?? properties.compression;
  return {
    format,
    delimiter: String(properties.field_delimiter ?? properties.delimiter ?? (named === 'csv' ? ',' : '\u0001')),
    compression: String(compression ?? (named === 'csv' ? 'none' : 'gzip')).toLowerCase(),
    partitionedBy: (typeof partitions === 'string' ? [partitions] : partitions).map((name) => name.toLowerCase()),
    hasHeader,
  };
}

const selectTask = ({ reader, database, bytesLimit, signal }: StatementTask, sql: string) => ({
  reader,
  sql,
  database,
  ...(bytesLimit === undefined ? {} : { bytesLimit }),
  ...(signal === undefined ? {} : { signal }),
});

const asDuck = (columns: readonly WrittenColumn[]) =>
  columns.map(({ name, type }) => ({ name, duckType: duckTypeOf(parseHiveType(type)) }));

const urisOf = (files: readonly WrittenFile[]): string[] => files.map(({ location }) => s3Uri(location));

const countRows = async ({ bench, select }: ReadySelect): Promise<number> =>
  Number(await bench.value(`SELECT count(*) FROM (${select})`));

export function unload(task: StatementTask, { select, to, properties }: Of<'unload'>): Promise<StatementOutcome> {
  const options = writingOptions(properties);
  return withSelect(selectTask(task, select), async (ready) => {
    await demandEmpty(task, to);
    const columns = await columnsToWrite(ready, true);
    const files = await writeRows(ready, task.reader, typedSelect(ready, asDuck(columns)), {
      to,
      name: task.id,
      options,
    });
    return dml('UNLOAD', {
      scannedBytes: ready.scannedBytes,
      written: urisOf(files),
      updateCount: await countRows(ready),
    });
  });
}

async function demandEmpty({ reader }: StatementTask, location: string): Promise<void> {
  const objects = await listTableObjects(reader, location);
  if (objects.length === 0) return;
  throw new QueryFault(
    'HIVE_PATH_ALREADY_EXISTS',
    `Target directory for table already exists: ${location}. Choose an empty location or delete what is there.`,
  );
}

export async function createTableAs(task: StatementTask, statement: CreateTableAs): Promise<StatementOutcome> {
  const { table, properties, isQuiet, select, withData } = statement;
  const DatabaseName = databaseOf(task, table);
  const known = await glueUnless(task, 'EntityNotFoundException', 'GetTable', { DatabaseName, Name: table.name });
  if (known && isQuiet) return done('CREATE_TABLE_AS_SELECT');
  if (known)
    throw new QueryFault(
      'TABLE_ALREADY_EXISTS',
      `line 1:1: Destination table 'awsdatacatalog.${DatabaseName}.${table.name}' already exists`,
    );
  const options = writingOptions(properties);
  const location = locationOf(task, properties);
  return withSelect(selectTask(task, select), async (ready) => {
    await demandEmpty(task, location);
    const columns = await columnsToWrite(ready, true);
    demandPartitionsLast(columns, options);
    const rows = typedSelect(ready, asDuck(columns));
    const files = withData ? await writeRows(ready, task.reader, rows, { to: location, name: task.id, options }) : [];
    const TableInput = tableInput(statement, columns, location, options);
    await glue(task, 'CreateTable', { DatabaseName, TableInput });
    if (options.partitionedBy.length > 0) await addPartitionFolders(task, table, TableInput as Table, urisOf(files)); // the same members
    const updateCount = withData ? await countRows(ready) : 0;
    return {
      ...dml('CREATE_TABLE_AS_SELECT', { scannedBytes: ready.scannedBytes, written: urisOf(files), updateCount }),
      type: 'DDL',
    };
  });
}

function locationOf({ outputLocation, id }: StatementTask, { external_location: given }: Properties): string {
  if (typeof given === 'string') return given.endsWith('/') ? given : `${given}/`;
  if (outputLocation === undefined)
    throw new QueryFault('INVALID_LOCATION', 'Say in external_location where the table shall lie.');
  return `${outputLocation.replace(/\/$/, '')}/tables/${id}/`;
}

function demandPartitionsLast(columns: readonly WrittenColumn[], { partitionedBy }: WritingOptions): void {
  const last = columns.slice(columns.length - partitionedBy.length).map(({ name }) => name);
  if (partitionedBy.every((name, i) => last[i] === name)) return;
  throw new QueryFault(
    'HIVE_COLUMN_ORDER_MISMATCH',
    `Partition keys must be the last columns in the table and in the same order as the table properties: ${JSON.stringify(partitionedBy)}`,
  );
}

function tableInput(
  { table }: CreateTableAs,
  columns: readonly WrittenColumn[],
  location: string,
  { format, delimiter, partitionedBy }: WritingOptions,
) {
  const entries = columns.map(({ name, type }) => ({ Name: name, Type: type }));
  const data = entries.slice(0, entries.length - partitionedBy.length);
  const serde = { parquet: SERDES.parquet, json: SERDES.json, text: SERDES.delimited }[format];
  const parameters: Record<string, string> =
    format === 'text' ? { 'field.delim': delimiter, 'serialization.format': delimiter } : {};
  return {
    Name: table.name,
    TableType: 'EXTERNAL_TABLE',
    Parameters: { EXTERNAL: 'TRUE', has_encrypted_data: 'false', auto_increment_timestamp: 'false' },
    PartitionKeys: entries.slice(data.length),
    StorageDescriptor: storageOf(data, location, serde, parameters),
  };
}

export async function insertInto(
  task: StatementTask,
  { table, columns: named, select }: Of<'insert'>,
): Promise<StatementOutcome> {
  const entry = await getTable(task, table);
  const keys = (entry.PartitionKeys ?? []).map(({ Name = '' }) => Name);
  const targets = [...(entry.StorageDescriptor?.Columns ?? []), ...(entry.PartitionKeys ?? [])].map(
    ({ Name = '', Type = 'string' }) => ({ name: Name, duckType: duckTypeOf(parseHiveType(Type)) }),
  );
  const options = optionsOf(entry, keys);
  return withSelect(selectTask(task, select), async (ready) => {
    const given = await ready.bench.columns(ready.select);
    const order = named.length > 0 ? named : targets.map(({ name }) => name);
    if (given.length !== order.length) {
      throw new QueryFault(
        'TYPE_MISMATCH',
        `line 1:1: Insert query has mismatched column types: Table has ${order.length} columns, the query gives ${given.length}.`,
      );
    }
    const rows = arranged(ready, targets, order);
    const to = entry.StorageDescriptor?.Location ?? '';
    const files = await writeRows(ready, task.reader, rows, { to, name: task.id, options });
    if (keys.length > 0) await addPartitionFolders(task, table, entry, urisOf(files));
    return dml('INSERT', {
      scannedBytes: ready.scannedBytes,
      written: urisOf(files),
      updateCount: await countRows(ready),
    });
  });
}

/** The query's columns in the order of the table's, those that are not given NULL. */
function arranged(
  { select }: ReadySelect,
  targets: readonly { name: string; duckType: string }[],
  order: readonly string[],
): string {
  const unknown = order.find((name) => !targets.some((target) => target.name === name));
  if (unknown !== undefined)
    throw new QueryFault('COLUMN_NOT_FOUND', `Insert column name does not exist in target table: ${unknown}`);
  const casts = targets.map(({ name, duckType }) => {
    const at = order.indexOf(name);
    return `CAST(${at < 0 ? 'NULL' : `c${at}`} AS ${duckType}) AS ${quoteName(name)}`;
  });
  return `SELECT ${casts.join(', ')} FROM (${select}) AS t(${order.map((_, i) => `c${i}`).join(', ')})`;
}

function optionsOf(entry: Table, partitionedBy: readonly string[]): WritingOptions {
  const format = formatOf(entry);
  const delimiter = 'delimiter' in format ? format.delimiter : '\u0001';
  const written = { parquet: 'parquet', json: 'json', delimited: 'text', csv: 'text' } as const;
  return { format: written[format.kind], delimiter, compression: 'gzip', partitionedBy, hasHeader: false };
}
