import type { DeleteResourcePolicyInput } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { resourceNotFound } from '../errors.ts';
import { streamOfPolicy } from '../policies.ts';
import type { KinesisState } from '../state.ts';
import { onResource } from '../tags.ts';

export const deleteResourcePolicy = operation<KinesisState, Sent<DeleteResourcePolicyInput>, void>({
  fidelity: 'simplified',
  differs: 'Policies on streams are enforced; consumers have none.',
  needs: onResource('DeleteResourcePolicy'),
  handle: (input, call) => {
    const stream = streamOfPolicy(call, input);
    if (stream.policy === undefined) throw resourceNotFound(`Stream ${stream.name} has no resource policy.`);
    stream.policy = undefined;
  },
});
