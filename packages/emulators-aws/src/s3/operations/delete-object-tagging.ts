import type { DeleteObjectTaggingOutput, DeleteObjectTaggingRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { objectNeed } from '../access.ts';
import { objectOf } from '../reading.ts';
import type { S3State } from '../state.ts';
import { versionMember } from '../versions.ts';

export const deleteObjectTagging = operation<S3State, DeleteObjectTaggingRequest, DeleteObjectTaggingOutput>({
  fidelity: 'real',
  needs: (input, call) =>
    objectNeed(call, input, input.VersionId ? 's3:DeleteObjectVersionTagging' : 's3:DeleteObjectTagging'),
  handle: (input, call) => {
    const object = objectOf(call, input, 'DELETE');
    object.tags = [];
    return versionMember(object);
  },
});
