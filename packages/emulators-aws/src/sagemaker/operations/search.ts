import type { SearchRecord, SearchRequest, SearchResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { notSupported } from '../errors.ts';
import { trialsWith } from '../experiments/experiments.ts';
import { expressionHolds, type Searchable, searchableComponent, searchableTraining } from '../experiments/search.ts';
import { listPage } from '../listing.ts';
import type { SageMakerCall } from '../needs.ts';
import type { SageMakerState } from '../state.ts';

interface Found extends Searchable {
  readonly name: string;
  readonly createdAt: Date;
  readonly asRecord: SearchRecord;
}

function trainings({ state }: SageMakerCall): Found[] {
  return [...state.trainingJobs.values()].map((job) => {
    const searchable = searchableTraining(job, plainTags(state, job.TrainingJobArn));
    const asRecord = { TrainingJob: searchable.record };
    return { ...searchable, name: job.TrainingJobName, createdAt: job.CreationTime, asRecord };
  });
}

const plainTags = ({ tags }: SageMakerState, arn: string) =>
  (tags.get(arn) ?? []).map(({ Key = '', Value = '' }) => ({ Key, Value }));

function components(call: SageMakerCall): Found[] {
  return [...call.state.trialComponents.values()].map((component) => {
    const parents = trialsWith(call, component.TrialComponentName).map(({ TrialName, ExperimentName = '' }) => ({
      ...{ TrialName, ExperimentName },
    }));
    const searchable = searchableComponent(component, parents);
    const asRecord = { TrialComponent: searchable.record };
    return { ...searchable, name: component.TrialComponentName, createdAt: component.CreationTime, asRecord };
  });
}

const SOURCES: Readonly<Record<string, (call: SageMakerCall) => Found[]>> = {
  TrainingJob: trainings,
  ExperimentTrialComponent: components,
};

/** The value to sort by: numbers as they are, instants by their milliseconds. */
function sortKey(found: Found, name: string | undefined): Record<string, string | number> {
  const value = name === undefined ? undefined : found.property(name);
  if (name === undefined) return {};
  return { [name]: value instanceof Date ? value.getTime() : typeof value === 'number' ? value : String(value ?? '') };
}

export const search = operation<SageMakerState, SearchRequest, SearchResponse>({
  fidelity: 'simplified',
  differs: 'Searches training jobs and trial components; no nested filters.',
  handle: ({ Resource = 'TrainingJob', SearchExpression, SortBy, SortOrder, ...request }, call) => {
    const source = SOURCES[Resource];
    if (!source) throw notSupported(`Search for ${Resource}`);
    const all = source(call).filter((found) => expressionHolds(found, SearchExpression));
    const rowOf = (found: Found) => ({ name: found.name, createdAt: found.createdAt, keys: sortKey(found, SortBy) });
    const order = { SortBy: SortBy ?? 'CreationTime', SortOrder: SortOrder ?? 'Descending', ...request };
    const { items, NextToken } = listPage(all, rowOf, order, { limit: 100 });
    return { Results: items.map(({ asRecord }) => asRecord), NextToken };
  },
});
