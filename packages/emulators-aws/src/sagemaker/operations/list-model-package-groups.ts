import type { ListModelPackageGroupsInput, ListModelPackageGroupsOutput } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { listPage } from '../listing.ts';
import type { SageMakerState } from '../state.ts';

export const listModelPackageGroups = operation<
  SageMakerState,
  ListModelPackageGroupsInput,
  ListModelPackageGroupsOutput
>({
  fidelity: 'real',
  handle: (input, call) => {
    const { items, NextToken } = listPage(
      call.state.modelPackageGroups.values(),
      ({ ModelPackageGroupName, CreationTime }) => ({ name: ModelPackageGroupName, createdAt: CreationTime }),
      input,
    );
    const summaries = items.map(({ lastVersion: _, CreatedBy: __, ...summary }) => summary);
    return { ModelPackageGroupSummaryList: summaries, NextToken };
  },
});
