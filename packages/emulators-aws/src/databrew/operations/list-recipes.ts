import type { ListRecipesRequest, ListRecipesResponse } from '@aws-sdk/client-databrew';
import { operation } from '@cairn/emulator-kit';
import { page, tokenMember } from '../entries.ts';
import type { DataBrewState } from '../state.ts';

export const listRecipes = operation<DataBrewState, ListRecipesRequest, ListRecipesResponse>({
  fidelity: 'real',
  needs: () => ({ action: 'databrew:ListRecipes', resource: '*' }),
  handle: (input, { state }) => {
    const isWorking = input.RecipeVersion === 'LATEST_WORKING';
    const recipes = [...state.recipes.values()].flatMap(({ working, published }) =>
      isWorking ? working : (published.at(-1) ?? []),
    );
    const { items, nextToken } = page(recipes, ({ Name }) => Name ?? '', input);
    return { Recipes: [...items], ...tokenMember(nextToken) };
  },
});
