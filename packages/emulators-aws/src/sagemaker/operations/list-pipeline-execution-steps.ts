import type { ListPipelineExecutionStepsRequest, ListPipelineExecutionStepsResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { PipelineStepRun } from '../jobs-state.ts';
import { listPage } from '../listing.ts';
import { needOn } from '../needs.ts';
import { getExecution } from '../pipelines/pipelines.ts';
import type { SageMakerState } from '../state.ts';

const EPOCH = new Date(0);

const rowOf = (step: PipelineStepRun) => ({ name: step.StepName, createdAt: step.StartTime ?? EPOCH });

export const listPipelineExecutionSteps = operation<
  SageMakerState,
  ListPipelineExecutionStepsRequest,
  ListPipelineExecutionStepsResponse
>({
  fidelity: 'real',
  needs: ({ PipelineExecutionArn = '*' }, call) => needOn(call, 'ListPipelineExecutionSteps', PipelineExecutionArn),
  handle: ({ PipelineExecutionArn = '', ...request }, call) => {
    const { steps } = getExecution(call, PipelineExecutionArn);
    const { items, NextToken } = listPage(steps, rowOf, request);
    return { PipelineExecutionSteps: items, NextToken };
  },
});
