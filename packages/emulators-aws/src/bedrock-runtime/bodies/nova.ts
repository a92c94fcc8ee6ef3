import { z } from 'zod';
import { conversationOf } from '../converse-input.ts';
import { stopReasonOf } from '../stop-reason.ts';
import type { TextBody } from './body.ts';
import { parseBody } from './parse.ts';

const Message = z.strictObject({
  role: z.enum(['user', 'assistant']),
  content: z.array(z.looseObject({ text: z.string().optional() })).min(1),
});
const Body = z.strictObject({
  schemaVersion: z.literal('messages-v1').optional(),
  messages: z.array(Message).min(1),
  system: z.array(z.strictObject({ text: z.string() })).optional(),
  inferenceConfig: z
    .strictObject({
      maxTokens: z.number().int().min(1).optional(),
      max_new_tokens: z.number().int().min(1).optional(),
      temperature: z.number().min(0).max(1).optional(),
      topP: z.number().min(0).max(1).optional(),
      topK: z.number().int().min(0).max(128).optional(),
      stopSequences: z.array(z.string()).optional(),
    })
    .optional(),
  toolConfig: z.looseObject({}).optional(),
});

/** https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html: as Converse has it. */
export const nova: TextBody = {
  read: (body, maxOutputTokens) => {
    const { messages, system, inferenceConfig: config = {}, toolConfig } = parseBody(Body, body);
    const conversation = conversationOf({ messages, system, toolConfig } as Parameters<typeof conversationOf>[0]); // the same blocks, checked one by one there
    const sampling = {
      maxTokens: Math.min(config.maxTokens ?? config.max_new_tokens ?? maxOutputTokens, maxOutputTokens),
      temperature: config.temperature ?? 0.7,
      stopSequences: config.stopSequences ?? [],
    };
    return { conversation, sampling };
  },
  write: (answer) => {
    const uses = answer.toolUses.map(({ id, name, input }) => ({ toolUse: { toolUseId: id, name, input } }));
    const content = answer.text === '' && uses.length > 0 ? uses : [{ text: answer.text }, ...uses];
    return {
      output: { message: { role: 'assistant', content } },
      stopReason: stopReasonOf(answer),
      usage: usageOf(answer),
    };
  },
  *stream(answer, parts) {
    yield { messageStart: { role: 'assistant' } };
    if (answer.text !== '' || answer.toolUses.length === 0) {
      for (const text of parts) yield { contentBlockDelta: { delta: { text }, contentBlockIndex: 0 } };
      yield { contentBlockStop: { contentBlockIndex: 0 } };
    }
    for (const { id, name, input } of answer.toolUses) {
      yield { contentBlockStart: { start: { toolUse: { toolUseId: id, name } }, contentBlockIndex: 0 } };
      yield { contentBlockDelta: { delta: { toolUse: { input: JSON.stringify(input) } }, contentBlockIndex: 0 } };
      yield { contentBlockStop: { contentBlockIndex: 0 } };
    }
    yield { messageStop: { stopReason: stopReasonOf(answer) } };
    yield { metadata: { usage: usageOf(answer), metrics: {}, trace: {} } };
  },
};

const usageOf = ({ usage }: Parameters<TextBody['write']>[0]) => ({
  inputTokens: usage.inputTokens,
  outputTokens: usage.outputTokens,
  totalTokens: usage.inputTokens + usage.outputTokens,
});
