import type { DeleteTagsInput, DeleteTagsOutput } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';
import { tagsOf } from '../tags.ts';

export const deleteTags = operation<SageMakerState, DeleteTagsInput, DeleteTagsOutput>({
  fidelity: 'real',
  needs: ({ ResourceArn = '*', TagKeys = [] }, call) =>
    needOn(call, 'DeleteTags', ResourceArn, { context: { 'aws:TagKeys': TagKeys } }),
  handle: ({ ResourceArn = '', TagKeys = [] }, call) => {
    const left = tagsOf(call, ResourceArn).filter(({ Key = '' }) => !TagKeys.includes(Key));
    call.state.tags.set(ResourceArn, left);
    return {};
  },
});
