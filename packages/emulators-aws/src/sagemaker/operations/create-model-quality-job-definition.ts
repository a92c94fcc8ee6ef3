import type {
  CreateModelQualityJobDefinitionRequest,
  CreateModelQualityJobDefinitionResponse,
} from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { inUse } from '../errors.ts';
import { modelQualityArn } from '../monitoring/definitions.ts';
import { modelQualityPlan } from '../monitoring/plan.ts';
import { demandPassRole, needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';
import { keepTags } from '../tags.ts';

export const createModelQualityJobDefinition = operation<
  SageMakerState,
  Sent<CreateModelQualityJobDefinitionRequest>,
  CreateModelQualityJobDefinitionResponse
>({
  fidelity: 'simplified',
  differs:
    'Looks at captured data of endpoints with the built-in analyzer; no batch inputs and no scripts of your own.',
  needs: ({ JobDefinitionName, JobResources, Tags }, call) =>
    needOn(call, 'CreateModelQualityJobDefinition', modelQualityArn(call, JobDefinitionName), {
      tags: Tags,
      instanceTypes: [JobResources.ClusterConfig?.InstanceType],
    }),
  handle: ({ Tags, ...input }, call) => {
    const { JobDefinitionName, RoleArn } = input;
    const JobDefinitionArn = modelQualityArn(call, JobDefinitionName);
    demandPassRole(call, RoleArn);
    if (call.state.modelQualityDefinitions.has(JobDefinitionName)) {
      throw inUse(`Job Definition ${JobDefinitionArn} already exists`);
    }
    modelQualityPlan(input);
    call.state.modelQualityDefinitions.set(JobDefinitionName, {
      ...input,
      JobDefinitionArn,
      CreationTime: call.date(),
    });
    keepTags(call, JobDefinitionArn, Tags);
    return { JobDefinitionArn };
  },
});
