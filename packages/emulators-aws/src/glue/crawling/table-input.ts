import type { TableInput } from '@aws-sdk/client-glue';
import { storageOf } from '../../lake/catalog-writing.ts';
import { SERDES } from '../../lake/formats.ts';
import type { FoundTable } from './folders.ts';

/** A table's name in the catalog: lower case, with underscores for what a name cannot hold. */
export const tableName = (prefix: string, name: string): string =>
  `${prefix}${name}`.toLowerCase().replaceAll(/[^a-z0-9_]/g, '_');

/** What the crawler writes into the catalog for a table it found. */
export function crawledTable(name: string, bucket: string, crawler: string, table: FoundTable): TableInput {
  const { schema, files, partitionKeys } = table;
  const parameters = parametersOf(crawler, table);
  const serde = { csv: SERDES.delimited, json: SERDES.json, parquet: SERDES.parquet }[schema.classification];
  const columns = schema.columns.filter(({ name: column }) => !partitionKeys.includes(column));
  const storage = storageOf(
    columns.map(({ name: column, type }) => ({ Name: column, Type: type })),
    `s3://${bucket}/${table.prefix}`,
    serde,
    schema.classification === 'csv' ? { 'field.delim': schema.delimiter } : {},
  );
  const isCompressed = files.some(({ schema: { compression } }) => compression !== 'none');
  return {
    Name: name,
    Owner: 'owner',
    Retention: 0,
    TableType: 'EXTERNAL_TABLE',
    PartitionKeys: partitionKeys.map((key) => ({ Name: key, Type: 'string' })),
    StorageDescriptor: { ...storage, Compressed: isCompressed, Parameters: parameters },
    Parameters: parameters,
  };
}

function parametersOf(crawler: string, { schema, files }: FoundTable): Record<string, string> {
  const bytes = files.reduce((sum, { object }) => sum + object.size, 0);
  const csv = { delimiter: schema.delimiter, areColumnsQuoted: 'false', columnsOrdered: 'true' };
  return {
    CrawlerSchemaDeserializerVersion: '1.0',
    CrawlerSchemaSerializerVersion: '1.0',
    UPDATED_BY_CRAWLER: crawler,
    classification: schema.classification,
    compressionType: schema.compression,
    typeOfData: 'file',
    objectCount: String(files.length),
    recordCount: String(schema.records),
    averageRecordSize: String(Math.round(bytes / Math.max(1, schema.records))),
    sizeKey: String(bytes),
    ...(schema.classification === 'csv' ? csv : {}),
    ...(schema.hasHeader ? { 'skip.header.line.count': '1' } : {}),
  };
}
