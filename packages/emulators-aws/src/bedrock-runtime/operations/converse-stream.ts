import type { ContentBlock, ConverseStreamOutput, ConverseStreamResponse } from '@aws-sdk/client-bedrock-runtime';
import { operation } from '@cairn/emulator-kit';
import { invokeNeeds } from '../../bedrock/model-choice.ts';
import type { BedrockState } from '../../bedrock/state.ts';
import { type Converse, converse, type Turnout } from '../conversing.ts';
import { partsOf } from '../stream-parts.ts';

export const converseStream = operation<BedrockState, Converse, ConverseStreamResponse>({
  fidelity: 'simplified',
  differs: 'As Converse; the answer is whole before its first event is sent, so guardrails always work synchronously.',
  needs: (input, call) =>
    invokeNeeds(call, 'bedrock:InvokeModelWithResponseStream', input.modelId, input.guardrailConfig),
  handle: async (input, call) => ({ stream: asStream(eventsOf(await converse(call, input))) }),
});

function* eventsOf(turnout: Turnout): Generator<ConverseStreamOutput> {
  const { content, stopReason, usage, latencyMs, trace, additional } = turnout;
  yield { messageStart: { role: 'assistant' } };
  for (const [index, block] of content.entries()) yield* blockEvents(block, index);
  yield { messageStop: { stopReason, ...(additional ? { additionalModelResponseFields: additional } : {}) } };
  yield { metadata: { usage, metrics: { latencyMs }, ...(trace ? { trace } : {}) } };
}

/** A text begins with its first delta; only a tool use is announced. */
function* blockEvents(
  { text = '', toolUse }: ContentBlock,
  contentBlockIndex: number,
): Generator<ConverseStreamOutput> {
  if (toolUse) {
    const { toolUseId, name } = toolUse;
    yield { contentBlockStart: { start: { toolUse: { toolUseId, name } }, contentBlockIndex } };
    for (const input of partsOf(JSON.stringify(toolUse.input))) {
      yield { contentBlockDelta: { delta: { toolUse: { input } }, contentBlockIndex } };
    }
  } else {
    for (const part of partsOf(text)) yield { contentBlockDelta: { delta: { text: part }, contentBlockIndex } };
  }
  yield { contentBlockStop: { contentBlockIndex } };
}

async function* asStream<Event>(events: Iterable<Event>): AsyncGenerator<Event> {
  yield* events;
}
