import type { PutBucketEncryptionRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketNeed, bucketOf, type Nothing } from '../access.ts';
import { namedEncryption } from '../encryption.ts';
import { malformedXml } from '../errors.ts';
import type { S3State } from '../state.ts';
import { chargeWrite } from '../storage-bill.ts';

export const putBucketEncryption = operation<S3State, PutBucketEncryptionRequest, Nothing>({
  fidelity: 'simplified',
  differs: 'Bytes are not encrypted on disk; keys decide who may read and write, and answers show them.',
  needs: (input, call) => bucketNeed(call, input, 's3:PutEncryptionConfiguration'),
  handle: (input, call) => {
    const bucket = bucketOf(call, input);
    const rules = input.ServerSideEncryptionConfiguration?.Rules ?? [];
    const chosen = rules[0]?.ApplyServerSideEncryptionByDefault;
    if (rules.length !== 1 || !chosen?.SSEAlgorithm) throw malformedXml();
    const isBucketKeyEnabled = rules[0]?.BucketKeyEnabled ?? false;
    bucket.encryption = namedEncryption(call, chosen.SSEAlgorithm, chosen.KMSMasterKeyID, isBucketKeyEnabled);
    chargeWrite(call);
    return {};
  },
});
