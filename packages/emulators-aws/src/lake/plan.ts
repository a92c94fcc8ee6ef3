import type { LakePartition, LakeTable } from './catalog.ts';
import type { Workbench } from './duckdb.ts';
import { duckTypeOf } from './hive-type.ts';
import { emptySql } from './readers.ts';
import { quoteName, quoteText } from './sql-text.ts';
import { tokensOf } from './tokens.ts';

/** What a query wants of one table, found by planning it over empty tables. */
export interface TableUse {
  /** Lower case. */
  readonly columns: ReadonlySet<string>;
  /** For each time the table is read: conditions that all rows it gives meet, in DuckDB's words. */
  readonly filters: readonly (readonly string[])[];
}

interface PlanNode {
  readonly name: string;
  readonly children: readonly PlanNode[];
  readonly extra_info: Readonly<Record<string, string | readonly string[]>>;
}

/** Empty tables of the catalog's columns, so that a query can be checked and planned before anything is fetched. */
export async function placeTables(bench: Workbench, tables: Iterable<LakeTable>): Promise<void> {
  for (const table of tables) await bench.run(`CREATE TABLE ${table.ref.physical} AS ${emptySql(table)}`);
}

/** Uses by the tables' physical names. Throws the engine's error when the query does not fit the tables. */
export async function planUses(bench: Workbench, select: string): Promise<Map<string, TableUse>> {
  const [row] = await bench.rows(`EXPLAIN (FORMAT json) ${select}`);
  const roots = JSON.parse(String(row?.[1])) as readonly PlanNode[]; // of EXPLAIN
  const uses = new Map<string, TableUse>();
  for (const root of roots) collect(root, [], uses);
  return uses;
}

function collect(node: PlanNode, above: readonly string[], uses: Map<string, TableUse>): void {
  const info = node.extra_info;
  if (node.name.trim() === 'SEQ_SCAN') {
    const physical = texts(info.Table)[0]?.split('.').at(-1) ?? '';
    const filters = [...texts(info.Filters), ...above];
    const columns = [...texts(info.Projections), ...filters.flatMap(namesIn)].map((name) => name.toLowerCase());
    const before = uses.get(physical) ?? { columns: new Set(), filters: [] };
    uses.set(physical, { columns: new Set([...before.columns, ...columns]), filters: [...before.filters, filters] });
  }
  const passed = node.name.trim() === 'FILTER' ? texts(info.Expression) : [];
  for (const child of node.children) collect(child, passed, uses);
}

const texts = (value: string | readonly string[] | undefined): readonly string[] =>
  (typeof value === 'string' ? [value] : (value ?? []))
    .map((text) => text.replace(/^optional: /, ''))
    .filter((text) => text !== '');

/** Names in a condition; a broken text has none. */
function namesIn(condition: string): string[] {
  try {
    return tokensOf(condition)
      .filter(({ kind }) => kind === 'word' || kind === 'name')
      .map(({ text }) => text);
  } catch {
    return [];
  }
}

/** Partitions that may hold rows the query wants: a condition that cannot be judged by the keys alone keeps all. */
export async function prunePartitions(
  bench: Workbench,
  { partitionKeys }: LakeTable,
  partitions: readonly LakePartition[],
  use: TableUse,
): Promise<readonly LakePartition[]> {
  if (partitions.length === 0 || use.filters.some((filters) => filters.length === 0)) return partitions;
  const keys = partitionKeys.map(({ name, type }, i) => {
    const values = partitions.map(({ values: all }) => quoteText(all[i] ?? ''));
    return `CAST(unnest([${values.join(', ')}]) AS ${duckTypeOf(type)}) AS ${quoteName(name)}`;
  });
  const numbers = `unnest(range(${partitions.length})) AS partition_number`;
  await bench.run(`CREATE OR REPLACE TEMP TABLE partition_keys AS SELECT ${[...keys, numbers].join(', ')}`);
  const kept = new Set<number>();
  for (const filters of use.filters) for (const number of await matching(bench, filters)) kept.add(number);
  return partitions.filter((_, i) => kept.has(i));
}

async function matching(bench: Workbench, filters: readonly string[]): Promise<number[]> {
  const judged: string[] = [];
  for (const filter of filters) if (await isAboutKeys(bench, filter)) judged.push(`(${filter})`);
  const where = judged.length === 0 ? 'true' : judged.join(' AND ');
  const rows = await bench.rows(`SELECT partition_number FROM partition_keys WHERE ${where}`);
  return rows.map(([number]) => Number(number));
}

async function isAboutKeys(bench: Workbench, filter: string): Promise<boolean> {
  if (/#\d|\.\.\./.test(filter)) return false; // shortened, or about another step's columns
  try {
    await bench.rows(`SELECT 1 FROM partition_keys WHERE ${filter}`);
    return true;
  } catch {
    return false; // it names columns of the files
  }
}
