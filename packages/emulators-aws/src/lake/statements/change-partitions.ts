import type { BatchCreatePartitionResponse, Table } from '@aws-sdk/client-glue';
import { partitionInput } from '../catalog-writing.ts';
import { listTableObjects } from '../files.ts';
import { QueryFault } from '../query-fault.ts';
import { databaseOf, getTable, glue, glueUnless } from './glue-calls.ts';
import { done, type StatementOutcome, type StatementTask } from './outcome.ts';
import type { PartitionSpec, Statement, TableName } from './statement.ts';

type Of<Kind extends Statement['kind']> = Extract<Statement, { kind: Kind }>;

export async function addPartitions(
  task: StatementTask,
  { table, isQuiet, partitions }: Of<'add-partitions'>,
): Promise<StatementOutcome> {
  const entry = await getTable(task, table);
  for (const partition of partitions) {
    const values = valuesOf(entry, partition);
    const location = partition.location ?? folderOf(entry, values);
    const input = { ...names(task, table), PartitionInput: partitionInput(entry.StorageDescriptor, values, location) };
    await glueUnless(task, isQuiet ? 'AlreadyExistsException' : undefined, 'CreatePartition', input);
  }
  return done('ALTER_TABLE_ADD_PARTITION');
}

export async function dropPartitions(
  task: StatementTask,
  { table, isQuiet, partitions }: Of<'drop-partitions'>,
): Promise<StatementOutcome> {
  const entry = await getTable(task, table);
  for (const partition of partitions) {
    const input = { ...names(task, table), PartitionValues: valuesOf(entry, partition) };
    await glueUnless(task, isQuiet ? 'EntityNotFoundException' : undefined, 'DeletePartition', input);
  }
  return done('ALTER_TABLE_DROP_PARTITION');
}

/** Adds the partitions whose folders, `key=value` for each key in order, hold files under the table's location. */
export async function repairTable(task: StatementTask, table: TableName): Promise<StatementOutcome> {
  const entry = await getTable(task, table);
  const location = entry.StorageDescriptor?.Location ?? '';
  if ((entry.PartitionKeys ?? []).length === 0) {
    throw new QueryFault('INVALID_TABLE', `Table ${table.name} is not partitioned: there is nothing to repair.`);
  }
  const objects = await listTableObjects(task.reader, location);
  const folders = objects.map(({ bucket, key }) => `s3://${bucket}/${key}`);
  await addPartitionFolders(task, table, entry, folders);
  return done('MSCK_REPAIR_TABLE');
}

/** Adds the partitions of objects that lie in folders of the table; those it has already stay as they are. */
export async function addPartitionFolders(
  task: StatementTask,
  table: TableName,
  entry: Table,
  uris: readonly string[],
): Promise<void> {
  const found = new Map<string, string[]>();
  for (const uri of uris) {
    const values = valuesInPath(entry, uri);
    if (values) found.set(JSON.stringify(values), values);
  }
  const inputs = [...found.values()].map((values) =>
    partitionInput(entry.StorageDescriptor, values, folderOf(entry, values)),
  );
  for (let at = 0; at < inputs.length; at += MOST_AT_ONCE) {
    const input = { ...names(task, table), PartitionInputList: inputs.slice(at, at + MOST_AT_ONCE) };
    await glue<BatchCreatePartitionResponse>(task, 'BatchCreatePartition', input);
  }
}

const MOST_AT_ONCE = 100;

const names = (task: StatementTask, table: TableName) => ({
  DatabaseName: databaseOf(task, table),
  TableName: table.name,
});

function valuesInPath(
  { PartitionKeys: keys = [], StorageDescriptor: storage }: Table,
  uri: string,
): string[] | undefined {
  const root = `${(storage?.Location ?? '').replace(/\/$/, '')}/`;
  const folders = uri.slice(root.length).split('/').slice(0, -1);
  const values = keys.map(({ Name = '' }, i) => {
    const [key, ...value] = (folders[i] ?? '').split('=');
    return key?.toLowerCase() === Name.toLowerCase() && value.length > 0
      ? decodeURIComponent(value.join('='))
      : undefined;
  });
  return values.every((value) => value !== undefined) ? values : undefined;
}

function folderOf({ PartitionKeys: keys = [], StorageDescriptor: storage }: Table, values: readonly string[]): string {
  const folders = keys.map(({ Name }, i) => `${Name}=${encodeURIComponent(values[i] ?? '')}`);
  return `${(storage?.Location ?? '').replace(/\/$/, '')}/${folders.join('/')}/`;
}

function valuesOf({ PartitionKeys: keys = [] }: Table, { values }: PartitionSpec): string[] {
  const unknown = [...values.keys()].find((key) => !keys.some(({ Name }) => Name?.toLowerCase() === key));
  if (unknown !== undefined) throw new QueryFault('COLUMN_NOT_FOUND', `${unknown} is no partition key of the table.`);
  return keys.map(({ Name = '' }) => {
    const value = values.get(Name.toLowerCase());
    if (value === undefined)
      throw new QueryFault('INVALID_PARTITION_VALUE', `The partition needs a value for its key ${Name}.`);
    return value;
  });
}
