import { join } from 'node:path';
import type { Payload } from '@cairn/emulator-kit';
import { hiveTypeOf } from '../../lake/duck-type.ts';
import { openWorkbench } from '../../lake/duckdb.ts';
import { hiveTypeText } from '../../lake/hive-type.ts';
import { withScratch, writePayload } from '../../lake/scratch.ts';
import { quoteText } from '../../lake/sql-text.ts';
import { inferCsv } from './infer-csv.ts';
import { inferJson } from './infer-json.ts';
import { sampleText } from './sample.ts';
import type { FileSchema } from './schema.ts';

/** What is in an object; undefined for a format that no classifier knows. */
export async function inferFile(payload: Payload): Promise<FileSchema | undefined> {
  return (await isParquet(payload)) ? inferParquet(payload) : inferText(payload);
}

async function isParquet(payload: Payload): Promise<boolean> {
  for await (const piece of payload.stream(0, Math.min(4, payload.size)))
    return Buffer.from(piece).toString('latin1').startsWith('PAR1');
  return false;
}

async function inferText(payload: Payload): Promise<FileSchema | undefined> {
  const { lines, isCompressed, bytes } = await sampleText(payload);
  if (lines.length === 0) return undefined;
  const compression = isCompressed ? ('gzip' as const) : ('none' as const);
  const records = Math.round((lines.length * payload.size) / Math.max(1, isCompressed ? payload.size : bytes));
  const json = inferJson(lines);
  if (json) return { classification: 'json', columns: json, delimiter: '', hasHeader: false, compression, records };
  const csv = inferCsv(lines);
  return csv && { classification: 'csv', ...csv, compression, records: records - (csv.hasHeader ? 1 : 0) };
}

function inferParquet(payload: Payload): Promise<FileSchema> {
  return withScratch(async (directory) => {
    const file = join(directory, 'file.parquet');
    await writePayload(file, payload);
    const bench = await openWorkbench(directory);
    try {
      const columns = await bench.columns(`SELECT * FROM read_parquet(${quoteText(file)})`);
      const records = Number(await bench.value(`SELECT num_rows FROM parquet_file_metadata(${quoteText(file)})`));
      return {
        classification: 'parquet',
        columns: columns.map(({ name, type }) => ({ name: name.toLowerCase(), type: hiveTypeText(hiveTypeOf(type)) })),
        delimiter: '',
        hasHeader: false,
        compression: 'none',
        records,
      };
    } finally {
      bench.close();
    }
  });
}
