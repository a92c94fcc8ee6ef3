import type { Table, TableInput } from '@aws-sdk/client-glue';
import { tableInputOf, textsOf } from '../catalog-writing.ts';
import { hiveTypeText } from '../hive-type.ts';
import { QueryFault } from '../query-fault.ts';
import { viewText } from '../view-text.ts';
import { databaseOf, getTable, glue, glueUnless } from './glue-calls.ts';
import { done, type StatementOutcome, type StatementTask } from './outcome.ts';
import type { ColumnSpec, CreateTable, Properties, Statement, TableName } from './statement.ts';

type Of<Kind extends Statement['kind']> = Extract<Statement, { kind: Kind }>;

const EXISTS = 'AlreadyExistsException';
const ABSENT = 'EntityNotFoundException';

export async function createDatabase(
  task: StatementTask,
  { name, isQuiet, comment, location }: Of<'create-database'>,
): Promise<StatementOutcome> {
  const DatabaseInput = {
    Name: name,
    ...(comment === undefined ? {} : { Description: comment }),
    ...(location === undefined ? {} : { LocationUri: location }),
  };
  await glueUnless(task, isQuiet ? EXISTS : undefined, 'CreateDatabase', { DatabaseInput });
  return done('CREATE_DATABASE');
}

export async function dropDatabase(
  task: StatementTask,
  { name, isQuiet, isCascading }: Of<'drop-database'>,
): Promise<StatementOutcome> {
  const tables = await glueUnless<{ TableList?: Table[] }>(task, isQuiet ? ABSENT : undefined, 'GetTables', {
    DatabaseName: name,
  });
  if (tables && !isCascading && (tables.TableList ?? []).length > 0) {
    throw new QueryFault(
      'SCHEMA_NOT_EMPTY',
      `Database ${name} is not empty. One or more tables exist: add CASCADE to drop them too.`,
    );
  }
  if (tables) await glue(task, 'DeleteDatabase', { Name: name });
  return done('DROP_DATABASE');
}

export async function createTable(task: StatementTask, statement: CreateTable): Promise<StatementOutcome> {
  const input = { DatabaseName: databaseOf(task, statement.table), TableInput: tableInputOf(statement) };
  await glueUnless(task, statement.isQuiet ? EXISTS : undefined, 'CreateTable', input);
  return done('CREATE_TABLE');
}

export async function dropTable(
  task: StatementTask,
  { table, isQuiet, what }: Of<'drop-table'>,
): Promise<StatementOutcome> {
  const input = { DatabaseName: databaseOf(task, table), Name: table.name };
  await glueUnless(task, isQuiet ? ABSENT : undefined, 'DeleteTable', input);
  return done(`DROP_${what}`);
}

export interface ViewColumn {
  readonly name: string;
  readonly type: string;
}

export async function createView(
  task: StatementTask,
  { table, select, isReplacing }: Of<'create-view'>,
  columns: readonly ViewColumn[],
): Promise<StatementOutcome> {
  const DatabaseName = databaseOf(task, table);
  const TableInput: TableInput = {
    Name: table.name,
    TableType: 'VIRTUAL_VIEW',
    Parameters: { presto_view: 'true', comment: 'Presto View' },
    PartitionKeys: [],
    StorageDescriptor: {
      Columns: columns.map(({ name, type }) => ({ Name: name, Type: type })),
      Location: '',
      SerdeInfo: {},
    },
    ViewOriginalText: viewText(select, DatabaseName),
    ViewExpandedText: '/* Presto View */',
  };
  const made = await glueUnless(task, isReplacing ? EXISTS : undefined, 'CreateTable', { DatabaseName, TableInput });
  if (made === undefined) await glue(task, 'UpdateTable', { DatabaseName, TableInput });
  return done('CREATE_VIEW');
}

export async function addColumns(
  task: StatementTask,
  table: TableName,
  columns: readonly ColumnSpec[],
): Promise<StatementOutcome> {
  const added = columns.map(({ name, type }) => ({ Name: name, Type: hiveTypeText(type) }));
  await update(task, table, ({ StorageDescriptor: storage }) => ({
    StorageDescriptor: { ...storage, Columns: [...(storage?.Columns ?? []), ...added] },
  }));
  return done('ALTER_TABLE_ADD_COLUMNS');
}

export async function setProperties(
  task: StatementTask,
  table: TableName,
  properties: Properties,
): Promise<StatementOutcome> {
  await update(task, table, ({ Parameters: before }) => ({ Parameters: { ...before, ...textsOf(properties) } }));
  return done('ALTER_TABLE_SET_TBLPROPERTIES');
}

async function update(
  task: StatementTask,
  table: TableName,
  change: (entry: Table) => Partial<TableInput>,
): Promise<void> {
  const entry = await getTable(task, table);
  const { Name, TableType, Parameters, StorageDescriptor, PartitionKeys } = entry;
  const TableInput = { Name, TableType, Parameters, StorageDescriptor, PartitionKeys, ...change(entry) };
  await glue(task, 'UpdateTable', { DatabaseName: databaseOf(task, table), TableInput });
}
