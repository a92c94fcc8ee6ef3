import type { DeleteTrialRequest, DeleteTrialResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { conflict } from '../errors.ts';
import { getTrial } from '../experiments/experiments.ts';
import { arnOf, needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';
import { forgetTags } from '../tags.ts';

export const deleteTrial = operation<SageMakerState, DeleteTrialRequest, DeleteTrialResponse>({
  fidelity: 'real',
  needs: ({ TrialName = '' }, call) => needOn(call, 'DeleteTrial', arnOf(call, 'experiment-trial', TrialName)),
  handle: ({ TrialName = '' }, call) => {
    const found = getTrial(call, TrialName);
    if (found.components.size > 0) {
      throw conflict(`Trial ${TrialName} still has trial components: disassociate them first.`);
    }
    call.state.trials.delete(found.TrialName);
    forgetTags(call, found.TrialArn);
    return { TrialArn: found.TrialArn };
  },
});
