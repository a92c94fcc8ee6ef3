import { QueryFault } from '../../lake/query-fault.ts';
import { quoteText } from '../../lake/sql-text.ts';
import type { Check, Literal } from './dqdl.ts';

/** Whether a measured number passes a check. */
export function passes(check: Check, measured: number): boolean {
  switch (check.kind) {
    case 'compare':
      return compares(check.operator, measured, Number(check.value));
    case 'between': // both ends are outside
      return (measured > Number(check.low) && measured < Number(check.high)) !== check.isNot;
    case 'in':
      return check.values.map(Number).includes(measured) !== check.isNot;
    case 'matches':
      throw new QueryFault('INVALID_RULESET', 'matches is for values of a column, not for a measured number.');
  }
}

function compares(operator: string, a: number, b: number): boolean {
  switch (operator) {
    case '=':
      return a === b;
    case '!=':
      return a !== b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    case '<':
      return a < b;
    default:
      return a <= b;
  }
}

/** The check as a condition on a column, for rules on each value. */
export function conditionSql(check: Check, column: string): string {
  const not = 'isNot' in check && check.isNot ? 'NOT ' : '';
  switch (check.kind) {
    case 'compare':
      return `${column} ${check.operator} ${literalSql(check.value)}`;
    case 'between':
      return `${not}(${column} > ${literalSql(check.low)} AND ${column} < ${literalSql(check.high)})`;
    case 'in':
      return `${not}(CAST(${column} AS VARCHAR) IN (${check.values.map((value) => quoteText(String(value))).join(', ')}))`;
    case 'matches':
      return `${not}regexp_full_match(CAST(${column} AS VARCHAR), ${quoteText(check.pattern)})`;
  }
}

const literalSql = (value: Literal): string => (typeof value === 'number' ? String(value) : quoteText(value));
