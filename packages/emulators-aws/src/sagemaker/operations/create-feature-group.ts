import type { CreateFeatureGroupRequest, CreateFeatureGroupResponse } from '@aws-sdk/client-sagemaker';
import { operation, type Principal } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { inUse } from '../errors.ts';
import { createCatalogTable } from '../features/glue-table.ts';
import { checkFeatureGroup, concludeCreation, featureGroupArn, newFeatureGroup } from '../features/groups.ts';
import type { FeatureGroup } from '../hosting-state.ts';
import { demandPassRole, needOn, type SageMakerCall } from '../needs.ts';
import type { SageMakerState } from '../state.ts';
import { keepTags } from '../tags.ts';

/** Takes the role and enters the table, behind the answer. */
async function make(call: SageMakerCall, group: FeatureGroup, maker: Principal): Promise<void> {
  let trouble: unknown;
  try {
    if (group.roleArn) call.assume(group.roleArn, 'sagemaker.amazonaws.com', 'SageMaker');
    if (group.offline?.DataCatalogConfig) await createCatalogTable(call, group, maker);
  } catch (error) {
    trouble = error;
  }
  concludeCreation(call, group, trouble);
}

export const createFeatureGroup = operation<
  SageMakerState,
  Sent<CreateFeatureGroupRequest>,
  CreateFeatureGroupResponse
>({
  fidelity: 'simplified',
  differs: 'The offline store is written as lines of JSON rather than Parquet, a minute after the first record.',
  needs: ({ FeatureGroupName, Tags }, call) =>
    needOn(call, 'CreateFeatureGroup', featureGroupArn(call, FeatureGroupName), { tags: Tags }),
  handle: (input, call) => {
    demandPassRole(call, input.RoleArn);
    checkFeatureGroup(input);
    const { FeatureGroupName: name } = input;
    if (call.state.featureGroups.has(name)) {
      throw inUse(`Resource Already Exists: FeatureGroup with name ${name} already exists. Choose a different name.`);
    }
    const group = newFeatureGroup(call, input);
    call.state.featureGroups.set(name, group);
    keepTags(call, group.arn, input.Tags);
    const maker = call.principal;
    call.background((later) => make(later, group, maker));
    return { FeatureGroupArn: group.arn };
  },
});
