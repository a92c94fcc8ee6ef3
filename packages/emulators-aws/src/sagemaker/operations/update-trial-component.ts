import type { UpdateTrialComponentRequest, UpdateTrialComponentResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { getTrialComponent } from '../experiments/experiments.ts';
import { arnOf, needOn } from '../needs.ts';
import { userContext } from '../registry/packages.ts';
import type { SageMakerState } from '../state.ts';

type Named<Value> = Record<string, Value> | undefined;

/** `added` over what is there, without what is to be removed. */
function changed<Value>(
  before: Named<Value>,
  added: Named<Value>,
  removed: readonly string[] = [],
): Record<string, Value> {
  const all = Object.entries({ ...before, ...added });
  return Object.fromEntries(all.filter(([name]) => !removed.includes(name)));
}

export const updateTrialComponent = operation<
  SageMakerState,
  UpdateTrialComponentRequest,
  UpdateTrialComponentResponse
>({
  fidelity: 'real',
  needs: ({ TrialComponentName = '' }, call) =>
    needOn(call, 'UpdateTrialComponent', arnOf(call, 'experiment-trial-component', TrialComponentName)),
  handle: (request, call) => {
    const found = getTrialComponent(call, request.TrialComponentName ?? '');
    found.DisplayName = request.DisplayName ?? found.DisplayName;
    found.Status = request.Status ?? found.Status;
    found.StartTime = request.StartTime ?? found.StartTime;
    found.EndTime = request.EndTime ?? found.EndTime;
    found.Parameters = changed(found.Parameters, request.Parameters, request.ParametersToRemove);
    found.InputArtifacts = changed(found.InputArtifacts, request.InputArtifacts, request.InputArtifactsToRemove);
    found.OutputArtifacts = changed(found.OutputArtifacts, request.OutputArtifacts, request.OutputArtifactsToRemove);
    found.LastModifiedTime = call.date();
    found.LastModifiedBy = userContext(call);
    return { TrialComponentArn: found.TrialComponentArn };
  },
});
