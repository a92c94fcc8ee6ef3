import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { parseS3Uri, type S3Location, writeObject } from '../s3/objects.ts';
import { asFault, type Reader } from './catalog.ts';
import { hiveTypeOf } from './duck-type.ts';
import { hiveTypeText } from './hive-type.ts';
import { QueryFault } from './query-fault.ts';
import { columnName } from './results.ts';
import type { ReadySelect } from './select.ts';
import { quoteName, quoteText } from './sql-text.ts';

/** How rows are written to S3. */
export interface WritingOptions {
  readonly format: 'parquet' | 'json' | 'text';
  readonly delimiter: string;
  readonly compression: string;
  readonly partitionedBy: readonly string[];
  readonly hasHeader: boolean;
}

export interface WrittenColumn {
  readonly name: string;
  /** In the catalog's words. */
  readonly type: string;
}

/** Columns of a query, as a table would have them. Throws QueryFault for a column without a name or a type of its own. */
export async function columnsToWrite({ bench, select }: ReadySelect, mustBeNamed: boolean): Promise<WrittenColumn[]> {
  const columns = await bench.columns(select);
  const unnamed = columns.findIndex(({ name }, i) => columnName(name, i) !== name.toLowerCase());
  if (mustBeNamed && unnamed >= 0) {
    throw new QueryFault('MISSING_COLUMN_NAME', `line 1:1: Column name not specified at position ${unnamed + 1}`);
  }
  return columns.map(({ name, type }, i) => {
    if (type.endsWith('WITH TIME ZONE'))
      throw new QueryFault('NOT_SUPPORTED', 'Unsupported Hive type: timestamp(3) with time zone');
    return { name: columnName(name, i), type: hiveTypeText(hiveTypeOf(type)) };
  });
}

/** The query's rows with the columns' names and exactly their types. */
export function typedSelect(
  { select }: Pick<ReadySelect, 'select'>,
  columns: readonly { name: string; duckType: string }[],
): string {
  const names = columns.map((_, i) => `c${i}`).join(', ');
  const casts = columns.map(({ name, duckType }, i) => `CAST(c${i} AS ${duckType}) AS ${quoteName(name)}`);
  return `SELECT ${casts.join(', ')} FROM (${select}) AS t(${names})`;
}

export interface WrittenFile {
  readonly location: S3Location;
  /** `year=2024/month=1`; '' without partitions. */
  readonly partition: string;
}

/** Writes the rows of `select` under `to` as the reader, one object a partition at least. Returns what was written. */
export async function writeRows(
  { bench, directory }: Pick<ReadySelect, 'bench' | 'directory'>,
  reader: Reader,
  select: string,
  target: { readonly to: string; readonly name: string; readonly options: WritingOptions },
): Promise<WrittenFile[]> {
  const at = parseS3Uri(target.to.endsWith('/') ? target.to : `${target.to}/`);
  if (!at) throw new QueryFault('INVALID_LOCATION', `"${target.to}" is no address of S3: write s3://bucket/folder/.`);
  const out = join(directory, 'written');
  const { options } = target;
  const isPartitioned = options.partitionedBy.length > 0;
  const ending = endingOf(options);
  await bench.run(
    `COPY (${select}) TO ${quoteText(isPartitioned ? out : `${out}${ending}`)} (${copyOptions(options)})`,
  );
  const files = isPartitioned ? await filesUnder(out) : [`${out}${ending}`];
  const written: WrittenFile[] = [];
  for (const [i, file] of files.entries()) {
    const partition = isPartitioned
      ? file
          .slice(out.length + 1)
          .split('/')
          .slice(0, -1)
          .join('/')
      : '';
    const key = [at.key.replace(/\/$/, ''), partition, `${target.name}_${i}${ending}`]
      .filter((part) => part !== '')
      .join('/');
    const location = { bucket: at.bucket, key };
    await writeObject(reader.call, reader.principal, { ...location, body: await readFile(file) }).catch(asFault);
    written.push({ location, partition });
  }
  return written;
}

function copyOptions({ format, delimiter, compression, partitionedBy, hasHeader }: WritingOptions): string {
  const options: string[] = [];
  if (format === 'parquet') options.push('FORMAT parquet', `COMPRESSION ${quoteText(compression)}`);
  else {
    const packing = compression === 'gzip' ? 'gzip' : 'none';
    options.push(
      format === 'json' ? 'FORMAT json' : `FORMAT csv, DELIMITER ${quoteText(delimiter)}, HEADER ${hasHeader}`,
    );
    options.push(`COMPRESSION ${quoteText(packing)}`);
    if (format === 'text') options.push(hasHeader ? "NULLSTR ''" : "QUOTE '', ESCAPE '', NULLSTR '\\N'");
  }
  if (partitionedBy.length > 0) options.push(`PARTITION_BY (${partitionedBy.map(quoteName).join(', ')})`);
  return options.join(', ');
}

function endingOf({ format, compression, hasHeader }: WritingOptions): string {
  if (format === 'parquet') return '.parquet';
  return `.${format === 'json' ? 'json' : hasHeader ? 'csv' : 'txt'}${compression === 'gzip' ? '.gz' : ''}`;
}

async function filesUnder(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && extname(entry.name) !== '')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
