import type { GetResourcePolicyInput, GetResourcePolicyOutput } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { streamOfPolicy } from '../policies.ts';
import type { KinesisState } from '../state.ts';
import { onResource } from '../tags.ts';

export const getResourcePolicy = operation<KinesisState, Sent<GetResourcePolicyInput>, GetResourcePolicyOutput>({
  fidelity: 'simplified',
  differs: 'Policies on streams are enforced; consumers have none.',
  needs: onResource('GetResourcePolicy'),
  handle: (input, call) => ({ Policy: streamOfPolicy(call, input).policy ?? '' }),
});
