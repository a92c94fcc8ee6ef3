import type { HeadObjectOutput, HeadObjectRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { readNeed } from '../access.ts';
import { refuseCustomerKeys } from '../encryption.ts';
import { objectOf, readObjectHeaders } from '../reading.ts';
import { unseal } from '../sealing.ts';
import type { S3State } from '../state.ts';
import { chargeRead } from '../storage-bill.ts';

export const headObject = operation<S3State, HeadObjectRequest, HeadObjectOutput>({
  fidelity: 'real',
  needs: (input, call) => readNeed(call, input),
  handle: async (input, call) => {
    chargeRead(call);
    refuseCustomerKeys(input);
    const object = objectOf(call, input, 'HEAD');
    // Headers are not encrypted; digests are.
    if (input.ChecksumMode === 'ENABLED') await unseal(call, object.encryption);
    return readObjectHeaders(call, object, input).members;
  },
});
