import type { StopPipelineExecutionRequest, StopPipelineExecutionResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { conflict } from '../errors.ts';
import { stopWork } from '../jobs/live.ts';
import { needOn } from '../needs.ts';
import { getExecution } from '../pipelines/pipelines.ts';
import { isExecuting, setExecutionStatus } from '../pipelines/run-execution.ts';
import type { SageMakerState } from '../state.ts';

export const stopPipelineExecution = operation<
  SageMakerState,
  StopPipelineExecutionRequest,
  StopPipelineExecutionResponse
>({
  fidelity: 'real',
  needs: ({ PipelineExecutionArn = '*' }, call) => needOn(call, 'StopPipelineExecution', PipelineExecutionArn),
  handle: ({ PipelineExecutionArn = '' }, call) => {
    const execution = getExecution(call, PipelineExecutionArn);
    if (!isExecuting(execution)) {
      throw conflict(
        `Pipeline execution with ARN ${PipelineExecutionArn} is in status ${execution.PipelineExecutionStatus} and cannot be stopped.`,
      );
    }
    setExecutionStatus(call, execution, 'Stopping');
    stopWork(execution);
    return { PipelineExecutionArn };
  },
});
