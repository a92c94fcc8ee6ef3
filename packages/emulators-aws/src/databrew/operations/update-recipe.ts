import type { UpdateRecipeRequest, UpdateRecipeResponse } from '@aws-sdk/client-databrew';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { getRecipeEntry, onNamed } from '../entries.ts';
import { checkedSteps } from '../recipe-steps.ts';
import type { DataBrewState } from '../state.ts';

export const updateRecipe = operation<DataBrewState, Sent<UpdateRecipeRequest>, UpdateRecipeResponse>({
  fidelity: 'real',
  needs: onNamed('UpdateRecipe', 'recipe'),
  handle: ({ Name: name, Steps, Description }, call) => {
    if (Steps) checkedSteps(Steps);
    const entry = getRecipeEntry(call, name);
    entry.working = {
      ...entry.working,
      ...(Steps ? { Steps } : {}),
      ...(Description === undefined ? {} : { Description }),
      LastModifiedBy: call.principal.arn,
      LastModifiedDate: call.date(),
    };
    return { Name: name };
  },
});
