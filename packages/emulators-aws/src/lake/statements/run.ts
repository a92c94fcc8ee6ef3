import { collectRows } from '../results.ts';
import { withSelect } from '../select.ts';
import { columnsToWrite } from '../writing.ts';
import { addPartitions, dropPartitions, repairTable } from './change-partitions.ts';
import {
  addColumns,
  createDatabase,
  createTable,
  createView,
  dropDatabase,
  dropTable,
  setProperties,
} from './change-tables.ts';
import { dml, type StatementOutcome, type StatementTask } from './outcome.ts';
import { describeTable, showColumns, showCreateTable, showDatabases, showPartitions, showTables } from './show.ts';
import type { Statement } from './statement.ts';
import { createTableAs, insertInto, unload } from './write.ts';

/** Runs a statement that was read by `parseStatement`. Throws QueryFault. */
export function runStatement(task: StatementTask, statement: Statement): Promise<StatementOutcome> {
  switch (statement.kind) {
    case 'select':
      return select(task, statement.sql);
    case 'create-table-as':
      return createTableAs(task, statement);
    case 'insert':
      return insertInto(task, statement);
    case 'unload':
      return unload(task, statement);
    case 'create-view':
      return view(task, statement);
    default:
      return runDefinition(task, statement);
  }
}

type Definition = Exclude<Statement, { kind: 'select' | 'create-table-as' | 'insert' | 'unload' | 'create-view' }>;

function runDefinition(task: StatementTask, statement: Definition): Promise<StatementOutcome> {
  switch (statement.kind) {
    case 'create-table':
      return createTable(task, statement);
    case 'create-database':
      return createDatabase(task, statement);
    case 'drop-database':
      return dropDatabase(task, statement);
    case 'drop-table':
      return dropTable(task, statement);
    case 'add-partitions':
      return addPartitions(task, statement);
    case 'drop-partitions':
      return dropPartitions(task, statement);
    case 'add-columns':
      return addColumns(task, statement.table, statement.columns);
    case 'set-properties':
      return setProperties(task, statement.table, statement.properties);
    case 'repair':
      return repairTable(task, statement.table);
    default:
      return runShow(task, statement);
  }
}

type Shown = Extract<Statement, { kind: `show-${string}` | 'describe' }>;

function runShow(task: StatementTask, statement: Shown): Promise<StatementOutcome> {
  switch (statement.kind) {
    case 'show-databases':
      return showDatabases(task, statement.pattern);
    case 'show-tables':
      return showTables(task, statement);
    case 'show-partitions':
      return showPartitions(task, statement.table);
    case 'show-columns':
      return showColumns(task, statement.table);
    case 'show-create-table':
      return showCreateTable(task, statement.table);
    case 'describe':
      return describeTable(task, statement.table);
  }
}

function select({ reader, database, bytesLimit, signal }: StatementTask, sql: string): Promise<StatementOutcome> {
  const limits = { ...(bytesLimit === undefined ? {} : { bytesLimit }), ...(signal === undefined ? {} : { signal }) };
  return withSelect({ reader, database, sql, ...limits }, async (ready) => {
    const { columns, rows } = await collectRows(ready);
    return dml('SELECT', { columns, rows, scannedBytes: ready.scannedBytes });
  });
}

function view(task: StatementTask, statement: Extract<Statement, { kind: 'create-view' }>): Promise<StatementOutcome> {
  const { reader, database } = task;
  return withSelect({ reader, database, sql: statement.select, isPlanOnly: true }, async (ready) =>
    createView(task, statement, await columnsToWrite(ready, true)),
  );
}
