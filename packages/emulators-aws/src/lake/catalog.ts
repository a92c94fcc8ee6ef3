import type { GetPartitionsResponse, GetTableResponse, Partition, Table } from '@aws-sdk/client-glue';
import { type Call, type Principal, ServiceError } from '@cairn/emulator-kit';
import { type HiveType, parseHiveType } from './hive-type.ts';
import { QueryFault } from './query-fault.ts';
import type { TableRef } from './rewrite.ts';

/** Who reads the lake, and through which call: rights are asked of this principal at every table and object. */
export interface Reader {
  readonly call: LakeCall;
  readonly principal: Principal;
}

export type LakeCall = Pick<Call<unknown>, 'invoke' | 'now' | 'region' | 'accountId'>;

export interface LakeColumn {
  readonly name: string;
  readonly type: HiveType;
}

/** A table of the catalog as a query needs it. */
export interface LakeTable {
  readonly ref: TableRef;
  readonly entry: Table;
  readonly columns: readonly LakeColumn[];
  readonly partitionKeys: readonly LakeColumn[];
}

export interface LakePartition {
  readonly values: readonly string[];
  readonly location: string;
}

/** The table that a query names. Throws QueryFault when it is not there or may not be read. */
export async function getLakeTable({ call, principal }: Reader, ref: TableRef): Promise<LakeTable> {
  const input = { DatabaseName: ref.database, Name: ref.name };
  try {
    const { Table: entry } = await call.invoke<GetTableResponse>('glue', 'GetTable', input, principal);
    if (!entry) throw new RangeError('GetTable answers with a table');
    const columns = (entry.StorageDescriptor?.Columns ?? []).map(columnOf);
    return { ref, entry, columns, partitionKeys: (entry.PartitionKeys ?? []).map(columnOf) };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    if (error.code !== 'EntityNotFoundException') throw refusal(error);
    throw /^Database/.test(error.message)
      ? new QueryFault('SCHEMA_NOT_FOUND', `${ref.place}: Schema '${ref.database}' does not exist`)
      : new QueryFault(
          'TABLE_NOT_FOUND',
          `${ref.place}: Table 'awsdatacatalog.${ref.database}.${ref.name}' does not exist`,
        );
  }
}

const columnOf = ({ Name, Type }: { Name?: string | undefined; Type?: string | undefined }): LakeColumn => ({
  name: (Name ?? '').toLowerCase(),
  type: parseHiveType(Type ?? 'string'),
});

/** All partitions of a table. */
export async function listLakePartitions({ call, principal }: Reader, { ref }: LakeTable): Promise<LakePartition[]> {
  const found: Partition[] = [];
  let token: string | undefined;
  do {
    const input = {
      DatabaseName: ref.database,
      TableName: ref.name,
      ...(token === undefined ? {} : { NextToken: token }),
    };
    const page = await call.invoke<GetPartitionsResponse>('glue', 'GetPartitions', input, principal).catch(asFault);
    found.push(...(page.Partitions ?? []));
    token = page.NextToken;
  } while (token !== undefined);
  return found.map(({ Values = [], StorageDescriptor }) => ({
    values: Values,
    location: StorageDescriptor?.Location ?? '',
  }));
}

/** Another service's refusal in the words of a query that failed. */
export function refusal(error: ServiceError): QueryFault {
  const isDenied = /AccessDenied/.test(error.code);
  return new QueryFault(
    isDenied ? 'PERMISSION_DENIED' : error.code,
    isDenied ? `Access denied. ${error.message}` : error.message,
  );
}

/** Throws what a call of another service failed with, as a QueryFault where it is a refusal. */
export function asFault(error: unknown): never {
  throw error instanceof ServiceError ? refusal(error) : error;
}
