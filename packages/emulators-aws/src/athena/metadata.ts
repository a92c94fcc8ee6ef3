import type { Database, TableMetadata } from '@aws-sdk/client-athena';
import type { Database as GlueDatabase, Table } from '@aws-sdk/client-glue';
import { ServiceError } from '@cairn/emulator-kit';
import { metadataError } from './errors.ts';
import type { AthenaCall } from './state.ts';

/** Asks the data catalog as the caller. Throws MetadataException when it refuses. */
export async function fromGlue<Output>(call: AthenaCall, operation: string, input: object): Promise<Output> {
  try {
    return await call.invoke<Output>('glue', operation, input, call.principal);
  } catch (error) {
    throw error instanceof ServiceError ? metadataError(error.message) : error;
  }
}

export const paged = ({
  NextToken,
  MaxResults,
}: {
  NextToken?: string | undefined;
  MaxResults?: number | undefined;
}) => ({
  ...(NextToken === undefined ? {} : { NextToken }),
  ...(MaxResults === undefined ? {} : { MaxResults }),
});

export const databaseMetadata = ({ Name, Description, Parameters }: GlueDatabase): Database => ({
  Name,
  ...(Description === undefined ? {} : { Description }),
  ...(Parameters ? { Parameters } : {}),
});

export function tableMetadata(table: Table): TableMetadata {
  const { Name, CreateTime, TableType, StorageDescriptor: storage, PartitionKeys = [], Parameters } = table;
  const serde = storage?.SerdeInfo?.SerializationLibrary;
  return {
    Name,
    CreateTime,
    TableType,
    Columns: (storage?.Columns ?? []).map(({ Name: name, Type }) => ({ Name: name, Type })),
    PartitionKeys: PartitionKeys.map(({ Name: name, Type }) => ({ Name: name, Type })),
    Parameters: {
      ...Parameters,
      ...(storage?.Location === undefined ? {} : { location: storage.Location }),
      ...(storage?.InputFormat === undefined ? {} : { inputformat: storage.InputFormat }),
      ...(storage?.OutputFormat === undefined ? {} : { outputformat: storage.OutputFormat }),
      ...(serde === undefined ? {} : { 'serde.serialization.lib': serde }),
    },
  };
}
