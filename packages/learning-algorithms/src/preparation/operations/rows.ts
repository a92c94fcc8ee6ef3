import { momentsOf } from '../../numbers/moments.ts';
import { quantile, sortedPresent } from '../../numbers/order.ts';
import { type Operation, textOf, withColumn, withNumbers, withRows, withSource } from '../operation.ts';
import { duplicateRows } from '../profile.ts';
import { kindOf, type TextTable } from '../text-table.ts';

const isMissing = (value: string): boolean => kindOf(value) === 'missing';

function fill(table: TextTable, name: string, value: string): TextTable {
  const column = table.columns[table.names.indexOf(name)] ?? [];
  return withColumn(
    table,
    name,
    column.map((own) => (isMissing(own) ? value : own)),
  );
}

/** Fills the gaps of a numeric column with one figure of its values. */
const fillWithFigure =
  (figure: (values: Float64Array) => number): Operation =>
  (table, parameters) =>
    withNumbers(table, parameters, (values, name) => fill(table, name, textOf(figure(values))));

/** The values that occur most often, in the order in which they first do. */
function modesOf(column: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of column) if (!isMissing(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return [...counts].filter(([, count]) => count === most).map(([value]) => value);
}

const fillMostFrequent: Operation = (table, parameters) =>
  withSource(table, parameters, (column, name) => {
    const [mode] = modesOf(column);
    return mode === undefined ? `column "${name}" has no values` : fill(table, name, mode);
  });

/** Where several numbers are equally frequent, modeType says which figure of them fills the gaps. */
const fillMode: Operation = (table, parameters) =>
  withNumbers(table, parameters, (_, name) => {
    const modes = modesOf(table.columns[table.names.indexOf(name)] ?? []).map(Number);
    const { modeType = 'AVERAGE' } = parameters;
    if (modeType === 'AVERAGE') return fill(table, name, textOf(momentsOf(modes).mean));
    if (modeType === 'MINIMUM') return fill(table, name, textOf(Math.min(...modes)));
    if (modeType === 'MAXIMUM') return fill(table, name, textOf(Math.max(...modes)));
    return `modeType is "${modeType}", but must be AVERAGE, MINIMUM or MAXIMUM`;
  });

const fillCustom: Operation = (table, parameters) =>
  withSource(table, parameters, (_, name) => {
    const { value } = parameters;
    return value === undefined ? 'the parameter value is missing' : fill(table, name, value);
  });

const fillLastValid: Operation = (table, parameters) =>
  withSource(table, parameters, (column, name) => {
    let last = '';
    const filled = column.map((value) => {
      if (!isMissing(value)) last = value;
      return last;
    });
    return withColumn(table, name, filled);
  });

const removeMissing: Operation = (table, parameters) =>
  withSource(table, parameters, (column) => withRows(table, (i) => !isMissing(column[i] ?? '')));

const removeDuplicates: Operation = (table) => {
  const repeated = new Set(duplicateRows(table));
  return withRows(table, (i) => !repeated.has(i));
};

/** Drops the rows in which the step's conditions hold. */
const removeValues: Operation = (table, parameters, holds) =>
  withSource(table, parameters, () => withRows(table, (i) => !holds(i)));

export const ROW_OPERATIONS = {
  FILL_WITH_AVERAGE: fillWithFigure((values) => momentsOf(values).mean),
  FILL_WITH_MEDIAN: fillWithFigure((values) => quantile(sortedPresent(values), 0.5)),
  FILL_WITH_MODE: fillMode,
  FILL_WITH_MOST_FREQUENT: fillMostFrequent,
  FILL_WITH_CUSTOM: fillCustom,
  FILL_WITH_LAST_VALID: fillLastValid,
  REMOVE_MISSING: removeMissing,
  DELETE_DUPLICATE_ROWS: removeDuplicates,
  REMOVE_VALUES: removeValues,
} satisfies Readonly<Record<string, Operation>>;
