import { join } from 'node:path';
import type { FoundObject } from '../s3/objects.ts';
import { getLakeTable, type LakePartition, type LakeTable, listLakePartitions, type Reader } from './catalog.ts';
import { openWorkbench, type Workbench } from './duckdb.ts';
import { inWordsOfAthena } from './engine-errors.ts';
import { bytesOf, fetchObjects, type LakeFile, listTableObjects } from './files.ts';
import { formatOf } from './formats.ts';
import { placeTables, planUses, prunePartitions, type TableUse } from './plan.ts';
import { readableSql } from './pre-rewrite.ts';
import { QueryFault } from './query-fault.ts';
import { readingSql } from './readers.ts';
import { type RewriteSite, rewriteSelect } from './rewrite.ts';
import { withScratch } from './scratch.ts';
import { listOfTexts } from './sql-text.ts';
import { parseSelect, printSelect } from './syntax.ts';
import { MACROS } from './trino-functions.ts';
import { viewSqlOf } from './view-text.ts';

export interface SelectTask {
  readonly reader: Reader;
  readonly sql: string;
  readonly database: string;
  /** Refuses before the data is read when the query would scan more; left out, there is no limit. */
  readonly bytesLimit?: number;
  readonly signal?: AbortSignal;
  /** True: the query is only checked against the tables, no data is brought. */
  readonly isPlanOnly?: boolean;
}

/** A query whose tables are in place: ready to run. */
export interface ReadySelect {
  readonly bench: Workbench;
  /** The query in DuckDB's words. */
  readonly select: string;
  /** Bytes of S3 that it reads: of Parquet the columns it names, of other formats whole objects, compressed as they are. */
  readonly scannedBytes: number;
  /** A directory that the database may write to. */
  readonly directory: string;
}

/** Only parses; throws QueryFault on a syntax error. Needs no table. */
export function checkSelect(sql: string): Promise<void> {
  return withScratch(async (directory) => {
    const bench = await openWorkbench(directory);
    try {
      await parseSelect(bench, readableSql(sql), sql);
    } finally {
      bench.close();
    }
  });
}

/** Brings what a query needs from the catalog and S3, as the reader; then does `work` with it. Throws QueryFault. */
export function withSelect<Result>(task: SelectTask, work: (ready: ReadySelect) => Promise<Result>): Promise<Result> {
  return withScratch(async (directory) => {
    const bench = await openWorkbench(directory);
    const stop = () => bench.stop();
    task.signal?.addEventListener('abort', stop);
    if (task.signal?.aborted) stop();
    try {
      return await inWordsOfAthena(task.sql, async () => work(await prepare(task, bench, directory)));
    } finally {
      task.signal?.removeEventListener('abort', stop);
      bench.close();
    }
  });
}

async function prepare(task: SelectTask, bench: Workbench, directory: string): Promise<ReadySelect> {
  await bench.run(MACROS);
  const site: RewriteSite = {
    sql: task.sql,
    defaultDatabase: task.database,
    now: task.reader.call.now(),
    tables: new Map(),
  };
  const select = await rewritten(bench, task.sql, site);
  const { tables, views } = await resolve(task.reader, bench, site);
  await placeTables(bench, tables);
  for (const view of views) await bench.run(`CREATE VIEW ${view.physical} AS ${view.select}`);
  const uses = await planUses(bench, select);
  let scannedBytes = 0;
  for (const table of task.isPlanOnly ? [] : tables) {
    const loaded = await load({ ...task, bench, directory, table, use: uses.get(table.ref.physical) ?? NO_USE });
    scannedBytes += loaded;
    if (task.bytesLimit !== undefined && scannedBytes > task.bytesLimit) throw overLimit(task.bytesLimit);
  }
  return { bench, select, scannedBytes, directory };
}

const NO_USE: TableUse = { columns: new Set(), filters: [] };

const overLimit = (limit: number) =>
  new QueryFault('BYTES_SCANNED_LIMIT', `Bytes scanned limit was exceeded: ${limit} bytes`);

async function rewritten(bench: Workbench, sql: string, site: RewriteSite): Promise<string> {
  const tree = await parseSelect(bench, readableSql(sql), sql);
  rewriteSelect(tree, site);
  return printSelect(bench, tree);
}

interface ResolvedView {
  readonly physical: string;
  readonly select: string;
}

/** Tables and views that a query reads, the views' own tables included; a view comes after those it reads. */
async function resolve(reader: Reader, bench: Workbench, site: RewriteSite) {
  const tables: LakeTable[] = [];
  const views: ResolvedView[] = [];
  for (const ref of site.tables.values()) {
    // the map grows while views are opened, and so does this loop
    const table = await getLakeTable(reader, ref);
    const view = viewSqlOf(table.entry);
    if (view === undefined) tables.push(table);
    else {
      const select = await rewritten(bench, view, { ...site, sql: view, defaultDatabase: ref.database });
      views.unshift({ physical: ref.physical, select });
    }
    if (site.tables.size > MOST_TABLES)
      throw new QueryFault('TOO_MANY_TABLES', `A query reads ${MOST_TABLES} tables and views at most.`);
  }
  return { tables, views };
}

const MOST_TABLES = 60;

interface Loading extends SelectTask {
  readonly bench: Workbench;
  readonly directory: string;
  readonly table: LakeTable;
  readonly use: TableUse;
}

/** Puts a view over the table's files in the place of the empty table; returns the bytes that the query scans of it. */
async function load(loading: Loading): Promise<number> {
  const { bench, table, use, reader } = loading;
  const isPartitioned = table.partitionKeys.length > 0;
  const all = isPartitioned ? await listLakePartitions(reader, table) : [unpartitioned(table)];
  const chosen = isPartitioned ? await prunePartitions(bench, table, all, use) : all;
  const files = await fetchPartitions(loading, chosen);
  const reading = await readingSql(bench, table, files, chosen);
  await bench.run(`DROP TABLE ${table.ref.physical}; CREATE VIEW ${table.ref.physical} AS ${reading}`);
  return files.length > 0 && formatOf(table.entry).kind === 'parquet'
    ? parquetBytes(bench, files, use)
    : bytesOf(files);
}

const unpartitioned = ({ entry }: LakeTable): LakePartition => ({
  values: [],
  location: entry.StorageDescriptor?.Location ?? '',
});

async function fetchPartitions(loading: Loading, partitions: readonly LakePartition[]): Promise<LakeFile[]> {
  const { reader, table, directory, bytesLimit } = loading;
  const isWhole = formatOf(table.entry).kind !== 'parquet';
  const listed: FoundObject[][] = [];
  for (const { location } of partitions) listed.push(await listTableObjects(reader, location));
  if (isWhole && bytesLimit !== undefined && bytesOf(listed.flat()) > bytesLimit) throw overLimit(bytesLimit);
  const files: LakeFile[] = [];
  for (const [i, objects] of listed.entries()) {
    files.push(...(await fetchObjects(reader, objects, join(directory, table.ref.physical, `part-${i}`))));
  }
  return files;
}

/** Compressed bytes of the columns that the query names. */
async function parquetBytes(bench: Workbench, files: readonly LakeFile[], { columns }: TableUse): Promise<number> {
  const paths = listOfTexts(files.map(({ path }) => path));
  const rows = await bench.rows(
    `SELECT path_in_schema, sum(total_compressed_size) FROM parquet_metadata(${paths}) GROUP BY 1`,
  );
  const used = rows.filter(([path]) => columns.has(String(path).split(', ')[0]?.toLowerCase() ?? ''));
  return used.reduce((sum, [, size]) => sum + Number(size), 0);
}
