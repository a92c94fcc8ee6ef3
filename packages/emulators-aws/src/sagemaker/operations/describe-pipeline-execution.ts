import type { DescribePipelineExecutionRequest, DescribePipelineExecutionResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { holdWhile } from '../holding.ts';
import { isLive } from '../jobs/live.ts';
import { needOn } from '../needs.ts';
import { getExecution } from '../pipelines/pipelines.ts';
import { failOrphan, isExecuting } from '../pipelines/run-execution.ts';
import type { SageMakerState } from '../state.ts';

export const describePipelineExecution = operation<
  SageMakerState,
  DescribePipelineExecutionRequest,
  DescribePipelineExecutionResponse
>({
  fidelity: 'real',
  needs: ({ PipelineExecutionArn = '*' }, call) => needOn(call, 'DescribePipelineExecution', PipelineExecutionArn),
  handle: async ({ PipelineExecutionArn = '' }, call) => {
    const execution = getExecution(call, PipelineExecutionArn);
    if (isExecuting(execution) && !isLive(execution)) failOrphan(call, execution);
    await holdWhile(call, execution, () => isExecuting(execution));
    return execution;
  },
});
