import type { DescribePipelineRequest, DescribePipelineResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { notSupported } from '../errors.ts';
import { needOn } from '../needs.ts';
import { getPipeline, pipelineArn } from '../pipelines/pipelines.ts';
import type { SageMakerState } from '../state.ts';

export const describePipeline = operation<SageMakerState, DescribePipelineRequest, DescribePipelineResponse>({
  fidelity: 'real',
  needs: ({ PipelineName = '' }, call) => needOn(call, 'DescribePipeline', pipelineArn(call, PipelineName)),
  handle: ({ PipelineName = '', PipelineVersionId }, call) => {
    if (PipelineVersionId !== undefined) throw notSupported('PipelineVersionId');
    return getPipeline(call, PipelineName);
  },
});
