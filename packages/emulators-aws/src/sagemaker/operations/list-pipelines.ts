import type { ListPipelinesRequest, ListPipelinesResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Pipeline } from '../jobs-state.ts';
import { listPage } from '../listing.ts';
import type { SageMakerState } from '../state.ts';

const rowOf = (pipeline: Pipeline) => ({
  name: pipeline.PipelineName,
  createdAt: pipeline.CreationTime,
  modifiedAt: pipeline.LastModifiedTime,
});

export const listPipelines = operation<SageMakerState, ListPipelinesRequest, ListPipelinesResponse>({
  fidelity: 'real',
  handle: ({ PipelineNamePrefix = '', ...request }, call) => {
    const all = [...call.state.pipelines.values()].filter(({ PipelineName }) =>
      PipelineName.startsWith(PipelineNamePrefix),
    );
    const { items, NextToken } = listPage(all, rowOf, request);
    return {
      PipelineSummaries: items.map((pipeline) => ({ ...pipeline, LastExecutionTime: pipeline.LastRunTime })),
      NextToken,
    };
  },
});
