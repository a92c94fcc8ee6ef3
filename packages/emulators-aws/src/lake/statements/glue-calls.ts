import type { GetTableResponse, Table } from '@aws-sdk/client-glue';
import { ServiceError } from '@cairn/emulator-kit';
import { asFault } from '../catalog.ts';
import { QueryFault } from '../query-fault.ts';
import type { StatementTask } from './outcome.ts';
import type { TableName } from './statement.ts';

/** Calls Glue as the one who runs the statement. Throws QueryFault when it refuses. */
export const glue = <Output>({ reader }: StatementTask, operation: string, input: object): Promise<Output> =>
  reader.call.invoke<Output>('glue', operation, input, reader.principal).catch(asFault);

/** The same, when one refusal is fine: `code` gives undefined. */
export async function glueUnless<Output>(
  { reader }: StatementTask,
  code: string | undefined,
  operation: string,
  input: object,
): Promise<Output | undefined> {
  try {
    return await reader.call.invoke<Output>('glue', operation, input, reader.principal);
  } catch (error) {
    if (code !== undefined && error instanceof ServiceError && error.code === code) return undefined;
    return asFault(error);
  }
}

export const databaseOf = (task: StatementTask, { database }: TableName): string => database ?? task.database;

/** Throws QueryFault when the table is not in the catalog. */
export async function getTable(task: StatementTask, table: TableName): Promise<Table> {
  const database = databaseOf(task, table);
  const input = { DatabaseName: database, Name: table.name };
  const found = await glueUnless<GetTableResponse>(task, 'EntityNotFoundException', 'GetTable', input);
  if (found?.Table) return found.Table;
  throw new QueryFault('TABLE_NOT_FOUND', `Table 'awsdatacatalog.${database}.${table.name}' does not exist`);
}
