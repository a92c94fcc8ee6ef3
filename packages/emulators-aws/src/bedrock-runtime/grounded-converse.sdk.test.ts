import { BedrockClient, CreateGuardrailCommand } from '@aws-sdk/client-bedrock';
import { BedrockRuntimeClient, ConverseCommand, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cosine } from '../local-model/embedding.ts';
import { type OpenSandbox, openSandbox } from '../testing.ts';

let box: OpenSandbox;
let runtime: BedrockRuntimeClient;
beforeAll(async () => {
  box = await openSandbox({ id: 'grounded-converse' });
  runtime = box.client(BedrockRuntimeClient);
});
afterAll(async () => {
  expect(box.bugs).toEqual([]);
  await box.close();
});

it('a question that is both query and guarded is looked at on its way in, and is no part of the answer', async () => {
  const { guardrailId } = await box.client(BedrockClient).send(
    new CreateGuardrailCommand({
      name: 'desk',
      sensitiveInformationPolicyConfig: { piiEntitiesConfig: [{ type: 'EMAIL', action: 'ANONYMIZE' }] },
      contextualGroundingPolicyConfig: { filtersConfig: [{ type: 'GROUNDING', threshold: 0.7 }] },
      wordPolicyConfig: { wordsConfig: [{ text: 'casino' }] },
      blockedInputMessaging: 'not this',
      blockedOutputsMessaging: 'not that',
    }),
  );
  const passages = '[1] The pool opens at seven.\n[2] Write to Mara Lindt at mara@pool.example.';
  const ask = (question: string) =>
    runtime.send(
      new ConverseCommand({
        modelId: 'amazon.nova-lite-v1:0',
        messages: [
          {
            role: 'user',
            content: [
              { guardContent: { text: { text: passages, qualifiers: ['grounding_source'] } } },
              { guardContent: { text: { text: question, qualifiers: ['query', 'guard_content'] } } },
            ],
          },
        ],
        inferenceConfig: { temperature: 0 },
        guardrailConfig: { guardrailIdentifier: guardrailId, guardrailVersion: 'DRAFT', trace: 'enabled' },
      }),
    );
  const mail = await ask('Where can I write to Mara Lindt?');
  const unknown = await ask('Who wrote Faust?');
  const blocked = await ask('Is there a casino?');

  expect(mail.output?.message?.content).toEqual([{ text: 'Write to Mara Lindt at {EMAIL}. [2]' }]);
  expect(mail.trace?.guardrail?.outputAssessments?.[guardrailId ?? '']?.[0]?.contextualGroundingPolicy).toMatchObject({
    filters: [{ type: 'GROUNDING', score: 1, detected: false }],
  });
  expect(unknown.stopReason).toBe('end_turn');
  expect(unknown.output?.message?.content?.[0]?.text).toContain("I don't know");
  expect(blocked.output?.message?.content).toEqual([{ text: 'not this' }]);
});

it('vectors of two models cannot be compared, even where their length is the same', async () => {
  const embed = async (modelId: string, body: unknown): Promise<number[]> => {
    const answer = await runtime.send(new InvokeModelCommand({ modelId, body: JSON.stringify(body) }));
    const { embedding, embeddings } = JSON.parse(new TextDecoder().decode(answer.body));
    return embedding ?? embeddings[0];
  };
  const text = 'A refund takes 14 days.';
  const titan = await embed('amazon.titan-embed-text-v2:0', { inputText: text, dimensions: 1024 });
  const cohere = await embed('cohere.embed-english-v3', { texts: [text], input_type: 'search_query' });

  expect(cohere).toHaveLength(titan.length);
  expect(Math.abs(cosine(titan, cohere))).toBeLessThan(0.3);
  expect(cosine(cohere, cohere)).toBeCloseTo(1, 6);
});
