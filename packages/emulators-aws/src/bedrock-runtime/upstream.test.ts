import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';

let box: OpenSandbox;
let server: Server;
let url: string;
let asked: { path: string | undefined; body: Record<string, unknown> };
let reply: { status: number; body: unknown };
beforeAll(async () => {
  box = await openSandbox({ id: 'upstream' });
  server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    asked = { path: request.url, body: JSON.parse(text) };
    response.writeHead(reply.status, { 'content-type': 'application/json' }).end(JSON.stringify(reply.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  expect(box.bugs).toEqual([]);
  server.close();
  await box.close();
});
afterEach(() => vi.unstubAllEnvs());

const use = (kind: string, address = url) => {
  vi.stubEnv('CAIRN_MODEL_UPSTREAM_URL', address);
  vi.stubEnv('CAIRN_MODEL_UPSTREAM_KIND', kind);
  vi.stubEnv('CAIRN_MODEL_UPSTREAM_MODEL', 'tiny');
};
const ask = () =>
  box.client(BedrockRuntimeClient).send(
    new ConverseCommand({
      modelId: 'amazon.nova-lite-v1:0',
      system: [{ text: 'Be brief.' }],
      messages: [{ role: 'user', content: [{ text: 'Write a haiku.' }] }],
      inferenceConfig: { maxTokens: 50, temperature: 0 },
    }),
  );

it('asks an OpenAI-compatible server', async () => {
  use('openai', `${url}/v1/`);
  const message = { content: 'Old pond.', tool_calls: null };
  reply = {
    status: 200,
    body: { choices: [{ message, finish_reason: 'stop' }], usage: { prompt_tokens: 9, completion_tokens: 3 } },
  };

  const answer = await ask();

  expect(answer.output?.message?.content).toEqual([{ text: 'Old pond.' }]);
  expect(answer.usage).toMatchObject({ inputTokens: 9, outputTokens: 3 });
  expect(asked.path).toBe('/v1/chat/completions');
  expect(asked.body).toMatchObject({
    model: 'tiny',
    max_tokens: 50,
    temperature: 0,
    messages: [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Write a haiku.' },
    ],
  });
});

it('asks Ollama, and takes a call of a tool', async () => {
  use('ollama');
  const call = { function: { name: 'poem', arguments: { lines: 3 } } };
  reply = { status: 200, body: { message: { content: '', tool_calls: [call] }, prompt_eval_count: 7, eval_count: 2 } };

  const answer = await ask();

  expect(answer.stopReason).toBe('tool_use');
  expect(answer.output?.message?.content?.[0]?.toolUse).toMatchObject({ name: 'poem', input: { lines: 3 } });
  expect(asked.path).toBe('/api/chat');
  expect(asked.body).toMatchObject({ stream: false, options: { num_predict: 50 } });
});

it.each([
  [
    'answers an error',
    { status: 404, body: { error: "model 'tiny' not found" } },
    'ModelErrorException',
    "The upstream model server answered 404: model 'tiny' not found",
  ],
  [
    'answers something else',
    { status: 200, body: { hello: 1 } },
    'ModelErrorException',
    'did not answer as an OpenAI-compatible server does',
  ],
  [
    'still loads its model',
    { status: 503, body: { error: { message: 'Loading model' } } },
    'ModelNotReadyException',
    'still loading',
  ],
])('says so when the server %s', async (_what, given, name, message) => {
  use('openai');
  reply = given;

  await expect(ask()).rejects.toMatchObject({ name, message: expect.stringContaining(message) });
});

it('says so when nobody is there, and when a setting is wrong', async () => {
  use('openai', 'http://127.0.0.1:9');
  await expect(ask()).rejects.toMatchObject({
    name: 'ServiceUnavailableException',
    message: expect.stringContaining('cannot be reached'),
  });
  use('gpt');
  await expect(ask()).rejects.toMatchObject({
    name: 'ServiceUnavailableException',
    message: 'CAIRN_MODEL_UPSTREAM_KIND must be openai or ollama.',
  });
});
