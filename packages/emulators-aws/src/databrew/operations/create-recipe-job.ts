import type { CreateRecipeJobRequest, CreateRecipeJobResponse } from '@aws-sdk/client-databrew';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { demandPassRole, getDataset, getRecipe } from '../entries.ts';
import { conflict, notSupported, validation } from '../errors.ts';
import type { DataBrewState } from '../state.ts';
import { demandWritable } from '../writing.ts';

export const createRecipeJob = operation<DataBrewState, Sent<CreateRecipeJobRequest>, CreateRecipeJobResponse>({
  fidelity: 'simplified',
  differs: 'Writes CSV, JSON lines or Parquet, as one object.',
  needs: () => ({ action: 'databrew:CreateRecipeJob', resource: '*' }),
  handle: (input, call) => {
    if (input.ProjectName !== undefined) throw notSupported('A job of a project');
    if (input.DataCatalogOutputs ?? input.DatabaseOutputs)
      throw notSupported('An output to the data catalog or a database');
    if (input.RecipeReference === undefined) throw validation('RecipeReference is missing: name the recipe to run.');
    if ((input.Outputs ?? []).length === 0) throw validation('Outputs is missing: say where the result goes.');
    for (const output of input.Outputs ?? []) demandWritable(output);
    getDataset(call, input.DatasetName);
    getRecipe(call, input.RecipeReference);
    demandPassRole(call, input.RoleArn);
    if (call.state.jobs.has(input.Name)) throw conflict('job', input.Name);
    const stamp = {
      CreatedBy: call.principal.arn,
      CreateDate: call.date(),
      ResourceArn: call.arn(`job/${input.Name}`),
    };
    call.state.jobs.set(input.Name, { ...input, ...stamp, Type: 'RECIPE' });
    return { Name: input.Name };
  },
});
