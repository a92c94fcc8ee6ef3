import type { PublishRecipeRequest, PublishRecipeResponse } from '@aws-sdk/client-databrew';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { getRecipeEntry, onNamed } from '../entries.ts';
import type { DataBrewState } from '../state.ts';

export const publishRecipe = operation<DataBrewState, Sent<PublishRecipeRequest>, PublishRecipeResponse>({
  fidelity: 'real',
  needs: onNamed('PublishRecipe', 'recipe'),
  handle: ({ Name: name, Description }, call) => {
    const entry = getRecipeEntry(call, name);
    const number = entry.published.length + 1;
    entry.published.push({
      ...entry.working,
      ...(Description === undefined ? {} : { Description }),
      PublishedBy: call.principal.arn,
      PublishedDate: call.date(),
      RecipeVersion: `${number}.0`,
    });
    entry.working = { ...entry.working, RecipeVersion: `${number}.1` };
    return { Name: name };
  },
});
