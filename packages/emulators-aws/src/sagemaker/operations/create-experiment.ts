import type { CreateExperimentRequest, CreateExperimentResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { validation } from '../errors.ts';
import { arnOf, needOn } from '../needs.ts';
import { userContext } from '../registry/packages.ts';
import type { SageMakerState } from '../state.ts';
import { keepTags } from '../tags.ts';

export const createExperiment = operation<SageMakerState, CreateExperimentRequest, CreateExperimentResponse>({
  fidelity: 'real',
  needs: ({ ExperimentName = '', Tags }, call) =>
    needOn(call, 'CreateExperiment', arnOf(call, 'experiment', ExperimentName), { tags: Tags }),
  handle: ({ ExperimentName = '', DisplayName = ExperimentName, Description, Tags }, call) => {
    if (call.state.experiments.has(ExperimentName)) {
      throw validation(
        `Experiment names must be unique within an account and region. Experiment with name (${ExperimentName}) already exists.`,
      );
    }
    const ExperimentArn = arnOf(call, 'experiment', ExperimentName);
    const now = call.date();
    call.state.experiments.set(ExperimentName, {
      ...{ ExperimentName, ExperimentArn, DisplayName, Description, CreationTime: now, LastModifiedTime: now },
      ...{ CreatedBy: userContext(call), LastModifiedBy: userContext(call) },
    });
    keepTags(call, ExperimentArn, Tags);
    return { ExperimentArn };
  },
});
