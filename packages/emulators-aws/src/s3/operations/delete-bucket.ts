import type { DeleteBucketRequest } from '@aws-sdk/client-s3';
import { operation, ServiceError } from '@cairn/emulator-kit';
import { bucketNeed, bucketOf, type Nothing } from '../access.ts';
import type { S3State } from '../state.ts';
import { countNothing } from '../storage-bill.ts';

export const deleteBucket = operation<S3State, DeleteBucketRequest, Nothing>({
  fidelity: 'real',
  needs: (input, call) => bucketNeed(call, input, 's3:DeleteBucket'),
  handle: (input, call) => {
    const bucket = bucketOf(call, input);
    if (bucket.objects.size > 0) throw bucketNotEmpty(bucket.name, bucket.versioning !== 'never');
    countNothing(call, bucket);
    call.state.buckets.delete(bucket.name);
    return {};
  },
});

function bucketNotEmpty(name: string, isVersioned: boolean): ServiceError {
  const hint = isVersioned ? ' You must delete all versions in the bucket.' : '';
  return new ServiceError('BucketNotEmpty', `The bucket you tried to delete is not empty.${hint}`, 409, {
    BucketName: name,
  });
}
