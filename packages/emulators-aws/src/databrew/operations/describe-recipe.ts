import type { DescribeRecipeRequest, DescribeRecipeResponse } from '@aws-sdk/client-databrew';
import { operation } from '@cairn/emulator-kit';
import { getRecipe, onNamed } from '../entries.ts';
import type { DataBrewState } from '../state.ts';

export const describeRecipe = operation<DataBrewState, DescribeRecipeRequest, DescribeRecipeResponse>({
  fidelity: 'real',
  needs: onNamed('DescribeRecipe', 'recipe'),
  handle: (input, call) => getRecipe(call, input),
});
