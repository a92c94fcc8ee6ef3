import { type Expression, parseExpression, variablesOf, walk } from './expression.ts';

/** Whether a value depends on the rows of a loop. */
export function usesRows(expression: Expression): boolean {
  return holdsRows(expression) || variablesOf(expression).includes('row');
}

export function membersOf(expression: Expression): Extract<Expression, { kind: 'record' }>['entries'] {
  return expression.kind === 'record' ? expression.entries : [];
}

function holdsRows(expression: Expression): boolean {
  return [...walk(expression)].some(({ kind }) => kind === 'rows' || kind === 'batch');
}

/** Whether calls list the rows of a batch, and do not only name one. */
export function listsRows(calls: readonly object[]): boolean {
  return calls.some((call) => 'input' in call && holdsRows(parseExpression(call.input)));
}
