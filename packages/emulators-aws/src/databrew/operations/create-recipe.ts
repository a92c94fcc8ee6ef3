import type { CreateRecipeRequest, CreateRecipeResponse } from '@aws-sdk/client-databrew';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { conflict } from '../errors.ts';
import { checkedSteps } from '../recipe-steps.ts';
import type { DataBrewState } from '../state.ts';

export const createRecipe = operation<DataBrewState, Sent<CreateRecipeRequest>, CreateRecipeResponse>({
  fidelity: 'simplified',
  differs: 'The common recipe actions are done; others are refused when the recipe is made.',
  needs: () => ({ action: 'databrew:CreateRecipe', resource: '*' }),
  handle: (input, call) => {
    checkedSteps(input.Steps);
    if (call.state.recipes.has(input.Name)) throw conflict('recipe', input.Name);
    const working = {
      ...input,
      CreatedBy: call.principal.arn,
      CreateDate: call.date(),
      LastModifiedBy: call.principal.arn,
      LastModifiedDate: call.date(),
      ResourceArn: call.arn(`recipe/${input.Name}`),
      RecipeVersion: '0.1',
    };
    call.state.recipes.set(input.Name, { working, published: [] });
    return { Name: input.Name };
  },
});
