import type { DescribeDeliveryStreamInput, DescribeDeliveryStreamOutput } from '@aws-sdk/client-firehose';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { describeStream } from '../describe.ts';
import type { FirehoseState } from '../state.ts';
import { getStream, onStream } from '../streams.ts';

type Input = Sent<DescribeDeliveryStreamInput>;

export const describeDeliveryStream = operation<FirehoseState, Input, DescribeDeliveryStreamOutput>({
  fidelity: 'real',
  needs: onStream('DescribeDeliveryStream'),
  handle: (input, call) => ({ DeliveryStreamDescription: describeStream(getStream(call, input)) }),
});
