import type { InvokeModelResponse } from '@aws-sdk/client-bedrock-runtime';
import { operation } from '@cairn/emulator-kit';
import { invokeNeeds } from '../../bedrock/model-choice.ts';
import type { BedrockState } from '../../bedrock/state.ts';
import { type Invoke, invoke } from '../invoking.ts';

export const invokeModel = operation<BedrockState, Invoke, InvokeModelResponse>({
  fidelity: 'simplified',
  differs:
    'Bodies of Claude, Nova, Titan, Llama and Cohere Embed are the real ones; behind them a small local model answers, and embeddings come from words, their spelling and a list of related words. No image or audio models.',
  needs: (input, call) => invokeNeeds(call, 'bedrock:InvokeModel', input.modelId, input),
  handle: async (input, call) => {
    const done = await invoke(call, input);
    const body =
      done.kind === 'embedding'
        ? done.body
        : { ...done.form.write(done.answer, done.model.id, done.id), ...done.guarded };
    return { body: Buffer.from(JSON.stringify(body)) as never, contentType: 'application/json' }; // the SDK's blob type has methods of the client
  },
});
