import type { Column, PartitionInput, StorageDescriptor, TableInput } from '@aws-sdk/client-glue';
import { FILE_FORMATS, SERDES, type TableFormat } from './formats.ts';
import { hiveTypeText } from './hive-type.ts';
import { QueryFault } from './query-fault.ts';
import type { ColumnSpec, CreateTable, Properties } from './statements/statement.ts';

/** What the catalog keeps of `CREATE EXTERNAL TABLE`. Throws QueryFault for a format that is not read here. */
export function tableInputOf(statement: CreateTable): TableInput {
  const { table, columns, partitionKeys, comment, location, properties } = statement;
  return {
    Name: table.name,
    TableType: 'EXTERNAL_TABLE',
    PartitionKeys: partitionKeys.map(columnOf),
    Parameters: { EXTERNAL: 'TRUE', ...textsOf(properties), ...(comment === undefined ? {} : { comment }) },
    StorageDescriptor: storageOf(
      columns.map(columnOf),
      location,
      serdeOf(statement),
      textsOf(statement.serdeProperties),
    ),
  };
}

const columnOf = ({ name, type, comment }: ColumnSpec): Column => ({
  Name: name,
  Type: hiveTypeText(type),
  ...(comment === undefined ? {} : { Comment: comment }),
});

export const textsOf = (properties: Properties): Record<string, string> =>
  Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, typeof value === 'string' ? value : value.join(',')]),
  );

function serdeOf({ serde, storedAs = 'TEXTFILE' }: CreateTable): string {
  if (storedAs === 'PARQUET') return SERDES.parquet;
  if (storedAs !== 'TEXTFILE' && storedAs !== 'JSON') {
    throw new QueryFault(
      'NOT_SUPPORTED',
      `Tables stored as ${storedAs} are not supported in this sandbox: use PARQUET or TEXTFILE.`,
    );
  }
  return serde ?? (storedAs === 'JSON' ? SERDES.json : SERDES.delimited);
}

/** How a table's or a partition's files lie and are read. */
export function storageOf(
  columns: readonly Column[],
  location: string,
  serde: string,
  parameters: Readonly<Record<string, string>> = {},
): StorageDescriptor {
  const kind = (Object.keys(SERDES) as TableFormat['kind'][]).find((name) => SERDES[name] === serde) ?? 'json';
  const { input, output } = FILE_FORMATS[kind];
  return {
    Columns: [...columns],
    Location: location,
    InputFormat: input,
    OutputFormat: output,
    Compressed: false,
    NumberOfBuckets: -1,
    SerdeInfo: {
      SerializationLibrary: serde,
      Parameters: Object.keys(parameters).length === 0 ? { 'serialization.format': '1' } : { ...parameters },
    },
    BucketColumns: [],
    SortColumns: [],
    StoredAsSubDirectories: false,
  };
}

/** A partition whose files are read as its table's. */
export const partitionInput = (
  storage: StorageDescriptor | undefined,
  values: readonly string[],
  location: string,
): PartitionInput => ({
  Values: [...values],
  ...(storage ? { StorageDescriptor: { ...storage, Location: location } } : {}),
});
