import type { ListExperimentsRequest, ListExperimentsResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Experiment } from '../jobs-state.ts';
import { listPage } from '../listing.ts';
import type { SageMakerState } from '../state.ts';

const rowOf = ({ ExperimentName, CreationTime }: Experiment) => ({ name: ExperimentName, createdAt: CreationTime });

export const listExperiments = operation<SageMakerState, ListExperimentsRequest, ListExperimentsResponse>({
  fidelity: 'real',
  handle: (request, call) => {
    const { items: ExperimentSummaries, NextToken } = listPage(call.state.experiments.values(), rowOf, request);
    return { ExperimentSummaries, NextToken };
  },
});
