import type {
  DescribePipelineDefinitionForExecutionRequest,
  DescribePipelineDefinitionForExecutionResponse,
} from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { needOn } from '../needs.ts';
import { getExecution } from '../pipelines/pipelines.ts';
import type { SageMakerState } from '../state.ts';

export const describePipelineDefinitionForExecution = operation<
  SageMakerState,
  DescribePipelineDefinitionForExecutionRequest,
  DescribePipelineDefinitionForExecutionResponse
>({
  fidelity: 'real',
  needs: ({ PipelineExecutionArn = '*' }, call) =>
    needOn(call, 'DescribePipelineDefinitionForExecution', PipelineExecutionArn),
  handle: ({ PipelineExecutionArn = '' }, call) => {
    const { definition, CreationTime } = getExecution(call, PipelineExecutionArn);
    return { PipelineDefinition: definition, CreationTime };
  },
});
