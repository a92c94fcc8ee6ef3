import type { Workbench } from '../../lake/duckdb.ts';
import { QueryFault } from '../../lake/query-fault.ts';
import { quoteName, quoteText } from '../../lake/sql-text.ts';
import { conditionSql, passes } from './checks.ts';
import type { Check, SimpleRule } from './dqdl.ts';

/** The data of an evaluation, as the table `data`. */
export interface Measured {
  readonly bench: Workbench;
  /** DuckDB type by lower-case name. */
  readonly columns: ReadonlyMap<string, string>;
  readonly now: number;
}

export interface Verdict {
  readonly isPassed: boolean;
  readonly metrics: Readonly<Record<string, number>>;
  readonly message?: string;
}

/** The metric of each rule that compares one number of the whole table or column. */
const METRICS: Readonly<Record<string, readonly [metric: string, sql: (column: string, other: string) => string]>> = {
  RowCount: ['RowCount', () => 'count(*)'],
  Completeness: ['Completeness', (column) => `count(${column}) / CAST(count(*) AS DOUBLE)`],
  IsComplete: ['Completeness', (column) => `count(${column}) / CAST(count(*) AS DOUBLE)`],
  DistinctValuesCount: ['DistinctValuesCount', (column) => `count(DISTINCT ${column})`],
  Entropy: ['Entropy', (column) => `entropy(${column}) * ln(2)`],
  Mean: ['Mean', (column) => `avg(${column})`],
  StandardDeviation: ['StandardDeviation', (column) => `stddev_pop(${column})`],
  Sum: ['Sum', (column) => `sum(${column})`],
  ColumnCorrelation: ['ColumnCorrelation', (column, other) => `corr(${column}, ${other})`],
};

/** Values that stand once, over all rows or over the distinct values. */
const ONCE: Readonly<Record<string, 'rows' | 'values'>> = {
  IsUnique: 'rows',
  Uniqueness: 'rows',
  IsPrimaryKey: 'rows',
  UniqueValueRatio: 'values',
};
const IS_ONE: Check = { kind: 'compare', operator: '=', value: 1 };

export async function judge(data: Measured, rule: SimpleRule): Promise<Verdict> {
  const { type, parameters, check = IS_ONE } = rule;
  const missing = parameters.find((name) => !data.columns.has(name.toLowerCase()));
  if (type === 'ColumnExists') return { isPassed: missing === undefined, metrics: {} };
  if (missing !== undefined) return failed(`Column ${missing} does not exist.`);
  if (type === 'ColumnCount') return numeric('Dataset.*.ColumnCount', check, data.columns.size);
  if (type === 'ColumnDataType') return dataType(data, rule, check);
  if (type === 'ColumnValues' || type === 'ColumnLength') return eachValue(data, rule, check);
  if (type === 'DataFreshness') return freshness(data, rule, check);
  const shape = ONCE[type];
  if (shape) return once(data, rule, check, shape);
  const metric = METRICS[type];
  if (!metric) throw new RangeError(`no measure for ${type}`);
  const [a = '', b = ''] = parameters.map(quoteName);
  const value = Number(await data.bench.value(`SELECT ${metric[1](a, b)} FROM data`));
  return numeric(metricName(parameters, metric[0]), check, value);
}

const failed = (message: string): Verdict => ({ isPassed: false, metrics: {}, message });

const metricName = (columns: readonly string[], metric: string): string =>
  columns.length === 0
    ? `Dataset.*.${metric}`
    : `${columns.length > 1 ? 'Multicolumn' : 'Column'}.${columns.join(',')}.${metric}`;

function numeric(name: string, check: Check, value: number): Verdict {
  const isPassed = passes(check, value);
  return {
    isPassed,
    metrics: { [name]: value },
    ...(isPassed ? {} : { message: `Value: ${value} does not meet the constraint requirement!` }),
  };
}

async function once(
  { bench }: Measured,
  { type, parameters }: SimpleRule,
  check: Check,
  over: 'rows' | 'values',
): Promise<Verdict> {
  const names = parameters.map(quoteName).join(', ');
  const present = parameters.map((name) => `${quoteName(name)} IS NOT NULL`).join(' AND ');
  const groups = `SELECT count(*) AS n FROM data WHERE ${present} GROUP BY ${names}`;
  const [row = []] = await bench.rows(
    `SELECT count(*) FILTER (WHERE n = 1), count(*), (SELECT count(*) FROM data) FROM (${groups})`,
  );
  const [single = 0, distinct = 0, all = 0] = row.map(Number);
  const value = single / Math.max(1, over === 'rows' ? all : distinct);
  return numeric(
    metricName(parameters, over === 'rows' ? 'Uniqueness' : 'UniqueValueRatio'),
    type === 'IsUnique' || type === 'IsPrimaryKey' ? IS_ONE : check,
    value,
  );
}

/** A rule on each value; missing ones are left out. */
async function eachValue(
  { bench }: Measured,
  { type, parameters: [name = ''], threshold }: SimpleRule,
  check: Check,
): Promise<Verdict> {
  const column = type === 'ColumnLength' ? `length(CAST(${quoteName(name)} AS VARCHAR))` : quoteName(name);
  const condition = conditionSql(check, column);
  const [row = []] = await bench.rows(
    `SELECT count(*) FILTER (WHERE ${condition}), count(${quoteName(name)}) FROM data`,
  );
  const [good = 0, all = 0] = row.map(Number);
  const share = all === 0 ? 1 : good / all;
  return numeric(
    metricName([name], type === 'ColumnLength' ? 'ColumnLength.Compliance' : 'ColumnValues.Compliance'),
    threshold ?? IS_ONE,
    share,
  );
}

const CASTS: Readonly<Record<string, string>> = {
  INTEGER: 'INTEGER',
  LONG: 'BIGINT',
  DOUBLE: 'DOUBLE',
  FLOAT: 'FLOAT',
  BOOLEAN: 'BOOLEAN',
  DATE: 'DATE',
  TIMESTAMP: 'TIMESTAMP',
  STRING: 'VARCHAR',
};

async function dataType(
  { bench }: Measured,
  { parameters: [name = ''], threshold }: SimpleRule,
  check: Check,
): Promise<Verdict> {
  const wanted = check.kind === 'compare' ? String(check.value).toUpperCase() : '';
  const cast = CASTS[wanted];
  if (cast === undefined)
    throw new QueryFault('INVALID_RULESET', `ColumnDataType compares with one of ${Object.keys(CASTS).join(', ')}.`);
  const text = `CAST(${quoteName(name)} AS VARCHAR)`;
  const share = await bench.value(
    `SELECT count(TRY_CAST(${text} AS ${cast})) / CAST(greatest(1, count(${text})) AS DOUBLE) FROM data`,
  );
  return numeric(metricName([name], `ColumnDataType.${wanted}.Compliance`), threshold ?? IS_ONE, Number(share));
}

/** Hours since each value; the oldest decides. */
async function freshness(
  { bench, now }: Measured,
  { parameters: [name = ''] }: SimpleRule,
  check: Check,
): Promise<Verdict> {
  const at = `TRY_CAST(${quoteName(name)} AS TIMESTAMP)`;
  const today = quoteText(new Date(now).toISOString().replace('Z', ''));
  const hours = `date_diff('second', ${at}, TIMESTAMP ${today}) / 3600.0`;
  const condition = conditionSql(check, `(${hours})`);
  const share = await bench.value(
    `SELECT count(*) FILTER (WHERE ${condition}) / CAST(greatest(1, count(*)) AS DOUBLE) FROM data`,
  );
  return numeric(metricName([name], 'DataFreshness.Compliance'), IS_ONE, Number(share));
}
