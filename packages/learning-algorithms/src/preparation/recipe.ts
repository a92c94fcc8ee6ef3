import { nearestName } from '@cairn/kernel';
import { type ConditionExpression, readConditions } from './conditions.ts';
import { type ActionParameters, isFault, type Operation } from './operation.ts';
import { COLUMN_OPERATIONS } from './operations/columns.ts';
import { FEATURE_OPERATIONS } from './operations/features.ts';
import { ROW_OPERATIONS } from './operations/rows.ts';
import { TEXT_OPERATIONS } from './operations/text.ts';
import type { TextTable } from './text-table.ts';

const OPERATIONS: Readonly<Record<string, Operation>> = {
  ...COLUMN_OPERATIONS,
  ...TEXT_OPERATIONS,
  ...ROW_OPERATIONS,
  ...FEATURE_OPERATIONS,
};

/** Names of all actions a recipe may use. */
export const RECIPE_OPERATIONS: readonly string[] = Object.keys(OPERATIONS);

/** One step, in the shape of DataBrew's RecipeStep. */
export type RecipeStep = {
  readonly Action: { readonly Operation: string; readonly Parameters?: ActionParameters };
  readonly ConditionExpressions?: readonly ConditionExpression[];
};

export type RecipeOutcome =
  | { readonly outcome: 'table'; readonly table: TextTable }
  /** `step` counts from 1. */
  | { readonly outcome: 'fault'; readonly step: number; readonly message: string };

function unknownOperation(name: string): string {
  const near = nearestName(name, RECIPE_OPERATIONS);
  return near === undefined ? `there is no operation ${name}` : `there is no operation ${name}; did you mean ${near}?`;
}

function applyStep(table: TextTable, { Action, ConditionExpressions = [] }: RecipeStep): TextTable | string {
  const operation = Object.hasOwn(OPERATIONS, Action.Operation) ? OPERATIONS[Action.Operation] : undefined;
  if (operation === undefined) return unknownOperation(Action.Operation);
  if (Action.Operation === 'REMOVE_VALUES' && ConditionExpressions.length === 0) {
    return 'it would drop every row: say in ConditionExpressions which ones';
  }
  const conditions = readConditions(table, ConditionExpressions);
  return typeof conditions === 'string' ? conditions : operation(table, Action.Parameters ?? {}, conditions.holds);
}

/**
 * Applies the steps of a recipe one after the other; the table given stays as it is.
 *
 * @returns the new table, or the first step that cannot be done and why
 * @see     https://docs.aws.amazon.com/databrew/latest/dg/recipe-actions-reference.html
 */
export function applyRecipe(table: TextTable, steps: readonly RecipeStep[]): RecipeOutcome {
  let current = table;
  for (const [index, step] of steps.entries()) {
    const result = applyStep(current, step);
    if (isFault(result)) {
      return { outcome: 'fault', step: index + 1, message: `Step ${index + 1} (${step.Action.Operation}): ${result}.` };
    }
    current = result;
  }
  return { outcome: 'table', table: current };
}
