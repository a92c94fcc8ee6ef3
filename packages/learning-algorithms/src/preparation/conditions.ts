import { findColumn, kindOf, numberOf, type TextTable } from './text-table.ts';

/** When a step applies, in the shape of DataBrew's ConditionExpression. */
export type ConditionExpression = {
  readonly Condition: string;
  readonly Value?: string;
  readonly TargetColumn: string;
};

type Test = (value: string, against: string) => boolean;

const numeric =
  (holds: (value: number, against: number) => boolean): Test =>
  (value, against) =>
    holds(numberOf(value), numberOf(against)); // no comparison holds for NaN, a missing value

const CONDITIONS: Readonly<Record<string, Test>> = {
  IS: (value, against) => value === against,
  IS_NOT: (value, against) => value !== against,
  CONTAINS: (value, against) => value.includes(against),
  NOT_CONTAINS: (value, against) => !value.includes(against),
  STARTS_WITH: (value, against) => value.startsWith(against),
  ENDS_WITH: (value, against) => value.endsWith(against),
  GREATER_THAN: numeric((value, against) => value > against),
  GREATER_THAN_EQUAL: numeric((value, against) => value >= against),
  LESS_THAN: numeric((value, against) => value < against),
  LESS_THAN_EQUAL: numeric((value, against) => value <= against),
  IS_MISSING: (value) => kindOf(value) === 'missing',
  IS_NOT_MISSING: (value) => kindOf(value) !== 'missing',
};

type Conditions = { readonly outcome: 'conditions'; readonly holds: (row: number) => boolean };

/** Tells in which rows all conditions hold, or what is wrong with one of them. */
export function readConditions(table: TextTable, expressions: readonly ConditionExpression[]): Conditions | string {
  const tests: ((row: number) => boolean)[] = [];
  for (const { Condition, Value = '', TargetColumn } of expressions) {
    const column = findColumn(table, TargetColumn);
    const test = Object.hasOwn(CONDITIONS, Condition) ? CONDITIONS[Condition] : undefined;
    if (test === undefined)
      return `there is no condition ${Condition} (there are ${Object.keys(CONDITIONS).join(', ')})`;
    if (column === undefined) return `the condition reads the column "${TargetColumn}", which does not exist`;
    tests.push((row) => test(column[row] ?? '', Value));
  }
  return { outcome: 'conditions', holds: (row) => tests.every((test) => test(row)) };
}
