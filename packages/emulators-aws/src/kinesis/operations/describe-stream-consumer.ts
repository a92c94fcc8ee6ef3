import type { DescribeStreamConsumerInput, DescribeStreamConsumerOutput } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import { getConsumer, onConsumer } from '../consumers.ts';
import { describeConsumer } from '../describe.ts';
import type { KinesisState } from '../state.ts';

export const describeStreamConsumer = operation<
  KinesisState,
  DescribeStreamConsumerInput,
  DescribeStreamConsumerOutput
>({
  fidelity: 'real',
  needs: onConsumer('DescribeStreamConsumer'),
  handle: (input, call) => {
    const { stream, consumer } = getConsumer(call, input);
    return { ConsumerDescription: { ...describeConsumer(consumer), StreamARN: stream.arn } } as const;
  },
});
