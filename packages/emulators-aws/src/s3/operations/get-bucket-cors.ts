import type { GetBucketCorsOutput, GetBucketCorsRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketNeed, bucketOf } from '../access.ts';
import { notConfigured } from '../errors.ts';
import type { S3State } from '../state.ts';
import { chargeRead } from '../storage-bill.ts';

export const getBucketCors = operation<S3State, GetBucketCorsRequest, GetBucketCorsOutput>({
  fidelity: 'shape-only',
  differs: 'Rules are kept and answered; browsers cannot reach the sandbox, so no rule is ever applied.',
  needs: (input, call) => bucketNeed(call, input, 's3:GetBucketCORS'),
  handle: (input, call) => {
    chargeRead(call);
    const { name, cors } = bucketOf(call, input);
    if (!cors) throw notConfigured('NoSuchCORSConfiguration', 'The CORS configuration does not exist', name);
    return { CORSRules: cors };
  },
});
