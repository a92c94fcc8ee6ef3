import { defineService } from '@cairn/emulator-kit';
import { modelOf } from '../models.ts';
import { createDataset } from './operations/create-dataset.ts';
import { createProfileJob } from './operations/create-profile-job.ts';
import { createRecipe } from './operations/create-recipe.ts';
import { createRecipeJob } from './operations/create-recipe-job.ts';
import { deleteDataset } from './operations/delete-dataset.ts';
import { deleteJob } from './operations/delete-job.ts';
import { describeDataset } from './operations/describe-dataset.ts';
import { describeJob } from './operations/describe-job.ts';
import { describeJobRun } from './operations/describe-job-run.ts';
import { describeRecipe } from './operations/describe-recipe.ts';
import { listDatasets } from './operations/list-datasets.ts';
import { listJobRuns } from './operations/list-job-runs.ts';
import { listRecipes } from './operations/list-recipes.ts';
import { publishRecipe } from './operations/publish-recipe.ts';
import { startJobRun } from './operations/start-job-run.ts';
import { updateRecipe } from './operations/update-recipe.ts';
import { type DataBrewState, emptyState } from './state.ts';

/** AWS Glue DataBrew: datasets, recipes, and jobs that profile and prepare them. */
export const databrew = defineService<DataBrewState>({
  name: 'databrew',
  get model() {
    return modelOf('databrew');
  },
  actionPrefix: 'databrew',
  scope: 'regional',
  emptyState,
  operations: {
    CreateDataset: createDataset,
    CreateProfileJob: createProfileJob,
    CreateRecipeJob: createRecipeJob,
    CreateRecipe: createRecipe,
    DeleteDataset: deleteDataset,
    DeleteJob: deleteJob,
    DescribeDataset: describeDataset,
    DescribeJobRun: describeJobRun,
    DescribeJob: describeJob,
    DescribeRecipe: describeRecipe,
    ListDatasets: listDatasets,
    ListJobRuns: listJobRuns,
    ListRecipes: listRecipes,
    PublishRecipe: publishRecipe,
    StartJobRun: startJobRun,
    UpdateRecipe: updateRecipe,
  },
});
