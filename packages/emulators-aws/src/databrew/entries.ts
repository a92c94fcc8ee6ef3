import type { Dataset, Recipe, RecipeReference } from '@aws-sdk/client-databrew';
import type { Need } from '@cairn/emulator-kit';
import { type NamedPage, namedPage } from '../messaging/page-token.ts';
import { notFound, validation } from './errors.ts';
import type { DataBrewCall, JobEntry, RecipeEntry } from './state.ts';

export function getDataset({ state }: DataBrewCall, name: string | undefined): Dataset {
  const dataset = state.datasets.get(name ?? '');
  if (!dataset) throw notFound('dataset', name ?? '');
  return dataset;
}

export function getRecipeEntry({ state }: DataBrewCall, name: string | undefined): RecipeEntry {
  const recipe = state.recipes.get(name ?? '');
  if (!recipe) throw notFound('recipe', name ?? '');
  return recipe;
}

/** A version of a recipe: a number such as 1.0, LATEST_PUBLISHED (also when left out) or LATEST_WORKING. */
export function getRecipe(
  call: DataBrewCall,
  { Name: name, RecipeVersion: version = 'LATEST_PUBLISHED' }: RecipeReference,
): Recipe {
  const { working, published } = getRecipeEntry(call, name);
  if (version === 'LATEST_WORKING' || version === working.RecipeVersion) return working;
  const found =
    version === 'LATEST_PUBLISHED'
      ? published.at(-1)
      : published.find(({ RecipeVersion }) => RecipeVersion === version);
  if (!found) throw notFound('recipe version', `${name} ${version}`);
  return found;
}

export function getJobEntry({ state }: DataBrewCall, name: string | undefined): JobEntry {
  const job = state.jobs.get(name ?? '');
  if (!job) throw notFound('job', name ?? '');
  return job;
}

/** Permission for `databrew:<action>` on one dataset, recipe or job. */
export const onNamed =
  (action: string, kind: 'dataset' | 'recipe' | 'job') =>
  ({ Name: name }: { readonly Name: string | undefined }, call: DataBrewCall): Need => ({
    action: `databrew:${action}`,
    resource: call.arn(`${kind}/${name}`),
  });

/** Throws AccessDeniedException unless the caller may hand the role to DataBrew. */
export function demandPassRole(call: DataBrewCall, resource: string): void {
  call.demand({ action: 'iam:PassRole', resource, context: { 'iam:PassedToService': 'databrew.amazonaws.com' } });
}

export const page = <Item>(
  all: Iterable<Item>,
  nameOf: (item: Item) => string,
  {
    NextToken: token,
    MaxResults: limit = 100,
  }: { readonly NextToken?: string | undefined; readonly MaxResults?: number | undefined },
): NamedPage<Item> => namedPage(all, nameOf, { token, limit }, () => validation('The NextToken is not valid.'));

export const tokenMember = (nextToken: string | undefined): { NextToken?: string } =>
  nextToken === undefined ? {} : { NextToken: nextToken };
