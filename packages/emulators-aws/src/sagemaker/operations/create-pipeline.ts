import type { CreatePipelineRequest, CreatePipelineResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { validation } from '../errors.ts';
import { demandPassRole, needOn } from '../needs.ts';
import { definitionOf, pipelineArn } from '../pipelines/pipelines.ts';
import { userContext } from '../registry/packages.ts';
import type { SageMakerState } from '../state.ts';
import { keepTags } from '../tags.ts';

export const createPipeline = operation<SageMakerState, CreatePipelineRequest, CreatePipelineResponse>({
  fidelity: 'simplified',
  differs:
    'Runs Training, Processing, Transform, Tuning, Model, RegisterModel, Condition and Fail steps; other types are refused.',
  needs: ({ PipelineName = '', Tags }, call) =>
    needOn(call, 'CreatePipeline', pipelineArn(call, PipelineName), { tags: Tags }),
  handle: async (request, call) => {
    const {
      PipelineName = '',
      RoleArn = '',
      Tags,
      PipelineDefinitionS3Location,
      ClientRequestToken: _t,
      ...rest
    } = request;
    demandPassRole(call, RoleArn);
    const PipelineArn = pipelineArn(call, PipelineName);
    if ([...call.state.pipelines.values()].some((known) => known.PipelineArn === PipelineArn)) {
      throw validation(
        `Pipeline names must be unique within an AWS account and region. Pipeline with name (${PipelineName}) already exists.`,
      );
    }
    const PipelineDefinition = await definitionOf(call, request.PipelineDefinition, PipelineDefinitionS3Location);
    if (PipelineDefinition === undefined)
      throw validation('Either PipelineDefinition or PipelineDefinitionS3Location must be given.');
    const now = call.date();
    call.state.pipelines.set(PipelineName, {
      ...rest,
      ...{ PipelineName, PipelineArn, PipelineDefinition, RoleArn, PipelineStatus: 'Active' },
      PipelineDisplayName: request.PipelineDisplayName ?? PipelineName,
      ...{ CreationTime: now, LastModifiedTime: now, CreatedBy: userContext(call), LastModifiedBy: userContext(call) },
      startTokens: new Map(),
    });
    keepTags(call, PipelineArn, Tags);
    return { PipelineArn };
  },
});
