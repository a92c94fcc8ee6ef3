import { ServiceError } from '@cairn/emulator-kit';
import { z } from 'zod';
import { countInput } from '../local-model/answering.ts';
import type { Answer, Conversation, Part, Sampling, ToolUse, Turn } from '../local-model/conversation.ts';
import { countTokens } from '../local-model/tokens.ts';

/** A model server of the user's own. Nothing is sent anywhere unless it is set. */
export interface Upstream {
  /** `openai`: POST /chat/completions below the address; `ollama`: POST /api/chat. */
  readonly kind: 'openai' | 'ollama';
  readonly url: string;
  readonly model: string;
  readonly key: string | undefined;
}

const PATIENCE_MILLISECONDS = 120_000;

/**
 * The user's model server, from CAIRN_MODEL_UPSTREAM_URL, …_KIND (`openai`, the default, or `ollama`), …_MODEL and, if
 * it wants one, …_KEY; undefined when no address is set.
 *
 * @throws ServiceError that says which variable is wrong
 */
export function upstreamOf(environment: Readonly<Record<string, string | undefined>>): Upstream | undefined {
  const { CAIRN_MODEL_UPSTREAM_URL: url, CAIRN_MODEL_UPSTREAM_KIND: kind = 'openai' } = environment;
  const { CAIRN_MODEL_UPSTREAM_MODEL: model, CAIRN_MODEL_UPSTREAM_KEY: key } = environment;
  if (url === undefined || url === '') return undefined;
  if (!/^https?:\/\//.test(url)) throw unavailable('CAIRN_MODEL_UPSTREAM_URL must begin with http:// or https://.');
  if (kind !== 'openai' && kind !== 'ollama') throw unavailable('CAIRN_MODEL_UPSTREAM_KIND must be openai or ollama.');
  if (!model) throw unavailable('CAIRN_MODEL_UPSTREAM_MODEL must name the model that the server has.');
  return { kind, url: url.replace(/\/+$/, ''), model, key };
}

const unavailable = (message: string): ServiceError => new ServiceError('ServiceUnavailableException', message, 503);
const modelError = (message: string, status: number): ServiceError =>
  new ServiceError('ModelErrorException', message, 424, { originalStatusCode: status });
const notReady = (): ServiceError =>
  new ServiceError('ModelNotReadyException', 'The upstream model is still loading; try again in a moment.', 429);

const Call = z.object({
  id: z.string().optional(),
  function: z.object({ name: z.string(), arguments: z.union([z.string(), z.record(z.string(), z.unknown())]) }),
});
const Message = z.object({ content: z.string().nullish(), tool_calls: z.array(Call).nullish() });
const OpenAiReply = z.object({
  choices: z.array(z.object({ message: Message, finish_reason: z.string().nullish() })).min(1),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish(),
});
const OllamaReply = z.object({
  message: Message,
  done_reason: z.string().nullish(),
  prompt_eval_count: z.number().nullish(),
  eval_count: z.number().nullish(),
});

/** Has the user's model answer. Failures become Bedrock's errors, with one sentence that says what to look at. */
export async function askUpstream(upstream: Upstream, conversation: Conversation, sampling: Sampling): Promise<Answer> {
  const { kind } = upstream;
  const body = await post(
    upstream,
    kind === 'openai' ? openAiBody(upstream, conversation, sampling) : ollamaBody(upstream, conversation, sampling),
  );
  if (kind === 'openai') {
    const parsed = OpenAiReply.safeParse(body);
    const choice = parsed.data?.choices[0];
    if (!parsed.success || !choice)
      throw modelError(`The upstream ${upstream.url} did not answer as an OpenAI-compatible server does.`, 200);
    const { usage } = parsed.data;
    return answerFrom(
      conversation,
      choice.message,
      choice.finish_reason,
      usage?.prompt_tokens,
      usage?.completion_tokens,
    );
  }
  const parsed = OllamaReply.safeParse(body);
  if (!parsed.success) throw modelError(`The upstream ${upstream.url} did not answer as Ollama does.`, 200);
  const { message, done_reason, prompt_eval_count, eval_count } = parsed.data;
  return answerFrom(conversation, message, done_reason, prompt_eval_count, eval_count);
}

async function post({ kind, url, key }: Upstream, body: unknown): Promise<unknown> {
  const address = kind === 'openai' ? `${url}/chat/completions` : `${url}/api/chat`;
  const headers = { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) };
  const signal = AbortSignal.timeout(PATIENCE_MILLISECONDS);
  const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body), signal }).catch(
    (error: unknown) => {
      const why = error instanceof Error && error.name === 'TimeoutError' ? 'took too long' : 'cannot be reached';
      throw unavailable(`The upstream model server at ${url} ${why}; check CAIRN_MODEL_UPSTREAM_URL.`);
    },
  );
  const text = await response.text();
  if (response.status === 503 && /loading/i.test(text)) throw notReady();
  if (!response.ok)
    throw modelError(`The upstream model server answered ${response.status}: ${reasonIn(text)}`, response.status);
  return parsed(text);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // told as a wrong answer by whoever reads it
  }
}

const Failure = z.object({ error: z.union([z.string(), z.object({ message: z.string() })]) });

function reasonIn(text: string): string {
  const { data } = Failure.safeParse(parsed(text));
  const said = typeof data?.error === 'string' ? data.error : data?.error.message;
  return (said ?? text).replace(/\s+/g, ' ').slice(0, 200) || 'no reason given.';
}

function openAiBody({ model }: Upstream, conversation: Conversation, sampling: Sampling) {
  const { maxTokens, temperature, stopSequences } = sampling;
  return {
    model,
    messages: messagesOf(conversation),
    max_tokens: maxTokens,
    temperature,
    ...(stopSequences.length > 0 ? { stop: stopSequences } : {}),
    ...toolsOf(conversation),
  };
}

function ollamaBody({ model }: Upstream, conversation: Conversation, sampling: Sampling) {
  const { maxTokens, temperature, stopSequences } = sampling;
  const options = { num_predict: maxTokens, temperature, ...(stopSequences.length > 0 ? { stop: stopSequences } : {}) };
  return { model, stream: false, messages: messagesOf(conversation), options, ...toolsOf(conversation) };
}

function toolsOf({ tools }: Conversation) {
  if (tools.length === 0) return {};
  const described = tools.map(({ name, description, schema }) => ({
    type: 'function',
    function: { name, description, parameters: schema },
  }));
  return { tools: described };
}

function messagesOf({ system, turns }: Conversation): readonly object[] {
  return [...system.map((content) => ({ role: 'system', content })), ...turns.flatMap(messagesOfTurn)];
}

function messagesOfTurn({ role, parts }: Turn): readonly object[] {
  const results = parts.flatMap((part) =>
    part.kind === 'tool-result'
      ? [{ role: 'tool', tool_call_id: part.id, content: part.content.map(plain).join('\n') }]
      : [],
  );
  const uses = parts.filter((part): part is ToolUse => part.kind === 'tool-use');
  const content = parts.flatMap(textIn).join('\n\n');
  const calls = uses.map(({ id, name, input }) => ({
    id,
    type: 'function',
    function: { name, arguments: JSON.stringify(input) },
  }));
  const own =
    content === '' && calls.length === 0 ? [] : [{ role, content, ...(calls.length > 0 ? { tool_calls: calls } : {}) }];
  return [...results, ...own];
}

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function textIn(part: Part): readonly string[] {
  if (part.kind === 'text') return [part.text];
  return part.kind === 'document' ? [`<document name="${part.name}">\n${part.text}\n</document>`] : [];
}

function answerFrom(
  conversation: Conversation,
  message: z.infer<typeof Message>,
  reason: string | null | undefined,
  inputTokens: number | null | undefined,
  outputTokens: number | null | undefined,
): Answer {
  const text = message.content ?? '';
  const toolUses = (message.tool_calls ?? []).map((call, at) => ({
    kind: 'tool-use' as const,
    id: call.id ?? `tooluse_upstream${at + 1}`,
    name: call.function.name,
    input: argumentsOf(call.function.arguments),
  }));
  return {
    text,
    toolUses,
    stop: { reason: toolUses.length > 0 ? 'tool-use' : reason === 'length' ? 'length' : 'end' },
    usage: { inputTokens: inputTokens ?? countInput(conversation), outputTokens: outputTokens ?? countTokens(text) },
  };
}

function argumentsOf(given: string | Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (typeof given !== 'string') return given;
  const { data } = z.record(z.string(), z.unknown()).safeParse(parsed(given));
  return data ?? {};
}
