import type { CreateTrialRequest, CreateTrialResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { validation } from '../errors.ts';
import { getExperiment } from '../experiments/experiments.ts';
import { arnOf, needOn } from '../needs.ts';
import { userContext } from '../registry/packages.ts';
import type { SageMakerState } from '../state.ts';
import { keepTags } from '../tags.ts';

export const createTrial = operation<SageMakerState, CreateTrialRequest, CreateTrialResponse>({
  fidelity: 'real',
  needs: ({ TrialName = '', Tags }, call) =>
    needOn(call, 'CreateTrial', arnOf(call, 'experiment-trial', TrialName), { tags: Tags }),
  handle: ({ TrialName = '', DisplayName = TrialName, ExperimentName = '', MetadataProperties, Tags }, call) => {
    getExperiment(call, ExperimentName);
    if (call.state.trials.has(TrialName)) {
      throw validation(
        `Trial names must be unique within an account and region. Trial with name (${TrialName}) already exists.`,
      );
    }
    const TrialArn = arnOf(call, 'experiment-trial', TrialName);
    const now = call.date();
    call.state.trials.set(TrialName, {
      ...{
        TrialName,
        TrialArn,
        DisplayName,
        ExperimentName,
        MetadataProperties,
        CreationTime: now,
        LastModifiedTime: now,
      },
      ...{ CreatedBy: userContext(call), LastModifiedBy: userContext(call), components: new Set<string>() },
    });
    keepTags(call, TrialArn, Tags);
    return { TrialArn };
  },
});
