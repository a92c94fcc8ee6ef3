import type { DecreaseStreamRetentionPeriodInput } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { changeRetention } from '../retention.ts';
import type { KinesisState } from '../state.ts';
import { onStream } from '../streams.ts';

export const decreaseStreamRetentionPeriod = operation<KinesisState, Sent<DecreaseStreamRetentionPeriodInput>, void>({
  fidelity: 'real',
  needs: onStream('DecreaseStreamRetentionPeriod'),
  handle: (input, call) => changeRetention(call, input, 'decrease'),
});
