import type { UpdatePipelineRequest, UpdatePipelineResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { demandPassRole, needOn } from '../needs.ts';
import { definitionOf, getPipeline, pipelineArn } from '../pipelines/pipelines.ts';
import { userContext } from '../registry/packages.ts';
import type { SageMakerState } from '../state.ts';

export const updatePipeline = operation<SageMakerState, UpdatePipelineRequest, UpdatePipelineResponse>({
  fidelity: 'real',
  needs: ({ PipelineName = '' }, call) => needOn(call, 'UpdatePipeline', pipelineArn(call, PipelineName)),
  handle: async (request, call) => {
    const pipeline = getPipeline(call, request.PipelineName ?? '');
    demandPassRole(call, request.RoleArn);
    const definition = await definitionOf(call, request.PipelineDefinition, request.PipelineDefinitionS3Location);
    pipeline.PipelineDefinition = definition ?? pipeline.PipelineDefinition;
    pipeline.RoleArn = request.RoleArn ?? pipeline.RoleArn;
    pipeline.PipelineDisplayName = request.PipelineDisplayName ?? pipeline.PipelineDisplayName;
    pipeline.PipelineDescription = request.PipelineDescription ?? pipeline.PipelineDescription;
    pipeline.ParallelismConfiguration = request.ParallelismConfiguration ?? pipeline.ParallelismConfiguration;
    pipeline.LastModifiedTime = call.date();
    pipeline.LastModifiedBy = userContext(call);
    return { PipelineArn: pipeline.PipelineArn };
  },
});
