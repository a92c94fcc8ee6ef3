import type { StartPipelineExecutionRequest, StartPipelineExecutionResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { needOn } from '../needs.ts';
import { pipelineArn, startExecution } from '../pipelines/pipelines.ts';
import type { SageMakerState } from '../state.ts';

export const startPipelineExecution = operation<
  SageMakerState,
  StartPipelineExecutionRequest,
  StartPipelineExecutionResponse
>({
  fidelity: 'real',
  needs: ({ PipelineName = '' }, call) => needOn(call, 'StartPipelineExecution', pipelineArn(call, PipelineName)),
  handle: (request, call) => ({ PipelineExecutionArn: startExecution(call, request) }),
});
