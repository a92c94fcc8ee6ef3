import {
  BatchDetectDominantLanguageCommand,
  BatchDetectEntitiesCommand,
  BatchDetectKeyPhrasesCommand,
  BatchDetectSentimentCommand,
  ComprehendClient,
  ContainsPiiEntitiesCommand,
  DetectDominantLanguageCommand,
  DetectEntitiesCommand,
  DetectKeyPhrasesCommand,
  DetectPiiEntitiesCommand,
  DetectSentimentCommand,
  DetectSyntaxCommand,
} from '@aws-sdk/client-comprehend';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';

let box: OpenSandbox;
let comprehend: ComprehendClient;

beforeAll(async () => {
  box = await openSandbox({ id: 'comprehend' });
  comprehend = box.client(ComprehendClient);
});
afterAll(async () => {
  expect(box.bugs).toEqual([]);
  await box.close();
});

describe('one document', () => {
  it('has a sentiment with scores', async () => {
    const input = { Text: 'What a wonderful day!', LanguageCode: 'en' as const };
    const { Sentiment, SentimentScore } = await comprehend.send(new DetectSentimentCommand(input));

    expect(Sentiment).toBe('POSITIVE');
    expect(SentimentScore?.Positive).toBeGreaterThan(0.8);
  });

  it('has entities whose offsets count characters, not code units', async () => {
    const input = { Text: '😀😀 Anna lives in Paris', LanguageCode: 'en' as const };
    const { Entities } = await comprehend.send(new DetectEntitiesCommand(input));

    expect(Entities).toMatchObject([
      { Type: 'PERSON', Text: 'Anna', BeginOffset: 3, EndOffset: 7 },
      { Type: 'LOCATION', Text: 'Paris', BeginOffset: 17, EndOffset: 22 },
    ]);
  });

  it('has key phrases', async () => {
    const input = { Text: 'The old bridge crosses a deep river', LanguageCode: 'en' as const };
    const { KeyPhrases } = await comprehend.send(new DetectKeyPhrasesCommand(input));

    expect(KeyPhrases?.map(({ Text }) => Text)).toContain('a deep river');
  });

  it('has a language', async () => {
    const input = { Text: 'Wo ist der Bahnhof, bitte?' };
    const { Languages } = await comprehend.send(new DetectDominantLanguageCommand(input));

    expect(Languages?.[0]).toMatchObject({ LanguageCode: 'de' });
  });

  it('has personal data, told by place and by label', async () => {
    const input = { Text: 'Card 4111111111111111 of jane@example.com', LanguageCode: 'en' as const };
    const { Entities } = await comprehend.send(new DetectPiiEntitiesCommand(input));
    const { Labels } = await comprehend.send(new ContainsPiiEntitiesCommand(input));

    expect(Entities).toMatchObject([
      { Type: 'CREDIT_DEBIT_NUMBER', BeginOffset: 5, EndOffset: 21 },
      { Type: 'EMAIL', BeginOffset: 25, EndOffset: 41 },
    ]);
    expect(Labels?.map(({ Name }) => Name)).toEqual(['CREDIT_DEBIT_NUMBER', 'EMAIL']);
  });
});

describe('a batch', () => {
  const TextList = ['I love it', 'I hate it'];

  it('is answered in order', async () => {
    const input = { TextList, LanguageCode: 'en' as const };
    const { ResultList, ErrorList } = await comprehend.send(new BatchDetectSentimentCommand(input));
    const languages = await comprehend.send(new BatchDetectDominantLanguageCommand({ TextList }));
    const entities = await comprehend.send(new BatchDetectEntitiesCommand({ ...input, TextList: ['In Rome', 'x'] }));
    const phrases = await comprehend.send(new BatchDetectKeyPhrasesCommand({ ...input, TextList: ['a red car'] }));

    expect(ResultList?.map(({ Index, Sentiment }) => [Index, Sentiment])).toEqual([
      [0, 'POSITIVE'],
      [1, 'NEGATIVE'],
    ]);
    expect(ErrorList).toEqual([]);
    expect(languages.ResultList).toHaveLength(2);
    expect(entities.ResultList?.map(({ Entities }) => Entities?.map(({ Text }) => Text))).toEqual([['Rome'], []]);
    expect(phrases.ResultList?.[0]?.KeyPhrases).toMatchObject([{ Text: 'a red car', BeginOffset: 0, EndOffset: 9 }]);
  });

  it('has 25 documents at most', async () => {
    const input = { TextList: Array.from({ length: 26 }, () => 'x'), LanguageCode: 'en' as const };

    await expect(comprehend.send(new BatchDetectSentimentCommand(input))).rejects.toMatchObject({
      name: 'BatchSizeLimitExceededException',
    });
  });
});

describe('refusals', () => {
  it('name the size of a text that is too long, in bytes', async () => {
    const input = { Text: 'é'.repeat(2501), LanguageCode: 'en' as const };

    await expect(comprehend.send(new DetectSentimentCommand(input))).rejects.toMatchObject({
      name: 'TextSizeLimitExceededException',
      message:
        'Input text size exceeds limit. Max length of request text allowed is 5000 bytes while in this request the text size is 5002 bytes',
    });
  });

  it('name a language that the model lacks', async () => {
    const input = { Text: 'これは', LanguageCode: 'ja' as const };

    await expect(comprehend.send(new DetectEntitiesCommand(input))).rejects.toMatchObject({
      name: 'UnsupportedLanguageException',
    });
  });

  it('say that a custom recognizer is not here', async () => {
    const EndpointArn = 'arn:aws:comprehend:us-east-1:111122223333:entity-recognizer-endpoint/mine';

    await expect(comprehend.send(new DetectEntitiesCommand({ Text: 'x', EndpointArn }))).rejects.toMatchObject({
      name: 'InvalidRequestException',
    });
  });

  it('name an operation that is not here', async () => {
    const input = { Text: 'x', LanguageCode: 'en' as const };

    await expect(comprehend.send(new DetectSyntaxCommand(input))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 501 },
    });
  });
});

it('bills units of a hundred characters, three at least', async () => {
  const other = await box.another('comprehend-bill');
  const client = other.client(ComprehendClient);
  await client.send(new DetectSentimentCommand({ Text: 'x', LanguageCode: 'en' }));
  await client.send(new DetectSentimentCommand({ Text: 'x'.repeat(1001), LanguageCode: 'en' }));

  expect(other.tenant.bill.lines(other.tenant.clock.now())).toMatchObject([{ service: 'Comprehend', quantity: 14 }]);
});
