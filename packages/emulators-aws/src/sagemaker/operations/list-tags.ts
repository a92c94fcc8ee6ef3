import type { ListTagsInput, ListTagsOutput } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { listPage } from '../listing.ts';
import { needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';
import { tagsOf } from '../tags.ts';

const EPOCH = new Date(0);

export const listTags = operation<SageMakerState, ListTagsInput, ListTagsOutput>({
  fidelity: 'real',
  needs: ({ ResourceArn = '*' }, call) => needOn(call, 'ListTags', ResourceArn),
  handle: ({ ResourceArn = '', ...request }, call) => {
    const rowOf = ({ Key = '' }) => ({ name: Key, createdAt: EPOCH });
    const defaults = { sortBy: 'Name', order: 'Ascending', limit: 50 } as const;
    const { items: Tags, NextToken } = listPage(tagsOf(call, ResourceArn), rowOf, request, defaults);
    return { Tags, NextToken };
  },
});
