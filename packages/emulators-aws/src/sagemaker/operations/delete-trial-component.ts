import type { DeleteTrialComponentRequest, DeleteTrialComponentResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { conflict } from '../errors.ts';
import { getTrialComponent, trialsWith } from '../experiments/experiments.ts';
import { arnOf, needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';
import { forgetTags } from '../tags.ts';

export const deleteTrialComponent = operation<
  SageMakerState,
  DeleteTrialComponentRequest,
  DeleteTrialComponentResponse
>({
  fidelity: 'real',
  needs: ({ TrialComponentName = '' }, call) =>
    needOn(call, 'DeleteTrialComponent', arnOf(call, 'experiment-trial-component', TrialComponentName)),
  handle: ({ TrialComponentName = '' }, call) => {
    const found = getTrialComponent(call, TrialComponentName);
    if (trialsWith(call, found.TrialComponentName).length > 0) {
      throw conflict(`Trial Component ${TrialComponentName} belongs to a trial: disassociate it first.`);
    }
    call.state.trialComponents.delete(found.TrialComponentName);
    forgetTags(call, found.TrialComponentArn);
    return { TrialComponentArn: found.TrialComponentArn };
  },
});
