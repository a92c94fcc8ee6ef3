import type { Database, DatabaseInput, Partition, PartitionInput, Table, TableInput } from '@aws-sdk/client-glue';
import { databaseNotFound, invalidInput, notFound, notSupported, partitionNotFound, tableNotFound } from '../errors.ts';
import type { CatalogDatabase, CatalogTable, GlueCall } from '../state.ts';

interface NamesCatalog {
  readonly CatalogId?: string | undefined;
}

/** Throws EntityNotFoundException when another account's catalog is named. */
export function demandOwnCatalog(call: GlueCall, { CatalogId: id }: NamesCatalog): void {
  if (id !== undefined && id !== call.accountId) throw notFound(`Catalog ${id} not found.`);
}

export function getDatabaseEntry(call: GlueCall, name: string | undefined): CatalogDatabase {
  const database = call.state.databases.get((name ?? '').toLowerCase());
  if (!database) throw databaseNotFound(name ?? '');
  return database;
}

export function getTableEntry(call: GlueCall, database: string | undefined, name: string | undefined): CatalogTable {
  const table = getDatabaseEntry(call, database).tables.get((name ?? '').toLowerCase());
  if (!table) throw tableNotFound(name ?? '');
  return table;
}

export const partitionKey = (values: readonly string[]): string => JSON.stringify(values);

export function getPartitionEntry(table: CatalogTable, values: readonly string[] | undefined): Partition {
  const partition = table.partitions.get(partitionKey(values ?? []));
  if (!partition) throw partitionNotFound();
  return partition;
}

export function databaseOf(
  call: GlueCall,
  { TargetDatabase, FederatedDatabase, ...input }: DatabaseInput,
  createdAt: Date,
): Database {
  if (TargetDatabase) throw notSupported('A resource link to another database');
  if (FederatedDatabase) throw notSupported('A federated database');
  return { ...input, Name: (input.Name ?? '').toLowerCase(), CreateTime: createdAt, CatalogId: call.accountId };
}

/** A table as the catalog keeps it. `before` is left out for a new one. */
export function tableOf(call: GlueCall, database: string, input: TableInput, before?: Table): Table {
  if (input.TargetTable) throw notSupported('A resource link to another table');
  const { TargetTable: _link, ViewDefinition: _view, ...kept } = input;
  demandColumnsOnce(input);
  return {
    ...kept,
    Name: (input.Name ?? '').toLowerCase(),
    DatabaseName: database.toLowerCase(),
    Retention: input.Retention ?? 0,
    PartitionKeys: input.PartitionKeys ?? [],
    CreateTime: before?.CreateTime ?? call.date(),
    UpdateTime: call.date(),
    CreatedBy: before?.CreatedBy ?? call.principal.arn,
    IsRegisteredWithLakeFormation: false,
    CatalogId: call.accountId,
    VersionId: before ? String(Number(before.VersionId) + 1) : '0',
  };
}

function demandColumnsOnce({ StorageDescriptor: storage, PartitionKeys: keys = [] }: TableInput): void {
  const names = [...(storage?.Columns ?? []), ...keys].map(({ Name }) => (Name ?? '').toLowerCase());
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined)
    throw invalidInput(`Column ${twice} is there twice: columns and partition keys need different names.`);
}

/** A partition as the catalog keeps it. Throws InvalidInputException when its values do not fit the table's keys. */
export function partitionOf(call: GlueCall, { entry: table }: CatalogTable, input: PartitionInput): Partition {
  const { Values: values = [] } = input;
  if (values.length !== (table.PartitionKeys ?? []).length) {
    throw invalidInput('The number of partition keys do not match the number of partition values');
  }
  return {
    ...input,
    DatabaseName: table.DatabaseName,
    TableName: table.Name,
    CreationTime: call.date(),
    CatalogId: call.accountId,
  };
}
