import { IAMClient, PutUserPolicyCommand } from '@aws-sdk/client-iam';
import {
  DeleteTerminologyCommand,
  GetTerminologyCommand,
  ImportTerminologyCommand,
  ListLanguagesCommand,
  ListTerminologiesCommand,
  type TerminologyData,
  TranslateClient,
  TranslateTextCommand,
} from '@aws-sdk/client-translate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';

let box: OpenSandbox;
let translate: TranslateClient;

beforeAll(async () => {
  box = await openSandbox({ id: 'translate' });
  translate = box.client(TranslateClient);
});
afterAll(async () => {
  expect(box.bugs).toEqual([]);
  await box.close();
});

const text = (Text: string, from: string, to: string, TerminologyNames?: string[]) =>
  translate.send(
    new TranslateTextCommand({
      Text,
      SourceLanguageCode: from,
      TargetLanguageCode: to,
      ...(TerminologyNames ? { TerminologyNames } : {}),
    }),
  );

function importFile(Name: string, file: string, data: Partial<TerminologyData> = {}) {
  const TerminologyData = { File: Buffer.from(file), Format: 'CSV' as const, ...data };
  return translate.send(new ImportTerminologyCommand({ Name, MergeStrategy: 'OVERWRITE', TerminologyData }));
}

describe('TranslateText', () => {
  it('translates what it knows and leaves the rest', async () => {
    const { TranslatedText, SourceLanguageCode, TargetLanguageCode } = await text(
      'The dog, Fido, is happy.',
      'en',
      'es',
    );

    expect(TranslatedText).toBe('El perro, Fido, es feliz.');
    expect([SourceLanguageCode, TargetLanguageCode]).toEqual(['en', 'es']);
  });

  it('finds the source language with Comprehend', async () => {
    const { TranslatedText, SourceLanguageCode } = await text('Guten Tag, wo ist der Bahnhof?', 'auto', 'en');

    expect(SourceLanguageCode).toBe('de');
    expect(TranslatedText).toContain('where is the station?');
  });

  it('needs permission for Comprehend to do so', async () => {
    const PolicyDocument = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Deny', Action: 'comprehend:*', Resource: '*' }],
    });
    const other = await box.another('translate-denied');
    const iam = other.client(IAMClient, { credentials: other.root });
    await iam.send(new PutUserPolicyCommand({ UserName: 'learner', PolicyName: 'no', PolicyDocument }));
    const input = { Text: 'Guten Tag', SourceLanguageCode: 'auto', TargetLanguageCode: 'en' };

    await expect(other.client(TranslateClient).send(new TranslateTextCommand(input))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('comprehend:DetectDominantLanguage'),
    });
  });

  it('refuses languages, sizes and settings that are not here', async () => {
    await expect(text('Hello', 'en', 'ef')).rejects.toMatchObject({
      name: 'UnsupportedLanguagePairException',
      message: "Unsupported language pair: en to ef. Target language 'ef' is not supported",
    });
    await expect(text('12345', 'auto', 'en')).rejects.toMatchObject({ name: 'DetectedLanguageLowConfidenceException' });
    await expect(text('é'.repeat(5001), 'fr', 'en')).rejects.toMatchObject({ name: 'TextSizeLimitExceededException' });
    const input = {
      Text: 'x',
      SourceLanguageCode: 'en',
      TargetLanguageCode: 'de',
      Settings: { Formality: 'FORMAL' as const },
    };
    await expect(translate.send(new TranslateTextCommand(input))).rejects.toMatchObject({
      message: 'Settings.Formality is not supported in this sandbox.',
    });
  });
});

describe('a terminology', () => {
  it('decides how its words are translated', async () => {
    const imported = await importFile('brand', 'en,es,fr\nbig house,CasaGrande,GrandeMaison\n"Acme, Inc",Acme S.A.,\n');
    const used = await text('The big house of Acme, Inc', 'en', 'es', ['brand']);
    const unused = await text('The Big House', 'en', 'es', ['brand']);

    expect(imported.TerminologyProperties).toMatchObject({
      SourceLanguageCode: 'en',
      TargetLanguageCodes: ['es', 'fr'],
      TermCount: 4,
    });
    expect(used.TranslatedText).toBe('El CasaGrande de Acme S.A.');
    expect(used.AppliedTerminologies).toMatchObject([
      { Name: 'brand', Terms: [{ TargetText: 'CasaGrande' }, { TargetText: 'Acme S.A.' }] },
    ]);
    expect(unused.AppliedTerminologies).toEqual([]);
  });

  it('works backwards when it is multidirectional', async () => {
    await importFile('one-way', 'en\tes\nSunny\tSoleado', { Format: 'TSV' });
    await importFile('both-ways', 'en\tes\nSunny\tSoleado', { Format: 'TSV', Directionality: 'MULTI' });

    expect((await text('Soleado', 'es', 'en', ['one-way'])).TranslatedText).toBe('Soleado');
    expect((await text('Soleado', 'es', 'en', ['both-ways'])).TranslatedText).toBe('Sunny');
  });

  it('is read from TMX', async () => {
    const unit = (en: string, de: string) =>
      `<tu><tuv xml:lang="en"><seg>${en}</seg></tuv><tuv xml:lang="de"><seg>${de}</seg></tuv></tu>`;
    const file = `<?xml version="1.0"?><tmx version="1.4"><header/><body>${unit('R&amp;D', 'F&amp;E')}</body></tmx>`;
    await importFile('tmx', file, { Format: 'TMX' });

    expect((await text('the R&D team', 'en', 'de', ['tmx'])).TranslatedText).toContain('F&E');
  });

  it.each([
    ['en,es\na,b,c', 'Row 2 of the terminology has 3 columns and the first one 2.'],
    ['en\na', 'A terminology needs a source and at least one target language.'],
    ['english,es\na,b', "The first line of a terminology names its languages by code; 'english' is none."],
    ['en,es\n', 'The terminology file has no terms below its languages.'],
  ])('is refused with its fault: %j', async (file, message) => {
    await expect(importFile('bad', file)).rejects.toMatchObject({ name: 'InvalidParameterValueException', message });
  });

  it('is listed, described and deleted', async () => {
    const first = await translate.send(new ListTerminologiesCommand({ MaxResults: 2 }));
    const rest = await translate.send(new ListTerminologiesCommand({ NextToken: first.NextToken }));
    const { TerminologyProperties } = await translate.send(new GetTerminologyCommand({ Name: 'brand' }));
    await translate.send(new DeleteTerminologyCommand({ Name: 'brand' }));

    expect(first.TerminologyPropertiesList?.map(({ Name }) => Name)).toEqual(['both-ways', 'brand']);
    expect(rest.TerminologyPropertiesList?.map(({ Name }) => Name)).toEqual(['one-way', 'tmx']);
    expect(TerminologyProperties?.Arn).toMatch(/:terminology\/brand\/LATEST$/);
    await expect(translate.send(new GetTerminologyCommand({ Name: 'brand' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    await expect(text('x', 'en', 'es', ['brand'])).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

it('names its languages in the language asked for', async () => {
  const { Languages } = await translate.send(new ListLanguagesCommand({ DisplayLanguageCode: 'fr' }));

  expect(Languages).toContainEqual({ LanguageName: 'allemand', LanguageCode: 'de' });
});
