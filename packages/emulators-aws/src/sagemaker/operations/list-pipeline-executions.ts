import type { ListPipelineExecutionsRequest, ListPipelineExecutionsResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { PipelineExecution } from '../jobs-state.ts';
import { listPage } from '../listing.ts';
import { needOn } from '../needs.ts';
import { getPipeline, pipelineArn } from '../pipelines/pipelines.ts';
import type { SageMakerState } from '../state.ts';

const rowOf = (execution: PipelineExecution) => ({
  name: execution.PipelineExecutionArn,
  createdAt: execution.CreationTime,
  keys: { PipelineExecutionArn: execution.PipelineExecutionArn },
});

export const listPipelineExecutions = operation<
  SageMakerState,
  ListPipelineExecutionsRequest,
  ListPipelineExecutionsResponse
>({
  fidelity: 'real',
  needs: ({ PipelineName = '' }, call) => needOn(call, 'ListPipelineExecutions', pipelineArn(call, PipelineName)),
  handle: (request, call) => {
    const { PipelineArn } = getPipeline(call, request.PipelineName ?? '');
    const all = [...call.state.pipelineExecutions.values()].filter((one) => one.PipelineArn === PipelineArn);
    const { items, NextToken } = listPage(all, rowOf, request);
    const PipelineExecutionSummaries = items.map((execution) => ({
      ...execution,
      StartTime: execution.CreationTime,
      PipelineExecutionFailureReason: execution.FailureReason,
    }));
    return { PipelineExecutionSummaries, NextToken };
  },
});
