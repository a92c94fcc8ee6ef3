import type { ListTrialsRequest, ListTrialsResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { getExperiment } from '../experiments/experiments.ts';
import type { Trial } from '../jobs-state.ts';
import { listPage } from '../listing.ts';
import type { SageMakerState } from '../state.ts';

const rowOf = ({ TrialName, CreationTime }: Trial) => ({ name: TrialName, createdAt: CreationTime });

export const listTrials = operation<SageMakerState, ListTrialsRequest, ListTrialsResponse>({
  fidelity: 'real',
  handle: ({ ExperimentName, TrialComponentName, ...request }, call) => {
    if (ExperimentName !== undefined) getExperiment(call, ExperimentName);
    const wanted = [...call.state.trials.values()].filter(
      (trial) =>
        (ExperimentName === undefined || trial.ExperimentName === ExperimentName) &&
        (TrialComponentName === undefined || trial.components.has(TrialComponentName)),
    );
    const { items: TrialSummaries, NextToken } = listPage(wanted, rowOf, request);
    return { TrialSummaries, NextToken };
  },
});
