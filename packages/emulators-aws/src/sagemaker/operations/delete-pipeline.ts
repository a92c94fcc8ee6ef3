import type { DeletePipelineRequest, DeletePipelineResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { conflict } from '../errors.ts';
import { needOn } from '../needs.ts';
import { getPipeline, pipelineArn } from '../pipelines/pipelines.ts';
import { isExecuting } from '../pipelines/run-execution.ts';
import type { SageMakerState } from '../state.ts';
import { forgetTags } from '../tags.ts';

export const deletePipeline = operation<SageMakerState, DeletePipelineRequest, DeletePipelineResponse>({
  fidelity: 'real',
  needs: ({ PipelineName = '' }, call) => needOn(call, 'DeletePipeline', pipelineArn(call, PipelineName)),
  handle: ({ PipelineName = '' }, call) => {
    const { PipelineArn, PipelineName: name } = getPipeline(call, PipelineName);
    const executions = [...call.state.pipelineExecutions.values()].filter((one) => one.PipelineArn === PipelineArn);
    if (executions.some(isExecuting)) {
      throw conflict(`Pipeline ${PipelineArn} cannot be deleted while an execution of it is running.`);
    }
    for (const { PipelineExecutionArn } of executions) call.state.pipelineExecutions.delete(PipelineExecutionArn);
    call.state.pipelines.delete(name);
    forgetTags(call, PipelineArn);
    return { PipelineArn };
  },
});
