import { z } from 'zod';
import { notSupported, validation } from '../../bedrock/errors.ts';
import type { Answer, Conversation, JsonSchema, Part } from '../../local-model/conversation.ts';
import { stopReasonOf } from '../stop-reason.ts';
import type { TextBody } from './body.ts';
import { parseBody } from './parse.ts';

const Text = z.looseObject({ type: z.literal('text'), text: z.string().min(1) });
const Block = z.looseObject({ type: z.string() });
const Message = z.strictObject({
  role: z.enum(['user', 'assistant']),
  content: z.union([z.string().min(1), z.array(Block).min(1)]),
});
const Body = z.looseObject({
  anthropic_version: z.literal('bedrock-2023-05-31'),
  max_tokens: z.number().int().min(1),
  messages: z.array(Message).min(1),
  system: z.union([z.string(), z.array(Text)]).optional(),
  temperature: z.number().min(0).max(1).optional(),
  stop_sequences: z.array(z.string()).optional(),
  tools: z
    .array(
      z.looseObject({
        name: z.string(),
        description: z.string().optional(),
        input_schema: z.record(z.string(), z.unknown()),
      }),
    )
    .optional(),
  tool_choice: z.looseObject({ type: z.enum(['auto', 'any', 'tool']), name: z.string().optional() }).optional(),
});
type Body = z.infer<typeof Body>;

const DocumentBlock = z.looseObject({
  type: z.literal('document'),
  title: z.string().optional(),
  source: z.looseObject({ type: z.literal('text'), data: z.string() }),
});
const ToolUseBlock = z.looseObject({
  type: z.literal('tool_use'),
  id: z.string(),
  name: z.string(),
  input: z.record(z.string(), z.unknown()),
});
const ToolResultBlock = z.looseObject({
  type: z.literal('tool_result'),
  tool_use_id: z.string(),
  content: z.union([z.string(), z.array(Text)]).optional(),
  is_error: z.boolean().optional(),
});

/** https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html */
export const anthropic: TextBody = {
  read: (raw, maxOutputTokens) => {
    const body = parseBody(Body, raw);
    if (body.thinking !== undefined) throw notSupported('thinking');
    if (body.max_tokens > maxOutputTokens) {
      throw validation(
        `max_tokens: ${body.max_tokens} > ${maxOutputTokens}, which is the maximum allowed number of output tokens for this model`,
      );
    }
    checkRoles(body);
    const { temperature = 1, stop_sequences = [], max_tokens } = body;
    return {
      conversation: conversationOf(body),
      sampling: { maxTokens: max_tokens, temperature, stopSequences: stop_sequences },
    };
  },
  write: (answer, modelId, id) => ({
    ...head(modelId, id),
    content: contentOf(answer),
    stop_reason: stopReasonOf(answer),
    stop_sequence: sequenceOf(answer),
    usage: { input_tokens: answer.usage.inputTokens, output_tokens: answer.usage.outputTokens },
  }),
  *stream(answer, parts, modelId, id) {
    const usage = { input_tokens: answer.usage.inputTokens, output_tokens: 1 };
    yield {
      type: 'message_start',
      message: { ...head(modelId, id), content: [], stop_reason: null, stop_sequence: null, usage },
    };
    for (const [index, block] of contentOf(answer).entries()) {
      const isText = block.type === 'text';
      yield {
        type: 'content_block_start',
        index,
        content_block: isText ? { type: 'text', text: '' } : { ...block, input: {} },
      };
      const deltas = isText
        ? parts.map((text) => ({ type: 'text_delta', text }))
        : [{ type: 'input_json_delta', partial_json: JSON.stringify('input' in block ? block.input : {}) }];
      for (const delta of deltas) yield { type: 'content_block_delta', index, delta };
      yield { type: 'content_block_stop', index };
    }
    const delta = { stop_reason: stopReasonOf(answer), stop_sequence: sequenceOf(answer) };
    yield { type: 'message_delta', delta, usage: { output_tokens: answer.usage.outputTokens } };
    yield { type: 'message_stop' };
  },
};

const head = (model: string, id: string) => ({ id: `msg_bdrk_${id}`, type: 'message', role: 'assistant', model });

const sequenceOf = ({ stop }: Answer): string | null => (stop.reason === 'stop-sequence' ? stop.sequence : null);

function contentOf({ text, toolUses }: Answer) {
  const uses = toolUses.map(({ id, name, input }) => ({ type: 'tool_use' as const, id, name, input }));
  return text === '' && uses.length > 0 ? uses : [{ type: 'text' as const, text }, ...uses];
}

function checkRoles({ messages }: Body): void {
  if (messages[0]?.role !== 'user') throw validation('messages: first message must use the "user" role');
}

function conversationOf({ messages, system, tools = [], tool_choice: choice }: Body): Conversation {
  return {
    system: typeof system === 'string' ? [system] : (system ?? []).map(({ text }) => text),
    turns: messages.map(({ role, content }) => ({
      role,
      parts: typeof content === 'string' ? [{ kind: 'text', text: content }] : content.map(partOf),
    })),
    tools: tools.map(({ name, description = '', input_schema }) => ({
      name,
      description,
      schema: input_schema as JsonSchema,
    })), // an open document, read with care
    toolChoice:
      choice?.type === 'tool' && choice.name !== undefined
        ? { name: choice.name }
        : choice?.type === 'any'
          ? 'any'
          : 'auto',
    answerSchema: undefined,
  };
}

function partOf(block: z.infer<typeof Block>): Part {
  switch (block.type) {
    case 'text':
      return { kind: 'text', text: parseBody(Text, block).text };
    case 'document': {
      const { title = '', source } = parseBody(DocumentBlock, block);
      return { kind: 'document', name: title, text: source.data };
    }
    case 'tool_use': {
      const { id, name, input } = parseBody(ToolUseBlock, block);
      return { kind: 'tool-use', id, name, input };
    }
    case 'tool_result': {
      const { tool_use_id: id, content = '', is_error: isError = false } = parseBody(ToolResultBlock, block);
      return {
        kind: 'tool-result',
        id,
        content: typeof content === 'string' ? [content] : content.map(({ text }) => text),
        isError,
      };
    }
    default:
      throw notSupported(`A content block of the type ${block.type}`);
  }
}
