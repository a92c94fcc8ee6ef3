import type { CreateBucketOutput, CreateBucketRequest } from '@aws-sdk/client-s3';
import { operation, ServiceError } from '@cairn/emulator-kit';
import { bucketArn, type S3Call } from '../access.ts';
import { checkAcl } from '../acl.ts';
import { demandBucketName } from '../bucket-names.ts';
import { newBucket } from '../buckets.ts';
import { notSupported } from '../errors.ts';
import type { S3State } from '../state.ts';
import { chargeWrite } from '../storage-bill.ts';
import { checkedTags } from '../tags.ts';

export const createBucket = operation<S3State, CreateBucketRequest, CreateBucketOutput>({
  fidelity: 'simplified',
  differs:
    'Names need to be unique in your account only, every bucket is reached in every region, and directory buckets and Object Lock are not offered.',
  needs: ({ Bucket: name = '', ACL, ObjectOwnership, CreateBucketConfiguration: configuration }, call) => {
    demandBucketName(name);
    const region = configuration?.LocationConstraint;
    const context = { ...(region ? { 's3:LocationConstraint': region } : {}), ...(ACL ? { 's3:x-amz-acl': ACL } : {}) };
    const resource = bucketArn(name);
    const need = (action: string) => ({ action, resource, context, resourceAccountId: call.accountId });
    return [
      need('s3:CreateBucket'),
      ...(ObjectOwnership ? [need('s3:PutBucketOwnershipControls')] : []),
      ...(ACL ? [need('s3:PutBucketAcl')] : []),
      ...(configuration?.Tags?.length ? [need('s3:TagResource')] : []),
    ];
  },
  handle: (input, call) => {
    refuseUnsupported(input);
    chargeWrite(call);
    const name = input.Bucket ?? '';
    const answer = { Location: `/${name}`, BucketArn: bucketArn(name) };
    const region = demandRegion(call, input.CreateBucketConfiguration?.LocationConstraint);
    const existing = call.state.buckets.get(name);
    // For its first region AWS keeps an old habit: creating one's own bucket again is no error there.
    if (existing && existing.region === 'us-east-1' && region === 'us-east-1') return answer;
    if (existing) throw alreadyOwned(name);
    const tags = checkedTags(input.CreateBucketConfiguration?.Tags ?? [], 'bucket');
    const ownership = input.ObjectOwnership ?? 'BucketOwnerEnforced';
    const bucket = newBucket({ name, region, createdAt: call.now(), ownership, tags });
    checkAcl(bucket, input.ACL === 'private' ? {} : input);
    call.state.buckets.set(name, bucket);
    return answer;
  },
});

function refuseUnsupported({
  ObjectLockEnabledForBucket,
  CreateBucketConfiguration: configuration,
}: CreateBucketRequest): void {
  if (ObjectLockEnabledForBucket) throw notSupported('Object Lock');
  if (configuration?.Location ?? configuration?.Bucket) throw notSupported('A directory bucket');
}

function demandRegion(call: S3Call, constraint: string | undefined): string {
  const named = constraint === 'EU' ? 'eu-west-1' : (constraint ?? 'us-east-1');
  if (constraint === 'us-east-1') {
    throw new ServiceError('InvalidLocationConstraint', 'The specified location-constraint is not valid', 400, {
      LocationConstraint: constraint,
    });
  }
  if (named !== call.region && call.region !== 'us-east-1') {
    const which = constraint === undefined ? 'unspecified' : constraint;
    const message = `The ${which} location constraint is incompatible for the region specific endpoint this request was sent to.`;
    throw new ServiceError('IllegalLocationConstraintException', message, 400);
  }
  return named;
}

function alreadyOwned(name: string): ServiceError {
  const message = 'Your previous request to create the named bucket succeeded and you already own it.';
  return new ServiceError('BucketAlreadyOwnedByYou', message, 409, { BucketName: name });
}
