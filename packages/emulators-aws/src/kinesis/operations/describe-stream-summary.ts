import type { DescribeStreamSummaryInput, DescribeStreamSummaryOutput } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import { describeSummary } from '../describe.ts';
import type { KinesisState } from '../state.ts';
import { getStream, onStream } from '../streams.ts';

export const describeStreamSummary = operation<KinesisState, DescribeStreamSummaryInput, DescribeStreamSummaryOutput>({
  fidelity: 'real',
  needs: onStream('DescribeStreamSummary'),
  handle: (input, call) => ({ StreamDescriptionSummary: describeSummary(getStream(call, input)) }),
});
