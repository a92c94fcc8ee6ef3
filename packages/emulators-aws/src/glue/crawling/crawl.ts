import type { Crawler, GetTablesResponse, S3Target, Table, TableInput } from '@aws-sdk/client-glue';
import { type Principal, ServiceError } from '@cairn/emulator-kit';
import { partitionInput } from '../../lake/catalog-writing.ts';
import { QueryFault } from '../../lake/query-fault.ts';
import { GLUE_CRAWLER_DPU_HOUR } from '../../prices.ts';
import { type FoundObject, listObjectsUnder, parseS3Uri, readObject, type S3Location } from '../../s3/objects.ts';
import { roleArnOf } from '../needs.ts';
import type { CrawlerEntry, GlueCall } from '../state.ts';
import { isExcluded } from './exclusions.ts';
import { type CrawledFile, type FoundTable, findTables } from './folders.ts';
import { inferFile } from './infer.ts';
import { crawledTable, tableName } from './table-input.ts';

/** One crawl: reads what the role may read, and brings the catalog up to date. The outcome is in the crawler. */
export async function crawl(call: GlueCall, entry: CrawlerEntry, crawlNumber: number): Promise<void> {
  const { crawler } = entry;
  const startedAt = call.date();
  const isCurrent = () => entry.crawlNumber === crawlNumber;
  try {
    await bringUpToDate(call, crawler, isCurrent);
    if (isCurrent()) finish(call, crawler, startedAt, undefined);
  } catch (error) {
    if (!(error instanceof ServiceError || error instanceof QueryFault)) throw error;
    if (isCurrent()) finish(call, crawler, startedAt, error.message);
  }
}

/** Stops early when the crawl is no longer the crawler's own. */
async function bringUpToDate(call: GlueCall, crawler: Crawler, isCurrent: () => boolean): Promise<void> {
  const role = call.assume(roleArnOf(call, crawler.Role ?? ''), 'glue.amazonaws.com', 'AWS-Crawler');
  const names = new Set<string>();
  for (const target of crawler.Targets?.S3Targets ?? []) {
    for (const table of await tablesOf(call, role, target)) {
      if (!isCurrent()) return;
      names.add(await putTable(call, role, crawler, table));
    }
  }
  if (isCurrent()) await retireTables(call, role, crawler, names);
}

const CRAWLER_DPUS = 2;
const LEAST_BILLED_HOURS = 10 / 60;

function finish(call: GlueCall, crawler: Crawler, StartTime: Date, error: string | undefined): void {
  crawler.State = 'READY';
  crawler.CrawlElapsedTime = 0;
  crawler.LastCrawl = {
    Status: error === undefined ? 'SUCCEEDED' : 'FAILED',
    LogGroup: '/aws-glue/crawlers',
    LogStream: crawler.Name,
    MessagePrefix: call.ids.uuid(),
    StartTime,
    ...(error === undefined ? {} : { ErrorMessage: error }),
  };
  const hours = Math.max(LEAST_BILLED_HOURS, (call.now() - StartTime.getTime()) / 3_600_000);
  call.charge(GLUE_CRAWLER_DPU_HOUR, CRAWLER_DPUS * hours);
  const detail = { crawlerName: crawler.Name, state: error === undefined ? 'Succeeded' : 'Failed' };
  call.emit('glue:state-change', { detailType: 'Glue Crawler State Change', detail });
}

interface LocatedTable extends FoundTable {
  readonly bucket: string;
}

async function tablesOf(call: GlueCall, role: Principal, target: S3Target): Promise<LocatedTable[]> {
  const at = parseS3Uri(target.Path ?? '');
  if (!at)
    throw new ServiceError('InvalidInputException', `The include path "${target.Path}" is no address of S3.`, 400);
  const files = await crawledFiles(call, role, target, at);
  const prefix = at.key === '' || at.key.endsWith('/') ? at.key : `${at.key}/`;
  const inside = files.filter(({ object }) => object.key.startsWith(prefix));
  const isOneObject = files.length === 1 && files[0]?.object.key === at.key;
  const found = isOneObject ? [oneFile(files, at.key)] : findTables(inside, prefix, at.bucket);
  return found.map((table) => ({ ...table, bucket: at.bucket }));
}

async function crawledFiles(
  call: GlueCall,
  role: Principal,
  { Exclusions: exclusions = [], SampleSize: sample = Number.POSITIVE_INFINITY }: S3Target,
  at: S3Location,
): Promise<CrawledFile[]> {
  const files: CrawledFile[] = [];
  const perFolder = new Map<string, number>();
  for await (const object of listObjectsUnder(call, role, at)) {
    const folder = object.key.slice(0, object.key.lastIndexOf('/') + 1);
    const seen = perFolder.get(folder) ?? 0;
    if (!isCrawled(object, at.key, exclusions) || seen >= sample) continue;
    const schema = await inferFile(await readObject(call, role, object));
    if (schema) files.push({ object, schema });
    perFolder.set(folder, seen + 1);
  }
  return files;
}

function isCrawled({ key, size }: FoundObject, prefix: string, exclusions: readonly string[]): boolean {
  const name = key.split('/').at(-1) ?? '';
  return (
    size > 0 &&
    name !== '' &&
    !/^[_.]/.test(name) &&
    !isExcluded(key.slice(prefix.length).replace(/^\//, ''), exclusions)
  );
}

/** A path that names an object: the table is named after the file. */
function oneFile(files: readonly CrawledFile[], key: string): FoundTable {
  const [file] = files;
  if (!file) throw new RangeError('there is one file');
  return {
    name: key.split('/').at(-1) ?? key,
    prefix: key,
    schema: file.schema,
    partitionKeys: [],
    partitions: [],
    files,
  };
}

/** Adds or updates a table and its partitions; returns the table's name. */
async function putTable(call: GlueCall, role: Principal, crawler: Crawler, table: LocatedTable): Promise<string> {
  const DatabaseName = crawler.DatabaseName ?? '';
  const name = tableName(crawler.TablePrefix ?? '', table.name);
  const TableInput = crawledTable(name, table.bucket, crawler.Name ?? '', table);
  await unless(call, role, 'AlreadyExistsException', 'CreateDatabase', { DatabaseInput: { Name: DatabaseName } });
  const isNew = await unless(call, role, 'AlreadyExistsException', 'CreateTable', { DatabaseName, TableInput });
  if (!isNew && crawler.SchemaChangePolicy?.UpdateBehavior !== 'LOG') {
    await call.invoke('glue', 'UpdateTable', { DatabaseName, TableInput }, role);
  }
  await putPartitions(call, role, DatabaseName, TableInput, table);
  return name;
}

async function putPartitions(
  call: GlueCall,
  role: Principal,
  DatabaseName: string,
  { Name, StorageDescriptor }: TableInput,
  table: LocatedTable,
): Promise<void> {
  for (let at = 0; at < table.partitions.length; at += 100) {
    const PartitionInputList = table.partitions
      .slice(at, at + 100)
      .map(({ values, prefix }) => partitionInput(StorageDescriptor, values, `s3://${table.bucket}/${prefix}`));
    await call.invoke('glue', 'BatchCreatePartition', { DatabaseName, TableName: Name, PartitionInputList }, role);
  }
}

/** Calls Glue as the crawler's role; false when it refuses with `code`. */
async function unless(
  call: GlueCall,
  role: Principal,
  code: string,
  operation: string,
  input: object,
): Promise<boolean> {
  try {
    await call.invoke('glue', operation, input, role);
    return true;
  } catch (error) {
    if (error instanceof ServiceError && error.code === code) return false;
    throw error;
  }
}

/** Deletes or marks tables of this crawler whose data is gone, as its policy says. */
async function retireTables(
  call: GlueCall,
  role: Principal,
  crawler: Crawler,
  found: ReadonlySet<string>,
): Promise<void> {
  const behavior = crawler.SchemaChangePolicy?.DeleteBehavior ?? 'DEPRECATE_IN_DATABASE';
  const DatabaseName = crawler.DatabaseName ?? '';
  if (behavior === 'LOG' || !call.state.databases.has(DatabaseName.toLowerCase())) return;
  const { TableList: tables = [] } = await call.invoke<GetTablesResponse>('glue', 'GetTables', { DatabaseName }, role);
  const gone = tables.filter(
    ({ Name = '', Parameters }) => Parameters?.UPDATED_BY_CRAWLER === crawler.Name && !found.has(Name),
  );
  for (const table of gone) {
    if (behavior === 'DELETE_FROM_DATABASE')
      await call.invoke('glue', 'DeleteTable', { DatabaseName, Name: table.Name }, role);
    else await call.invoke('glue', 'UpdateTable', { DatabaseName, TableInput: deprecated(call, table) }, role);
  }
}

const deprecated = (
  call: GlueCall,
  { Name, TableType, PartitionKeys, StorageDescriptor, Parameters }: Table,
): TableInput => ({
  Name,
  TableType,
  PartitionKeys,
  StorageDescriptor,
  Parameters: { ...Parameters, DEPRECATED_BY_CRAWLER: String(call.now()) },
});
