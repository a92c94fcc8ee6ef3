import { z } from 'zod';
import type { Answer, Conversation, Turn } from '../../local-model/conversation.ts';
import { promptConversation, type TextBody } from './body.ts';
import { parseBody } from './parse.ts';

const Body = z.strictObject({
  prompt: z.string().min(1),
  temperature: z.number().min(0).max(1).optional(),
  top_p: z.number().min(0).max(1).optional(),
  max_gen_len: z.number().int().min(1).optional(),
});
const HEADED =
  /<\|start_header_id\|>(system|user|assistant)<\|end_header_id\|>\s*([\s\S]*?)(?=<\|eot_id\|>|<\|start_header_id\|>|$)/g;

/** https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-meta.html */
export const llama: TextBody = {
  read: (body, maxOutputTokens) => {
    const { prompt, temperature = 0.5, max_gen_len = 512 } = parseBody(Body, body);
    const sampling = { maxTokens: Math.min(max_gen_len, maxOutputTokens), temperature, stopSequences: [] };
    return { conversation: readPrompt(prompt), sampling };
  },
  write: (answer) => ({
    generation: answer.text,
    prompt_token_count: answer.usage.inputTokens,
    generation_token_count: answer.usage.outputTokens,
    stop_reason: reasonOf(answer),
  }),
  *stream(answer, parts) {
    for (const [at, generation] of parts.entries()) {
      yield {
        generation,
        prompt_token_count: at === 0 ? answer.usage.inputTokens : null,
        generation_token_count: at + 1,
        stop_reason: at === parts.length - 1 ? reasonOf(answer) : null,
      };
    }
  },
};

/** Llama's own marks of who speaks; a bare prompt is the user's. */
function readPrompt(prompt: string): Conversation {
  const spoken = [...prompt.matchAll(HEADED)].map(([, role = 'user', text = '']) => ({ role, text: text.trim() }));
  const turns = spoken.filter(({ role, text }) => role !== 'system' && text !== '');
  const plain = promptConversation(prompt.replace(/<\|[a-z_]+\|>|<s>|\[\/?INST\]/g, '').trim());
  if (turns.length === 0) return plain;
  return {
    ...plain,
    system: spoken.flatMap(({ role, text }) => (role === 'system' ? [text] : [])),
    turns: turns.map(
      ({ role, text }): Turn => ({
        role: role === 'assistant' ? 'assistant' : 'user',
        parts: [{ kind: 'text', text }],
      }),
    ),
  };
}

const reasonOf = ({ stop }: Answer): string => (stop.reason === 'length' ? 'length' : 'stop');
