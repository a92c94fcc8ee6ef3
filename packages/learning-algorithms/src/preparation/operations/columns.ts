import {
  type ActionParameters,
  type ActionResult,
  isFault,
  type Operation,
  withColumn,
  withSource,
} from '../operation.ts';
import { kindOf, numberOf, type TextTable } from '../text-table.ts';

function freeName(table: TextTable, { targetColumn }: ActionParameters): string | undefined {
  if (targetColumn === undefined || targetColumn.trim() === '') return 'the parameter targetColumn is missing';
  return table.names.includes(targetColumn) ? `there is a column "${targetColumn}" already` : undefined;
}

const rename: Operation = (table, parameters) =>
  withSource(table, parameters, (_, name) => {
    const { targetColumn = '' } = parameters;
    const fault = freeName(table, parameters);
    return fault ?? { ...table, names: table.names.map((own) => (own === name ? targetColumn : own)) };
  });

const duplicate: Operation = (table, parameters) =>
  withSource(
    table,
    parameters,
    (column) => freeName(table, parameters) ?? withColumn(table, parameters.targetColumn ?? '', column),
  );

function dropColumn(table: TextTable, name: string): ActionResult {
  return withSource(table, { sourceColumn: name }, () => {
    const keep = (_: unknown, j: number) => table.names[j] !== name;
    return { ...table, names: table.names.filter(keep), columns: table.columns.filter(keep) };
  });
}

/** One column by `sourceColumn`, or several by `sourceColumns`, a JSON list. */
const remove: Operation = (table, { sourceColumn, sourceColumns }) => {
  const names = sourceColumns === undefined ? [sourceColumn ?? ''] : listOf(sourceColumns);
  if (names === undefined) return `sourceColumns is ${sourceColumns}, but must be a JSON list of names`;
  return names.reduce<ActionResult>((result, name) => (isFault(result) ? result : dropColumn(result, name)), table);
};

/** The texts of a JSON list; undefined if it is something else. */
export function listOf(json: string): string[] | undefined {
  try {
    const list: unknown = JSON.parse(json);
    return Array.isArray(list) ? list.map(String) : undefined;
  } catch {
    return undefined; // the caller names the parameter
  }
}

const TRUE = new Set(['true', 'yes', 't', 'y', '1']);
const FALSE = new Set(['false', 'no', 'f', 'n', '0']);

function toBoolean(value: string): string {
  const text = value.trim().toLowerCase();
  if (TRUE.has(text)) return 'true';
  return FALSE.has(text) ? 'false' : '';
}

function toNumber(value: string, isWhole: boolean): string {
  const number = numberOf(value);
  if (Number.isNaN(number)) return '';
  return String(isWhole ? Math.trunc(number) : number);
}

/** As in DataBrew, a value that cannot be converted becomes missing. */
const CASTS: Readonly<Record<string, (value: string) => string>> = {
  string: (value) => value,
  boolean: toBoolean,
  integer: (value) => toNumber(value, true),
  long: (value) => toNumber(value, true),
  number: (value) => toNumber(value, false),
  double: (value) => toNumber(value, false),
  float: (value) => toNumber(value, false),
  decimal: (value) => toNumber(value, false),
};

const changeType: Operation = (table, parameters) =>
  withSource(table, parameters, (column, name) => {
    const { columnDataType = '' } = parameters;
    const cast = Object.hasOwn(CASTS, columnDataType) ? CASTS[columnDataType] : undefined;
    if (cast === undefined)
      return `columnDataType is "${columnDataType}", but must be one of ${Object.keys(CASTS).join(', ')}`;
    return withColumn(
      table,
      name,
      column.map((value) => (kindOf(value) === 'missing' ? '' : cast(value))),
    );
  });

const MOST_SPLITS = 20;

/** New columns are named after their source, with a number. */
const splitColumn: Operation = (table, parameters) =>
  withSource(table, parameters, (column, name) => {
    const { pattern = '', limit = '1', includeInSplit = 'false' } = parameters;
    const splits = Number(limit);
    if (pattern === '') return 'the parameter pattern is missing';
    if (!(Number.isInteger(splits) && splits >= 1 && splits <= MOST_SPLITS))
      return `limit is ${limit}, but must be from 1 to ${MOST_SPLITS}`;
    const parts = column.map((value) => partsOf(value, pattern, splits, includeInSplit === 'true'));
    return Array.from({ length: splits + 1 }, (_, k) => k).reduce<TextTable>(
      (result, k) =>
        withColumn(
          result,
          `${name}_${k + 1}`,
          parts.map((part) => part[k] ?? ''),
        ),
      table,
    );
  });

function partsOf(value: string, pattern: string, splits: number, isKept: boolean): string[] {
  const pieces = value.split(pattern);
  const head = pieces.slice(0, splits).map((piece, k) => (isKept && k < pieces.length - 1 ? piece + pattern : piece));
  return pieces.length > splits ? [...head, pieces.slice(splits).join(pattern)] : head;
}

export const COLUMN_OPERATIONS = {
  RENAME: rename,
  DELETE: remove,
  DUPLICATE: duplicate,
  CHANGE_DATA_TYPE: changeType,
  SPLIT_COLUMN_SINGLE_DELIMITER: splitColumn,
} satisfies Readonly<Record<string, Operation>>;
