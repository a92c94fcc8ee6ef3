import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Output } from '@aws-sdk/client-databrew';
import type { Principal } from '@cairn/emulator-kit';
import { type TextTable, textRows } from '@cairn/learning-algorithms';
import { asFault } from '../lake/catalog.ts';
import { openWorkbench } from '../lake/duckdb.ts';
import { withScratch } from '../lake/scratch.ts';
import { quoteText } from '../lake/sql-text.ts';
import { writeObject } from '../s3/objects.ts';
import { notSupported } from './errors.ts';
import type { DataBrewCall } from './state.ts';

const FORMATS = ['CSV', 'JSON', 'PARQUET', 'GLUEPARQUET'];

/** Throws ValidationException for an output that is not written here. */
export function demandWritable({
  Format: format = 'CSV',
  CompressionFormat: compression,
  PartitionColumns: partitions = [],
}: Output): void {
  if (!FORMATS.includes(format)) throw notSupported(`The output format ${format}`);
  if (compression !== undefined && compression !== 'GZIP') throw notSupported(`The compression ${compression}`);
  if (partitions.length > 0) throw notSupported('PartitionColumns of an output');
}

/** Writes a table as one object under the output's location. Throws QueryFault when the role may not. */
export async function writeTable(
  call: DataBrewCall,
  principal: Principal,
  output: Output,
  name: string,
  table: TextTable,
): Promise<void> {
  const { Location: at, Format: format = 'CSV', CompressionFormat: compression } = output;
  const body = await bytesOf(table, output);
  const isPacked = compression === 'GZIP' && !format.endsWith('PARQUET');
  const ending = `${format.replace('GLUE', '').toLowerCase()}${isPacked ? '.gz' : ''}`;
  const folder = at?.Key === undefined || at.Key === '' ? '' : `${at.Key.replace(/\/$/, '')}/`;
  const object = {
    bucket: at?.Bucket ?? '',
    key: `${folder}${name}_part00000.${ending}`,
    body: isPacked ? gzipSync(body) : body,
  };
  await writeObject(call, principal, object).catch(asFault);
}

function bytesOf(
  table: TextTable,
  { Format: format = 'CSV', FormatOptions: options }: Output,
): Uint8Array | Promise<Uint8Array> {
  if (format === 'CSV') return Buffer.from(csvText(table, options?.Csv?.Delimiter ?? ','));
  return format === 'JSON' ? Buffer.from(jsonLines(table)) : parquetBytes(table);
}

function csvText(table: TextTable, delimiter: string): string {
  const cell = (text: string) =>
    text.includes(delimiter) || /["\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return [table.names, ...textRows(table)].map((row) => `${row.map(cell).join(delimiter)}\n`).join('');
}

const jsonLines = (table: TextTable): string =>
  textRows(table)
    .map(
      (row) =>
        `${JSON.stringify(Object.fromEntries(row.flatMap((text, i) => (text === '' ? [] : [[table.names[i], text]]))))}\n`,
    )
    .join('');

/** Columns get the types that their texts read as. */
function parquetBytes(table: TextTable): Promise<Uint8Array> {
  return withScratch(async (directory) => {
    const [csv, parquet] = [join(directory, 't.csv'), join(directory, 't.parquet')];
    await writeFile(csv, csvText(table, ','));
    const bench = await openWorkbench(directory);
    try {
      await bench.run(
        `COPY (SELECT * FROM read_csv(${quoteText(csv)}, header = true)) TO ${quoteText(parquet)} (FORMAT parquet)`,
      );
      return await readFile(parquet);
    } finally {
      bench.close();
    }
  });
}
