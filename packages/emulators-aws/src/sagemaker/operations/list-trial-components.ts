import type { ListTrialComponentsRequest, ListTrialComponentsResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { trialsWith } from '../experiments/experiments.ts';
import type { TrialComponent } from '../jobs-state.ts';
import { listPage } from '../listing.ts';
import type { SageMakerCall } from '../needs.ts';
import type { SageMakerState } from '../state.ts';

const rowOf = ({ TrialComponentName, CreationTime }: TrialComponent) => ({
  name: TrialComponentName,
  createdAt: CreationTime,
});

function isWanted(call: SageMakerCall, component: TrialComponent, request: ListTrialComponentsRequest): boolean {
  const { ExperimentName, TrialName, SourceArn } = request;
  if (SourceArn !== undefined && component.Source?.SourceArn !== SourceArn) return false;
  if (ExperimentName === undefined && TrialName === undefined) return true;
  return trialsWith(call, component.TrialComponentName).some(
    (trial) =>
      (ExperimentName === undefined || trial.ExperimentName === ExperimentName) &&
      (TrialName === undefined || trial.TrialName === TrialName),
  );
}

export const listTrialComponents = operation<SageMakerState, ListTrialComponentsRequest, ListTrialComponentsResponse>({
  fidelity: 'real',
  handle: (request, call) => {
    const wanted = [...call.state.trialComponents.values()].filter((component) => isWanted(call, component, request));
    const { items, NextToken } = listPage(wanted, rowOf, request);
    const TrialComponentSummaries = items.map((component) => ({
      ...component,
      TrialComponentSource: component.Source,
    }));
    return { TrialComponentSummaries, NextToken };
  },
});
