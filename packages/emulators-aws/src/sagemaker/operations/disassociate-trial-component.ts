import type { DisassociateTrialComponentRequest, DisassociateTrialComponentResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { getTrial, getTrialComponent } from '../experiments/experiments.ts';
import { arnOf, needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';

export const disassociateTrialComponent = operation<
  SageMakerState,
  DisassociateTrialComponentRequest,
  DisassociateTrialComponentResponse
>({
  fidelity: 'real',
  needs: ({ TrialComponentName = '', TrialName = '' }, call) => [
    needOn(call, 'DisassociateTrialComponent', arnOf(call, 'experiment-trial-component', TrialComponentName)),
    needOn(call, 'DisassociateTrialComponent', arnOf(call, 'experiment-trial', TrialName)),
  ],
  handle: ({ TrialComponentName = '', TrialName = '' }, call) => {
    const trial = getTrial(call, TrialName);
    const component = getTrialComponent(call, TrialComponentName);
    trial.components.delete(component.TrialComponentName);
    return { TrialArn: trial.TrialArn, TrialComponentArn: component.TrialComponentArn };
  },
});
