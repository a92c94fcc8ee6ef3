import type { ConverseResponse } from '@aws-sdk/client-bedrock-runtime';
import { operation } from '@cairn/emulator-kit';
import { invokeNeeds } from '../../bedrock/model-choice.ts';
import type { BedrockState } from '../../bedrock/state.ts';
import { type Converse, converse as haveAnswered } from '../conversing.ts';

export const converse = operation<BedrockState, Converse, ConverseResponse>({
  fidelity: 'simplified',
  differs:
    'A small local model answers, whatever the model id: it finds answers in the text it is given, classifies, summarises, fills JSON and calls tools, and knows nothing else; latency is simulated. No images, audio or video.',
  needs: (input, call) => invokeNeeds(call, 'bedrock:InvokeModel', input.modelId, input.guardrailConfig),
  handle: async (input, call) => {
    const { content, stopReason, usage, latencyMs, trace, additional } = await haveAnswered(call, input);
    return {
      output: { message: { role: 'assistant', content: [...content] } },
      stopReason,
      usage,
      metrics: { latencyMs },
      ...(trace ? { trace } : {}),
      ...(additional ? { additionalModelResponseFields: additional } : {}),
    };
  },
});
