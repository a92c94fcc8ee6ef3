import type { DeleteObjectOutput, DeleteObjectRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketOf, objectNeed } from '../access.ts';
import { deleteObject as remove } from '../deleting.ts';
import { demandDeletable } from '../preconditions.ts';
import type { S3State } from '../state.ts';
import { findVersion } from '../versions.ts';

export const deleteObject = operation<S3State, DeleteObjectRequest, DeleteObjectOutput>({
  fidelity: 'real',
  needs: (input, call) =>
    objectNeed(call, input, input.VersionId === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion'),
  handle: (input, call) => {
    const bucket = bucketOf(call, input);
    const key = input.Key ?? '';
    demandDeletable(findVersion(bucket, key, input.VersionId), input);
    const { versionId, isMarker } = remove(call, bucket, key, input.VersionId);
    return {
      ...(isMarker ? { DeleteMarker: true } : {}),
      ...(versionId === undefined ? {} : { VersionId: versionId }),
    };
  },
});
