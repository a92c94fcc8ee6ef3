import { join } from 'node:path';
import type { Dataset, FormatOptions } from '@aws-sdk/client-databrew';
import type { Principal } from '@cairn/emulator-kit';
import { type TextTable, textTable } from '@cairn/learning-algorithms';
import { asFault, type Reader } from '../lake/catalog.ts';
import { openWorkbench, type Workbench } from '../lake/duckdb.ts';
import { inWordsOfAthena } from '../lake/engine-errors.ts';
import { fetchObjects } from '../lake/files.ts';
import { QueryFault } from '../lake/query-fault.ts';
import { collectRows, type QueryResult } from '../lake/results.ts';
import { withScratch } from '../lake/scratch.ts';
import { withSelect } from '../lake/select.ts';
import { listOfTexts, quoteName, quoteText } from '../lake/sql-text.ts';
import { type FoundObject, listObjectsUnder, type S3Location, s3Uri } from '../s3/objects.ts';
import type { DataBrewCall } from './state.ts';

/** A dataset's rows as texts, read as `principal`. Throws QueryFault when it cannot be read. */
export function readDataset(
  call: DataBrewCall,
  principal: Principal,
  dataset: Dataset,
  rowLimit: number | undefined,
): Promise<TextTable> {
  const { DataCatalogInputDefinition: catalog, S3InputDefinition: at } = dataset.Input ?? {};
  if (catalog) return readCatalogTable(call, principal, catalog, rowLimit);
  return withScratch(async (directory) => {
    const location = { bucket: at?.Bucket ?? '', key: at?.Key ?? '' };
    const objects = await listFiles({ call, principal }, location);
    const files = await fetchObjects({ call, principal }, objects, join(directory, 'data'));
    const paths = files.map(({ path }) => path);
    const from = sourceSql(formatOf(dataset, objects), dataset.FormatOptions ?? {}, paths);
    return withBench(directory, (bench) => textsOf(bench, `SELECT * FROM ${from}`, rowLimit));
  });
}

async function listFiles({ call, principal }: Reader, location: S3Location): Promise<FoundObject[]> {
  const objects: FoundObject[] = [];
  try {
    for await (const object of listObjectsUnder(call, principal, location)) if (object.size > 0) objects.push(object);
  } catch (error) {
    asFault(error);
  }
  if (objects.length === 0) throw new QueryFault('EMPTY_DATASET', `There are no files at ${s3Uri(location)}.`);
  return objects;
}

type Catalog = NonNullable<NonNullable<Dataset['Input']>['DataCatalogInputDefinition']>;

function readCatalogTable(
  call: DataBrewCall,
  principal: Principal,
  { DatabaseName, TableName }: Catalog,
  rowLimit: number | undefined,
): Promise<TextTable> {
  const sql = `SELECT * FROM ${quoteName(DatabaseName ?? '')}.${quoteName(TableName ?? '')}`;
  const reader = { call, principal };
  return withSelect({ reader, sql, database: DatabaseName ?? '' }, ({ bench, select }) =>
    textsOf(bench, select, rowLimit),
  );
}

async function withBench<Result>(directory: string, work: (bench: Workbench) => Promise<Result>): Promise<Result> {
  const bench = await openWorkbench(directory);
  try {
    return await inWordsOfAthena('', () => work(bench));
  } finally {
    bench.close();
  }
}

async function textsOf(bench: Workbench, sql: string, rowLimit: number | undefined): Promise<TextTable> {
  const select = rowLimit === undefined ? sql : `SELECT * FROM (${sql}) LIMIT ${rowLimit}`;
  const columns = await bench.columns(sql);
  const result: QueryResult = await collectRows({ bench, select });
  return textTable(
    columns.map(({ name }) => name),
    result.rows.map((row) => row.map((cell) => cell ?? '')),
  );
}

type Format = 'CSV' | 'JSON' | 'PARQUET';

/** The dataset's format, or what its first file's name says. */
function formatOf({ Format: format }: Dataset, [first]: readonly FoundObject[]): Format {
  if (format === 'CSV' || format === 'JSON' || format === 'PARQUET') return format;
  const name = (first?.key ?? '').replace(/\.gz$/, '');
  if (name.endsWith('.parquet')) return 'PARQUET';
  return /\.jsonl?$/.test(name) ? 'JSON' : 'CSV';
}

function sourceSql(format: Format, { Csv: csv, Json: json }: FormatOptions, paths: readonly string[]): string {
  const files = listOfTexts(paths);
  if (format === 'PARQUET') return `read_parquet(${files}, union_by_name = true)`;
  if (format === 'JSON') return `read_json(${files}, format = '${json?.MultiLine ? 'auto' : 'newline_delimited'}')`;
  const delimiter = csv?.Delimiter === undefined ? '' : `, delim = ${quoteText(csv.Delimiter)}`;
  return `read_csv(${files}, all_varchar = true, header = ${csv?.HeaderRow ?? true}, null_padding = true, strict_mode = false${delimiter})`;
}
