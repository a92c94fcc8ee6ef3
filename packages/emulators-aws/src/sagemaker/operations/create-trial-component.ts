import type { CreateTrialComponentRequest, CreateTrialComponentResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { validation } from '../errors.ts';
import { arnOf, needOn } from '../needs.ts';
import { userContext } from '../registry/packages.ts';
import type { SageMakerState } from '../state.ts';
import { keepTags } from '../tags.ts';

export const createTrialComponent = operation<
  SageMakerState,
  CreateTrialComponentRequest,
  CreateTrialComponentResponse
>({
  fidelity: 'real',
  needs: ({ TrialComponentName = '', Tags }, call) =>
    needOn(call, 'CreateTrialComponent', arnOf(call, 'experiment-trial-component', TrialComponentName), { tags: Tags }),
  handle: ({ TrialComponentName = '', DisplayName = TrialComponentName, Tags, ...rest }, call) => {
    if (call.state.trialComponents.has(TrialComponentName)) {
      throw validation(
        `Trial Component names must be unique within an account and region. Trial Component with name (${TrialComponentName}) already exists.`,
      );
    }
    const TrialComponentArn = arnOf(call, 'experiment-trial-component', TrialComponentName);
    const now = call.date();
    call.state.trialComponents.set(TrialComponentName, {
      ...rest,
      ...{ TrialComponentName, TrialComponentArn, DisplayName, CreationTime: now, LastModifiedTime: now },
      ...{ CreatedBy: userContext(call), LastModifiedBy: userContext(call) },
    });
    keepTags(call, TrialComponentArn, Tags);
    return { TrialComponentArn };
  },
});
