import type { DeleteExperimentRequest, DeleteExperimentResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { conflict } from '../errors.ts';
import { getExperiment } from '../experiments/experiments.ts';
import { arnOf, needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';
import { forgetTags } from '../tags.ts';

export const deleteExperiment = operation<SageMakerState, DeleteExperimentRequest, DeleteExperimentResponse>({
  fidelity: 'real',
  needs: ({ ExperimentName = '' }, call) => needOn(call, 'DeleteExperiment', arnOf(call, 'experiment', ExperimentName)),
  handle: ({ ExperimentName = '' }, call) => {
    const found = getExperiment(call, ExperimentName);
    const hasTrials = [...call.state.trials.values()].some((trial) => trial.ExperimentName === ExperimentName);
    if (hasTrials) throw conflict(`Experiment ${ExperimentName} still has trials: delete them first.`);
    call.state.experiments.delete(found.ExperimentName);
    forgetTags(call, found.ExperimentArn);
    return { ExperimentArn: found.ExperimentArn };
  },
});
