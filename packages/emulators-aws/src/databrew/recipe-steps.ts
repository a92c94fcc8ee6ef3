import type { RecipeStep as WireStep } from '@aws-sdk/client-databrew';
import { nearestName } from '@cairn/kernel';
import { RECIPE_OPERATIONS, type RecipeStep } from '@cairn/learning-algorithms';
import { validation } from './errors.ts';

/** Steps as the preparation takes them. Throws ValidationException for an operation that is not done here. */
export function checkedSteps(steps: readonly WireStep[]): RecipeStep[] {
  return steps.map(({ Action: action, ConditionExpressions: conditions }, i) => {
    const name = action?.Operation ?? '';
    if (!RECIPE_OPERATIONS.includes(name)) {
      const near = nearestName(name, RECIPE_OPERATIONS);
      const hint = near === undefined ? '' : ` Did you mean ${near}?`;
      throw validation(`Step ${i + 1}: the operation ${name} is not supported in this sandbox.${hint}`);
    }
    const Parameters = action?.Parameters;
    return {
      Action: { Operation: name, ...(Parameters ? { Parameters } : {}) },
      ...(conditions ? { ConditionExpressions: conditions.map(conditionOf) } : {}),
    };
  });
}

type WireCondition = NonNullable<WireStep['ConditionExpressions']>[number];

const conditionOf = ({ Condition = '', Value, TargetColumn = '' }: WireCondition) => ({
  Condition,
  TargetColumn,
  ...(Value === undefined ? {} : { Value }),
});
