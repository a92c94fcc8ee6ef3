import type { GetObjectTaggingOutput, GetObjectTaggingRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { objectNeed } from '../access.ts';
import { objectOf } from '../reading.ts';
import type { S3State } from '../state.ts';
import { chargeRead } from '../storage-bill.ts';
import { versionMember } from '../versions.ts';

export const getObjectTagging = operation<S3State, GetObjectTaggingRequest, GetObjectTaggingOutput>({
  fidelity: 'real',
  needs: (input, call) =>
    objectNeed(call, input, input.VersionId ? 's3:GetObjectVersionTagging' : 's3:GetObjectTagging'),
  handle: (input, call) => {
    chargeRead(call);
    const object = objectOf(call, input, 'GET');
    return { TagSet: [...object.tags], ...versionMember(object) };
  },
});
