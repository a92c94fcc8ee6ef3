import type { InvokeModelWithResponseStreamResponse, ResponseStream } from '@aws-sdk/client-bedrock-runtime';
import { operation } from '@cairn/emulator-kit';
import { validation } from '../../bedrock/errors.ts';
import { invokeNeeds } from '../../bedrock/model-choice.ts';
import type { BedrockState } from '../../bedrock/state.ts';
import { type Invoke, type Invoked, invoke } from '../invoking.ts';
import { partsOf } from '../stream-parts.ts';

export const invokeModelWithResponseStream = operation<BedrockState, Invoke, InvokeModelWithResponseStreamResponse>({
  fidelity: 'simplified',
  differs: 'As InvokeModel; the answer is whole before its first chunk is sent.',
  needs: (input, call) => invokeNeeds(call, 'bedrock:InvokeModelWithResponseStream', input.modelId, input),
  handle: async (input, call) => {
    const done = await invoke(call, input);
    if (done.kind === 'embedding') throw validation('The model is unsupported for streaming.');
    return { body: chunksOf(done), contentType: 'application/json' };
  },
});

type Text = Extract<Invoked, { kind: 'text' }>;

async function* chunksOf({
  form,
  answer,
  model,
  id,
  guarded,
  latencyMilliseconds,
}: Text): AsyncGenerator<ResponseStream> {
  const events = [...form.stream(answer, partsOf(answer.text), model.id, id)];
  const metrics = {
    inputTokenCount: answer.usage.inputTokens,
    outputTokenCount: answer.usage.outputTokens,
    invocationLatency: latencyMilliseconds,
    firstByteLatency: Math.min(latencyMilliseconds, 180),
  };
  for (const [at, event] of events.entries()) {
    const last = at === events.length - 1 ? { ...guarded, 'amazon-bedrock-invocationMetrics': metrics } : {};
    yield { chunk: { bytes: Buffer.from(JSON.stringify({ ...event, ...last })) } };
  }
}
