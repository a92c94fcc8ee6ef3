import {
  BedrockRuntimeClient,
  ConverseCommand,
  type ConverseCommandInput,
  ConverseStreamCommand,
  CountTokensCommand,
  InvokeModelCommand,
  InvokeModelWithResponseStreamCommand,
} from '@aws-sdk/client-bedrock-runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cosine } from '../local-model/embedding.ts';
import { type OpenSandbox, openSandbox } from '../testing.ts';

const LITE = 'amazon.nova-lite-v1:0';
const CONTEXT = `<documents><document index="1">Refunds are issued within 14 days of a return.</document>
<document index="2">Delivery takes three working days and costs $4.90.</document></documents>`;
const WEATHER = {
  toolSpec: {
    name: 'get_weather',
    description: 'Get the current weather in a city',
    inputSchema: {
      json: { type: 'object', properties: { city: { type: 'string', description: 'The city' } }, required: ['city'] },
    },
  },
};

let box: OpenSandbox;
let bedrock: BedrockRuntimeClient;
beforeAll(async () => {
  box = await openSandbox({ id: 'bedrock-runtime' });
  bedrock = box.client(BedrockRuntimeClient);
});
afterAll(async () => {
  expect(box.bugs).toEqual([]);
  await box.close();
});

const ask = (text: string, more: Partial<ConverseCommandInput> = {}) =>
  bedrock.send(
    new ConverseCommand({
      modelId: LITE,
      messages: [{ role: 'user', content: [{ text }] }],
      inferenceConfig: { temperature: 0 },
      ...more,
    }),
  );
const textIn = ({ output }: Awaited<ReturnType<typeof ask>>) =>
  output?.message?.content?.map(({ text }) => text).join('');
const invoke = async (modelId: string, body: unknown) => {
  const answer = await bedrock.send(new InvokeModelCommand({ modelId, body: JSON.stringify(body) }));
  return JSON.parse(new TextDecoder().decode(answer.body));
};
const stream = async (modelId: string, body: unknown) => {
  const { body: events } = await bedrock.send(
    new InvokeModelWithResponseStreamCommand({ modelId, body: JSON.stringify(body) }),
  );
  const seen: Record<string, unknown>[] = [];
  for await (const { chunk } of events ?? []) seen.push(JSON.parse(new TextDecoder().decode(chunk?.bytes)));
  return seen;
};

describe('Converse', () => {
  it('answers from the context, with the place, the usage and the reason it stopped', async () => {
    const answer = await ask(`${CONTEXT}\nQuestion: How long does a refund take?`);

    expect(textIn(answer)).toBe('Refunds are issued within 14 days of a return. [1]');
    expect(answer.stopReason).toBe('end_turn');
    expect(answer.usage?.totalTokens).toBe((answer.usage?.inputTokens ?? 0) + (answer.usage?.outputTokens ?? 0));
    expect(answer.usage?.outputTokens).toBeGreaterThan(8);
  });

  it('says that it does not know what the context does not say', async () => {
    expect(textIn(await ask(`${CONTEXT}\nQuestion: Who founded the company?`))).toBe(
      "I don't know based on the given context.",
    );
  });

  it('stops at the longest answer allowed and at a stop sequence', async () => {
    const question = `${CONTEXT}\nQuestion: How long does a refund take?`;

    const short = await ask(question, { inferenceConfig: { temperature: 0, maxTokens: 3 } });
    const stopped = await ask(question, { inferenceConfig: { temperature: 0, stopSequences: ['14'] } });

    expect([short.stopReason, short.usage?.outputTokens]).toEqual(['max_tokens', 3]);
    expect([stopped.stopReason, textIn(stopped)]).toEqual(['stop_sequence', 'Refunds are issued within ']);
  });

  it('calls a tool and answers with its result', async () => {
    const toolConfig = { tools: [WEATHER] };
    const messages: ConverseCommandInput['messages'] = [
      { role: 'user', content: [{ text: "What's the weather in Paris today?" }] },
    ];
    const called = await bedrock.send(new ConverseCommand({ modelId: LITE, messages, toolConfig }));
    const use = called.output?.message?.content?.find(({ toolUse }) => toolUse)?.toolUse;
    expect([called.stopReason, use?.name, use?.input]).toEqual(['tool_use', 'get_weather', { city: 'Paris' }]);

    const toolResult = { toolUseId: use?.toolUseId, content: [{ json: { temperature_celsius: 21, sky: 'clear' } }] };
    const rest: ConverseCommandInput['messages'] = [
      { role: 'assistant', content: called.output?.message?.content },
      { role: 'user', content: [{ toolResult }] },
    ];
    const answer = await bedrock.send(
      new ConverseCommand({ modelId: LITE, messages: [...messages, ...rest], toolConfig }),
    );

    expect(answer.stopReason).toBe('end_turn');
    expect(textIn(answer)).toContain('21');
    await expect(
      bedrock.send(
        new ConverseCommand({
          modelId: LITE,
          messages: [...messages, ...rest.slice(0, 1), { role: 'user', content: [{ text: 'And?' }] }],
          toolConfig,
        }),
      ),
    ).rejects.toMatchObject({
      name: 'ValidationException',
      message: `Expected toolResult blocks at messages.2.content for the following Ids: ${use?.toolUseId}`,
    });
  });

  it.each([
    ['an unknown model', { modelId: 'acme.large-v1' }, 'The provided model identifier is invalid.'],
    [
      'a model for profiles only',
      { modelId: 'anthropic.claude-haiku-4-5-20251001-v1:0' },
      'on-demand throughput isn’t supported',
    ],
    ['an embedding model', { modelId: 'amazon.titan-embed-text-v2:0' }, "doesn't support the model"],
    [
      'a start by the assistant',
      { messages: [{ role: 'assistant' as const, content: [{ text: 'Hi' }] }] },
      'must start with a user message',
    ],
    ['too many tokens', { inferenceConfig: { maxTokens: 20_000 } }, 'exceeds the model limit of 10000'],
    [
      'an image',
      {
        messages: [
          {
            role: 'user' as const,
            content: [{ image: { format: 'png' as const, source: { bytes: new Uint8Array(3) } } }],
          },
        ],
      },
      'not supported in this sandbox',
    ],
  ])('refuses %s', async (_what, more, message) => {
    await expect(ask('Hello', more)).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining(message),
    });
  });

  it('reaches a model by its inference profile', async () => {
    expect(textIn(await ask('Hello', { modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0' }))).toContain('Hello');
  });
});

describe('ConverseStream', () => {
  it('brings the same answer in events', async () => {
    const messages = [{ role: 'user' as const, content: [{ text: `${CONTEXT}\nQuestion: What does delivery cost?` }] }];
    const { stream: events } = await bedrock.send(
      new ConverseStreamCommand({ modelId: LITE, messages, inferenceConfig: { temperature: 0 } }),
    );
    const seen = [];
    for await (const event of events ?? []) seen.push(event);

    const text = seen.map(({ contentBlockDelta }) => contentBlockDelta?.delta?.text ?? '').join('');
    expect(text).toBe('Delivery takes three working days and costs $4.90. [2]');
    expect(seen.map((event) => Object.keys(event)[0]).filter((name, at, all) => name !== all[at - 1])).toEqual([
      'messageStart',
      'contentBlockDelta',
      'contentBlockStop',
      'messageStop',
      'metadata',
    ]);
    expect(seen.at(-1)?.metadata?.usage?.outputTokens).toBeGreaterThan(5);
  });
});

describe('InvokeModel', () => {
  it('embeds texts with Titan and Cohere', async () => {
    const modelId = 'amazon.titan-embed-text-v2:0';
    const question = await invoke(modelId, { inputText: 'When do I get my money back?', dimensions: 512 });
    const right = await invoke(modelId, { inputText: 'Refunds are issued within 14 days.', dimensions: 512 });
    const wrong = await invoke(modelId, { inputText: 'The office opens at nine.', dimensions: 512 });
    const cohere = await invoke('cohere.embed-english-v3', { texts: ['a', 'b'], input_type: 'search_document' });

    expect(question.embedding).toHaveLength(512);
    expect(question.embeddingsByType.float).toEqual(question.embedding);
    expect(cosine(question.embedding, right.embedding)).toBeGreaterThan(cosine(question.embedding, wrong.embedding));
    expect(cohere.embeddings.map((vector: number[]) => vector.length)).toEqual([1024, 1024]);
    await expect(invoke(modelId, { inputText: 'x', dimensions: 300 })).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });

  const question = `${CONTEXT}\nQuestion: How long does a refund take?`;
  const answer = 'Refunds are issued within 14 days of a return. [1]';

  it('speaks as Claude does, whole and in a stream', async () => {
    const modelId = 'anthropic.claude-3-haiku-20240307-v1:0';
    const body = {
      anthropic_version: 'bedrock-2023-05-31',
      max_tokens: 200,
      temperature: 0,
      messages: [{ role: 'user', content: question }],
    };

    const whole = await invoke(modelId, body);
    const events = await stream(modelId, body);

    expect(whole).toMatchObject({
      type: 'message',
      role: 'assistant',
      content: [{ type: 'text', text: answer }],
      stop_reason: 'end_turn',
    });
    expect(events[0]?.type).toBe('message_start');
    expect(events.map(({ delta }) => (delta as { text?: string } | undefined)?.text ?? '').join('')).toBe(answer);
    expect(events.at(-1)).toMatchObject({
      type: 'message_stop',
      'amazon-bedrock-invocationMetrics': { outputTokenCount: whole.usage.output_tokens },
    });
  });

  it('speaks as Titan, Llama and Nova do', async () => {
    const titan = await invoke('amazon.titan-text-express-v1', {
      inputText: question,
      textGenerationConfig: { temperature: 0 },
    });
    const llama = await invoke('meta.llama3-8b-instruct-v1:0', {
      prompt: `<|begin_of_text|><|start_header_id|>user<|end_header_id|>\n\n${question}<|eot_id|><|start_header_id|>assistant<|end_header_id|>`,
      temperature: 0,
    });
    const nova = await invoke(LITE, {
      messages: [{ role: 'user', content: [{ text: question }] }],
      inferenceConfig: { temperature: 0 },
    });

    expect(titan.results[0]).toMatchObject({ outputText: answer, completionReason: 'FINISH' });
    expect(llama).toMatchObject({ generation: answer, stop_reason: 'stop' });
    expect(nova).toMatchObject({ output: { message: { content: [{ text: answer }] } }, stopReason: 'end_turn' });
  });

  it('refuses a body of another model', async () => {
    await expect(invoke(LITE, { inputText: 'x' })).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining('Malformed input request'),
    });
  });
});

it('CountTokens counts what Converse would charge', async () => {
  const messages = [{ role: 'user' as const, content: [{ text: 'How many tokens is this?' }] }];
  const { inputTokens } = await bedrock.send(
    new CountTokensCommand({ modelId: LITE, input: { converse: { messages } } }),
  );

  expect(inputTokens).toBe((await ask('How many tokens is this?')).usage?.inputTokens);
});

it('throttles above the tokens of a minute, and goes on in the next', async () => {
  const another = await box.another('throttled');
  const client = another.client(BedrockRuntimeClient);
  const send = () =>
    client.send(
      new ConverseCommand({
        modelId: LITE,
        messages: [{ role: 'user', content: [{ text: `${'word '.repeat(90_000)}. Summarize this.` }] }],
      }),
    );
  await another.advance(60_000 - (another.tenant.clock.now() % 60_000)); // all within one minute
  await send();
  await send();

  await expect(send()).rejects.toMatchObject({
    name: 'ThrottlingException',
    message: 'Too many tokens, please wait before trying again.',
  });
  await another.advance(60_000);
  await expect(send()).resolves.toBeDefined();
});
