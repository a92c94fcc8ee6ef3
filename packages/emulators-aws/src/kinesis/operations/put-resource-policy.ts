import type { PutResourcePolicyInput } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import { parsePolicy } from '../../iam/engine/index.ts';
import type { Sent } from '../../iam/sent.ts';
import { invalidArgument } from '../errors.ts';
import { streamOfPolicy } from '../policies.ts';
import type { KinesisState } from '../state.ts';
import { onResource } from '../tags.ts';

export const putResourcePolicy = operation<KinesisState, Sent<PutResourcePolicyInput>, void>({
  fidelity: 'simplified',
  differs: 'Policies on streams are enforced; consumers have none.',
  needs: onResource('PutResourcePolicy'),
  handle: (input, call) => {
    const parsed = parsePolicy(input.Policy, 'resource');
    if (parsed.outcome === 'faults') {
      const [fault] = parsed.faults;
      throw invalidArgument(`The policy is not valid. ${fault?.path ?? ''}: ${fault?.message ?? ''}`);
    }
    streamOfPolicy(call, input).policy = input.Policy;
  },
});
