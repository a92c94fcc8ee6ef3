import type { LakeColumn, LakePartition, LakeTable } from './catalog.ts';
import type { Workbench } from './duckdb.ts';
import type { LakeFile } from './files.ts';
import { formatOf, type TableFormat } from './formats.ts';
import { duckTypeOf, type HiveType } from './hive-type.ts';
import { listOfTexts, quoteName, quoteText } from './sql-text.ts';

/** A character that no line of a text file holds: lines are read whole and cut afterwards, as Hive does. */
const NO_DELIMITER = '\u001e';
const INTEGERS = new Set(['tinyint', 'smallint', 'int', 'integer', 'bigint', 'long']);

/**
 * A SELECT that reads a table's files: columns of the catalog in their types, then partition keys.
 *
 * @param partitions values of partition i, whose files lie in a folder `part-i`
 */
export async function readingSql(
  bench: Workbench,
  table: LakeTable,
  files: readonly LakeFile[],
  partitions: readonly LakePartition[],
): Promise<string> {
  const keys = table.partitionKeys.map((key, i) =>
    partitionColumn(
      key,
      partitions.map(({ values }) => values[i] ?? ''),
    ),
  );
  if (files.length === 0) return emptySql(table);
  const format = formatOf(table.entry);
  const { columns, from } = await source(
    bench,
    table,
    format,
    files.map(({ path }) => path),
  );
  return `SELECT ${[...columns, ...keys].join(', ')} FROM ${from}`;
}

/** The table's columns over no rows. */
export function emptySql({ columns, partitionKeys }: LakeTable): string {
  const all = [...columns, ...partitionKeys].map(
    ({ name, type }) => `CAST(NULL AS ${duckTypeOf(type)}) AS ${quoteName(name)}`,
  );
  return `SELECT ${all.join(', ')} WHERE false`;
}

function partitionColumn({ name, type }: LakeColumn, values: readonly string[]): string {
  const at = "CAST(regexp_extract(filename, 'part-([0-9]+)/[^/]*$', 1) AS INTEGER) + 1";
  return `CAST(list_extract(${listOfTexts(values)}, ${at}) AS ${duckTypeOf(type)}) AS ${quoteName(name)}`;
}

interface Source {
  readonly columns: readonly string[];
  readonly from: string;
}

function source(
  bench: Workbench,
  table: LakeTable,
  format: TableFormat,
  paths: readonly string[],
): Source | Promise<Source> {
  switch (format.kind) {
    case 'parquet':
      return parquetSource(bench, table, paths);
    case 'json':
      return jsonSource(bench, table, paths);
    case 'delimited':
      return delimitedSource(table, format, paths);
    case 'csv':
      return csvSource(table, format, paths);
  }
}

async function parquetSource(bench: Workbench, { columns }: LakeTable, paths: readonly string[]): Promise<Source> {
  const from = `read_parquet(${listOfTexts(paths)}, union_by_name = true, filename = true, hive_partitioning = false)`;
  const inFiles = new Map((await bench.columns(`SELECT * FROM ${from}`)).map(({ name }) => [name.toLowerCase(), name]));
  const selected = columns.map(({ name, type }) => {
    const actual = inFiles.get(name);
    return `CAST(${actual === undefined ? 'NULL' : quoteName(actual)} AS ${duckTypeOf(type)}) AS ${quoteName(name)}`;
  });
  return { columns: selected, from };
}

/** Keys are compared without regard to case, as the JSON SerDe does. */
async function jsonSource(bench: Workbench, { columns }: LakeTable, paths: readonly string[]): Promise<Source> {
  const from = `read_json_objects(${listOfTexts(paths)}, format = 'newline_delimited', filename = true)`;
  const rows = await bench.rows(`SELECT DISTINCT unnest(json_keys(json)) FROM ${from}`);
  const keys = rows.map(([key]) => String(key));
  const selected = columns.map(({ name, type }) => {
    const same = keys.filter((key) => key.toLowerCase() === name);
    const values = same.map((key) => jsonValue(key, type));
    return `${values.length === 0 ? `CAST(NULL AS ${duckTypeOf(type)})` : `coalesce(${values.join(', ')})`} AS ${quoteName(name)}`;
  });
  return { columns: selected, from };
}

function jsonValue(key: string, type: HiveType): string {
  const path = quoteText(`$."${key.replaceAll('"', '\\"')}"`);
  const duckType = duckTypeOf(type);
  if (duckType === 'VARCHAR') return `json_extract_string(json, ${path})`;
  const value = type.kind === 'simple' ? `json_extract_string(json, ${path})` : `json_extract(json, ${path})`;
  return `TRY_CAST(${value} AS ${duckType})`;
}

type Delimited = Extract<TableFormat, { kind: 'delimited' }>;

function delimitedSource(
  { columns }: LakeTable,
  { delimiter, nullText, headerLines }: Delimited,
  paths: readonly string[],
): Source {
  const options = `auto_detect = false, header = false, skip = ${headerLines}, columns = {'line': 'VARCHAR'},
    delim = '${NO_DELIMITER}', quote = '', escape = '', filename = true, max_line_size = 16777216`;
  const cells = `SELECT string_split(rtrim(line, chr(13)), ${quoteText(delimiter)}) AS cells, filename
    FROM read_csv(${listOfTexts(paths)}, ${options})`;
  const selected = columns.map(({ name, type }, i) => {
    const cell = `nullif(list_extract(cells, ${i + 1}), ${quoteText(nullText)})`;
    return `${typedText(cell, type)} AS ${quoteName(name)}`;
  });
  return { columns: selected, from: `(${cells})` };
}

type Csv = Extract<TableFormat, { kind: 'csv' }>;

/** Lines may hold more cells than the table has columns: spare columns take them. */
const SPARE_COLUMNS = 64;

function csvSource(
  { columns }: LakeTable,
  { delimiter, quote, escapeWith, headerLines }: Csv,
  paths: readonly string[],
): Source {
  const cells = Array.from({ length: columns.length + SPARE_COLUMNS }, (_, i) => `'c${i}': 'VARCHAR'`);
  const options = `auto_detect = false, header = false, skip = ${headerLines}, delim = ${quoteText(delimiter)},
    quote = ${quoteText(quote)}, escape = ${quoteText(escapeWith === '\\' ? quote : escapeWith)}, null_padding = true,
    strict_mode = false, filename = true, columns = {${cells.join(', ')}}`;
  const selected = columns.map(({ name, type }, i) => `${typedText(`c${i}`, type)} AS ${quoteName(name)}`);
  return { columns: selected, from: `read_csv(${listOfTexts(paths)}, ${options})` };
}

/** A cell in its column's type; NULL when it does not read so. */
function typedText(cell: string, type: HiveType): string {
  const duckType = duckTypeOf(type);
  if (duckType === 'VARCHAR') return cell;
  if (type.kind === 'simple' && INTEGERS.has(type.name)) {
    // a cast alone would round 1.5, which Hive takes for no whole number
    return `TRY_CAST(CASE WHEN regexp_full_match(${cell}, '[+-]?[0-9]+') THEN ${cell} END AS ${duckType})`;
  }
  return `TRY_CAST(${cell} AS ${duckType})`;
}
