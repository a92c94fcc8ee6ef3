import type { Dataset, DescribeJobResponse, JobRun, Recipe } from '@aws-sdk/client-databrew';
import type { Call } from '@cairn/emulator-kit';

/** Datasets, recipes and jobs of one account and region. Plain data only. */
export interface DataBrewState {
  readonly datasets: Map<string, Dataset>;
  readonly recipes: Map<string, RecipeEntry>;
  readonly jobs: Map<string, JobEntry>;
  /** Runs of each job, oldest first. */
  readonly runs: Map<string, JobRun[]>;
}

export interface RecipeEntry {
  working: Recipe;
  /** Versions 1.0, 2.0, … in order. */
  readonly published: Recipe[];
}

/** A job as it is described, with what only its kind has. */
export type JobEntry = DescribeJobResponse;

export type DataBrewCall = Call<DataBrewState>;

export const emptyState = (): DataBrewState => ({
  datasets: new Map(),
  recipes: new Map(),
  jobs: new Map(),
  runs: new Map(),
});
