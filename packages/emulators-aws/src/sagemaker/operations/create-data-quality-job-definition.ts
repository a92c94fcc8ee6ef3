import type {
  CreateDataQualityJobDefinitionRequest,
  CreateDataQualityJobDefinitionResponse,
} from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { inUse } from '../errors.ts';
import { dataQualityArn } from '../monitoring/definitions.ts';
import { dataQualityPlan } from '../monitoring/plan.ts';
import { demandPassRole, needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';
import { keepTags } from '../tags.ts';

export const createDataQualityJobDefinition = operation<
  SageMakerState,
  Sent<CreateDataQualityJobDefinitionRequest>,
  CreateDataQualityJobDefinitionResponse
>({
  fidelity: 'simplified',
  differs:
    'Looks at captured data of endpoints with the built-in analyzer; no batch inputs and no scripts of your own.',
  needs: ({ JobDefinitionName, JobResources, Tags }, call) =>
    needOn(call, 'CreateDataQualityJobDefinition', dataQualityArn(call, JobDefinitionName), {
      tags: Tags,
      instanceTypes: [JobResources.ClusterConfig?.InstanceType],
    }),
  handle: ({ Tags, ...input }, call) => {
    const { JobDefinitionName, RoleArn } = input;
    const JobDefinitionArn = dataQualityArn(call, JobDefinitionName);
    demandPassRole(call, RoleArn);
    if (call.state.dataQualityDefinitions.has(JobDefinitionName)) {
      throw inUse(`Job Definition ${JobDefinitionArn} already exists`);
    }
    dataQualityPlan(input);
    call.state.dataQualityDefinitions.set(JobDefinitionName, { ...input, JobDefinitionArn, CreationTime: call.date() });
    keepTags(call, JobDefinitionArn, Tags);
    return { JobDefinitionArn };
  },
});
