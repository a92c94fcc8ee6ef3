import type { Column, Database, Partition, Table } from '@aws-sdk/client-glue';
import { viewSqlOf } from '../view-text.ts';
import { meets, starParts } from '../wildcard.ts';
import { databaseOf, getTable, glue } from './glue-calls.ts';
import { listing, type StatementOutcome, type StatementTask } from './outcome.ts';
import type { TableName } from './statement.ts';

/** All pages of a listing of Glue. */
async function all<Item>(task: StatementTask, operation: string, input: object, member: string): Promise<Item[]> {
  const found: Item[] = [];
  let NextToken: string | undefined;
  do {
    const page: Record<string, unknown> = await glue(
      task,
      operation,
      NextToken === undefined ? input : { ...input, NextToken },
    );
    found.push(...((page[member] ?? []) as Item[])); // the caller names what Glue lists there
    NextToken = page.NextToken as string | undefined; // of every listing
  } while (NextToken !== undefined);
  return found;
}

export async function showDatabases(task: StatementTask, pattern: string | undefined): Promise<StatementOutcome> {
  const databases = await all<Database>(task, 'GetDatabases', {}, 'DatabaseList');
  return names('SHOW_DATABASES', 'database_name', databases, pattern);
}

export async function showTables(
  task: StatementTask,
  shown: { database: string | undefined; pattern: string | undefined; isViews: boolean },
): Promise<StatementOutcome> {
  const tables = await all<Table>(task, 'GetTables', { DatabaseName: shown.database ?? task.database }, 'TableList');
  const chosen = shown.isViews ? tables.filter(({ TableType }) => TableType === 'VIRTUAL_VIEW') : tables;
  return names(
    shown.isViews ? 'SHOW_VIEWS' : 'SHOW_TABLES',
    shown.isViews ? 'views' : 'tab_name',
    chosen,
    shown.pattern,
  );
}

function names(
  what: string,
  column: string,
  found: readonly { Name: string | undefined }[],
  pattern: string | undefined,
): StatementOutcome {
  const matches = pattern === undefined ? () => true : hivePattern(pattern);
  const rows = found.map(({ Name = '' }) => Name).filter(matches);
  return listing(
    what,
    [column],
    rows.map((name) => [name]),
  );
}

/** Hive's patterns: `*` for anything, `|` for or. */
function hivePattern(pattern: string): (name: string) => boolean {
  const all = pattern.toLowerCase().split('|').map(starParts);
  return (name) => all.some((parts) => meets(name, parts));
}

export async function showPartitions(task: StatementTask, table: TableName): Promise<StatementOutcome> {
  const { PartitionKeys: keys = [] } = await getTable(task, table);
  const input = { DatabaseName: databaseOf(task, table), TableName: table.name };
  const partitions = await all<Partition>(task, 'GetPartitions', input, 'Partitions');
  const rows = partitions.map(({ Values = [] }) => [Values.map((value, i) => `${keys[i]?.Name}=${value}`).join('/')]);
  return listing('SHOW_PARTITIONS', ['partition'], rows);
}

export async function showColumns(task: StatementTask, table: TableName): Promise<StatementOutcome> {
  const columns = columnsOf(await getTable(task, table));
  return listing(
    'SHOW_COLUMNS',
    ['field'],
    columns.map(({ Name = '' }) => [Name]),
  );
}

export async function describeTable(task: StatementTask, table: TableName): Promise<StatementOutcome> {
  const entry = await getTable(task, table);
  const line = ({ Name = '', Type = '', Comment = '' }: Column) => [Name, Type, Comment];
  const keys = (entry.PartitionKeys ?? []).map(line);
  const partitions =
    keys.length === 0
      ? []
      : [['', '', ''], ['# Partition Information', '', ''], ['# col_name', 'data_type', 'comment'], ...keys];
  return listing(
    'DESCRIBE_TABLE',
    ['col_name', 'data_type', 'comment'],
    [...columnsOf(entry).map(line), ...partitions],
  );
}

const columnsOf = ({ StorageDescriptor: storage, PartitionKeys: keys = [] }: Table): Column[] => [
  ...(storage?.Columns ?? []),
  ...keys,
];

export async function showCreateTable(task: StatementTask, table: TableName): Promise<StatementOutcome> {
  const entry = await getTable(task, table);
  const view = viewSqlOf(entry);
  const text =
    view === undefined ? createText(databaseOf(task, table), entry) : `CREATE VIEW ${table.name} AS\n${view}`;
  return listing(
    'SHOW_CREATE_TABLE',
    ['createtab_stmt'],
    text.split('\n').map((line) => [line]),
  );
}

function createText(
  database: string,
  { Name, StorageDescriptor: storage, PartitionKeys: keys = [], Parameters = {} }: Table,
): string {
  const column = ({ Name: name, Type }: Column) => `  \`${name}\` ${Type}`;
  const pairs = (properties: Readonly<Record<string, string>>) =>
    Object.entries(properties)
      .map(([name, value]) => `  '${name}'='${value}'`)
      .join(',\n');
  const partitioned = keys.length === 0 ? [] : ['PARTITIONED BY (', `${keys.map(column).join(',\n')})`];
  return [
    `CREATE EXTERNAL TABLE \`${database}.${Name}\`(`,
    `${(storage?.Columns ?? []).map(column).join(',\n')})`,
    ...partitioned,
    'ROW FORMAT SERDE',
    `  '${storage?.SerdeInfo?.SerializationLibrary}'`,
    'WITH SERDEPROPERTIES (',
    `${pairs(storage?.SerdeInfo?.Parameters ?? {})})`,
    'STORED AS INPUTFORMAT',
    `  '${storage?.InputFormat}'`,
    'OUTPUTFORMAT',
    `  '${storage?.OutputFormat}'`,
    'LOCATION',
    `  '${storage?.Location}'`,
    'TBLPROPERTIES (',
    `${pairs(Parameters)})`,
  ].join('\n');
}
