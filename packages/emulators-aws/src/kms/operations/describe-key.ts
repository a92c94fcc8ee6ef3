import type { DescribeKeyRequest, DescribeKeyResponse } from '@aws-sdk/client-kms';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { describeKey as describe } from '../describe.ts';
import { getKey } from '../keys.ts';
import { onKey } from '../needs.ts';
import type { KmsState } from '../state.ts';

export const describeKey = operation<KmsState, Sent<DescribeKeyRequest>, DescribeKeyResponse>({
  fidelity: 'real',
  needs: onKey('DescribeKey'),
  handle: ({ KeyId }, call) => ({ KeyMetadata: describe(call, getKey(call, KeyId)) }),
});
