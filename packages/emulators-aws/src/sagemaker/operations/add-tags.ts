import type { AddTagsInput, AddTagsOutput } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';
import { merged, tagsOf } from '../tags.ts';

export const addTags = operation<SageMakerState, AddTagsInput, AddTagsOutput>({
  fidelity: 'real',
  needs: ({ ResourceArn = '*', Tags }, call) => needOn(call, 'AddTags', ResourceArn, { tags: Tags }),
  handle: ({ ResourceArn = '', Tags = [] }, call) => {
    const all = merged(tagsOf(call, ResourceArn), Tags);
    call.state.tags.set(ResourceArn, all);
    return { Tags: all };
  },
});
