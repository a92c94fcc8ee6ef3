import {
  BedrockClient,
  CreateFoundationModelAgreementCommand,
  DeleteFoundationModelAgreementCommand,
  GetFoundationModelAvailabilityCommand,
  GetFoundationModelCommand,
  GetInferenceProfileCommand,
  ListFoundationModelAgreementOffersCommand,
  ListFoundationModelsCommand,
  ListInferenceProfilesCommand,
} from '@aws-sdk/client-bedrock';
import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { CreateAccessKeyCommand, CreateUserCommand, IAMClient, PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';

const LITE = 'amazon.nova-lite-v1:0';
const HAIKU = 'anthropic.claude-3-haiku-20240307-v1:0';

let box: OpenSandbox;
let bedrock: BedrockClient;
let runtime: BedrockRuntimeClient;
beforeAll(async () => {
  box = await openSandbox({ id: 'bedrock-models' });
  bedrock = box.client(BedrockClient);
  runtime = box.client(BedrockRuntimeClient);
});
afterAll(async () => {
  expect(box.bugs).toEqual([]);
  await box.close();
});

describe('models', () => {
  it('are listed and described, profiles too', async () => {
    const { modelSummaries = [] } = await bedrock.send(
      new ListFoundationModelsCommand({ byOutputModality: 'EMBEDDING' }),
    );
    const { modelDetails } = await bedrock.send(new GetFoundationModelCommand({ modelIdentifier: LITE }));
    const { inferenceProfileSummaries = [] } = await bedrock.send(new ListInferenceProfilesCommand({}));
    const { models } = await bedrock.send(
      new GetInferenceProfileCommand({ inferenceProfileIdentifier: inferenceProfileSummaries[0]?.inferenceProfileId }),
    );

    expect(modelSummaries.map(({ modelId }) => modelId)).toContain('amazon.titan-embed-text-v2:0');
    expect(modelSummaries.every(({ outputModalities }) => outputModalities?.[0] === 'EMBEDDING')).toBe(true);
    expect(modelDetails).toMatchObject({
      modelName: 'Nova Lite',
      providerName: 'Amazon',
      responseStreamingSupported: true,
    });
    expect(models?.length).toBe(3);
    await expect(bedrock.send(new GetFoundationModelCommand({ modelIdentifier: 'acme.x' }))).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });

  const hello = (client: BedrockRuntimeClient, modelId: string) =>
    client.send(new ConverseCommand({ modelId, messages: [{ role: 'user', content: [{ text: 'Hello' }] }] }));

  it('of the Marketplace are refused after their agreement has ended, until there is a new one', async () => {
    await bedrock.send(new DeleteFoundationModelAgreementCommand({ modelId: HAIKU }));
    const availability = await bedrock.send(new GetFoundationModelAvailabilityCommand({ modelId: HAIKU }));
    expect(availability.agreementAvailability?.status).toBe('NOT_AVAILABLE');
    await expect(hello(runtime, HAIKU)).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: "You don't have access to the model with the specified model ID.",
    });

    const { offers } = await bedrock.send(new ListFoundationModelAgreementOffersCommand({ modelId: HAIKU }));
    await bedrock.send(
      new CreateFoundationModelAgreementCommand({ modelId: HAIKU, offerToken: offers?.[0]?.offerToken }),
    );
    await expect(hello(runtime, HAIKU)).resolves.toMatchObject({ stopReason: 'end_turn' });
  });

  it('are refused to a user without rights, and those of the Marketplace to one who may not subscribe', async () => {
    const other = await box.another('rights');
    const iam = other.client(IAMClient);
    await iam.send(new CreateUserCommand({ UserName: 'ann' }));
    const allow = {
      Effect: 'Allow',
      Action: 'bedrock:InvokeModel',
      Resource: [
        'arn:aws:bedrock:*::foundation-model/amazon.nova-lite-v1:0',
        `arn:aws:bedrock:*::foundation-model/${HAIKU}`,
      ],
    };
    await iam.send(
      new PutUserPolicyCommand({
        UserName: 'ann',
        PolicyName: 'ask',
        PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [allow] }),
      }),
    );
    const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'ann' }));
    const credentials = {
      accessKeyId: AccessKey?.AccessKeyId ?? '',
      secretAccessKey: AccessKey?.SecretAccessKey ?? '',
    };
    const ann = other.client(BedrockRuntimeClient, { credentials });

    await expect(hello(ann, LITE)).resolves.toBeDefined();
    await expect(hello(ann, 'amazon.nova-pro-v1:0')).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('not authorized to perform: bedrock:InvokeModel'),
    });
    await expect(hello(ann, HAIKU)).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('aws-marketplace:Subscribe'),
    });
  });
});
