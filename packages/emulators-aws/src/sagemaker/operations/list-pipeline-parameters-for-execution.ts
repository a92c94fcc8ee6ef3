import type {
  ListPipelineParametersForExecutionRequest,
  ListPipelineParametersForExecutionResponse,
} from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { listPage } from '../listing.ts';
import { needOn } from '../needs.ts';
import { getExecution } from '../pipelines/pipelines.ts';
import type { SageMakerState } from '../state.ts';

const EPOCH = new Date(0);

export const listPipelineParametersForExecution = operation<
  SageMakerState,
  ListPipelineParametersForExecutionRequest,
  ListPipelineParametersForExecutionResponse
>({
  fidelity: 'real',
  needs: ({ PipelineExecutionArn = '*' }, call) =>
    needOn(call, 'ListPipelineParametersForExecution', PipelineExecutionArn),
  handle: ({ PipelineExecutionArn = '', ...request }, call) => {
    const { parameters } = getExecution(call, PipelineExecutionArn);
    const all = [...parameters].map(([Name, value]) => ({ Name, Value: String(value) }));
    const rowOf = ({ Name }: { Name: string }) => ({ name: Name, createdAt: EPOCH });
    const { items, NextToken } = listPage(all, rowOf, request, { sortBy: 'Name', order: 'Ascending' });
    return { PipelineParameters: items, NextToken };
  },
});
