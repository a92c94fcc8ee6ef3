import type { IncreaseStreamRetentionPeriodInput } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { changeRetention } from '../retention.ts';
import type { KinesisState } from '../state.ts';
import { onStream } from '../streams.ts';

export const increaseStreamRetentionPeriod = operation<KinesisState, Sent<IncreaseStreamRetentionPeriodInput>, void>({
  fidelity: 'real',
  needs: onStream('IncreaseStreamRetentionPeriod'),
  handle: (input, call) => changeRetention(call, input, 'increase'),
});
