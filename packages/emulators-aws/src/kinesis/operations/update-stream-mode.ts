import type { UpdateStreamModeInput } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import { begin } from '../changes.ts';
import { limitExceeded, notSupported } from '../errors.ts';
import type { KinesisCall, KinesisState, Stream } from '../state.ts';
import { meterStream } from '../stream-bill.ts';
import { getActiveStream, onStream } from '../streams.ts';

type Input = UpdateStreamModeInput & { readonly StreamModeDetails: { readonly StreamMode: Stream['mode'] } };

const DAY_MILLISECONDS = 86_400_000;
const MAX_SWITCHES_A_DAY = 2;

export const updateStreamMode = operation<KinesisState, Input, void>({
  fidelity: 'simplified',
  differs: 'On-demand streams keep the shards they have: they take any load without being scaled.',
  needs: onStream('UpdateStreamMode'),
  handle: (input, call) => {
    if (input.WarmThroughputMiBps !== undefined) throw notSupported('Warm throughput');
    const stream = getActiveStream(call, input);
    const { StreamMode: mode } = input.StreamModeDetails;
    if (mode === stream.mode) return;
    demandCalm(stream, call);
    stream.mode = mode;
    stream.status = 'UPDATING';
    meterStream(call, stream);
    begin(call, stream, { kind: 'ready' });
  },
});

/** Kinesis lets a stream change its mode twice within 24 hours. */
function demandCalm({ name, modeSwitches }: Stream, call: KinesisCall): void {
  const recent = modeSwitches.filter((at) => at > call.now() - DAY_MILLISECONDS);
  modeSwitches.splice(0, modeSwitches.length, ...recent, call.now());
  if (recent.length < MAX_SWITCHES_A_DAY) return;
  throw limitExceeded(
    `Stream ${name} changed its mode ${MAX_SWITCHES_A_DAY} times in the last 24 hours, which is the limit.`,
  );
}
