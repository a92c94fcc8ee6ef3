import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  CreateVocabularyFilterCommand,
  DeleteTranscriptionJobCommand,
  DeleteVocabularyFilterCommand,
  GetTranscriptionJobCommand,
  GetVocabularyFilterCommand,
  ListTranscriptionJobsCommand,
  ListVocabularyFiltersCommand,
  StartTranscriptionJobCommand,
  type StartTranscriptionJobCommandInput,
  TranscribeClient,
  UpdateVocabularyFilterCommand,
} from '@aws-sdk/client-transcribe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';
import { silentWave } from './testing.ts';

let box: OpenSandbox;
let transcribe: TranscribeClient;
let s3: S3Client;
const CALL = 'Hello, my name is Jane Smith. My card number is 4111111111111111, damn it!';

const put = (Key: string, Body: Uint8Array | string) => s3.send(new PutObjectCommand({ Bucket: 'calls', Key, Body }));

beforeAll(async () => {
  box = await openSandbox({ id: 'transcribe' });
  transcribe = box.client(TranscribeClient);
  s3 = box.client(S3Client);
  await s3.send(new CreateBucketCommand({ Bucket: 'calls' }));
  await put('a.wav', silentWave(CALL));
  await put('silent.wav', silentWave(''));
  await put('talk.mp3', 'ID3 of no song');
  await put('talk.mp3.txt', 'spk_0: How can I help you?\nspk_1: Wo ist der Bahnhof? Ich möchte eine Karte kaufen.\n');
});
afterAll(async () => {
  expect(box.bugs).toEqual([]);
  await box.close();
});

async function run(TranscriptionJobName: string, input: Partial<StartTranscriptionJobCommandInput> = {}) {
  const Media = { MediaFileUri: 's3://calls/a.wav' };
  const language = input.IdentifyLanguage ? {} : { LanguageCode: 'en-US' as const };
  const started = { TranscriptionJobName, Media, OutputBucketName: 'calls', ...language, ...input };
  await transcribe.send(new StartTranscriptionJobCommand(started));
  await box.settled();
  const { TranscriptionJob } = await transcribe.send(new GetTranscriptionJobCommand({ TranscriptionJobName }));
  return TranscriptionJob;
}

async function read(Key: string): Promise<string> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'calls', Key }));
  return (await Body?.transformToString()) ?? '';
}

interface Item {
  readonly type: string;
  readonly start_time?: string;
  readonly end_time?: string;
  readonly alternatives: readonly { readonly content: string }[];
}
const contents = (items: readonly Item[]) => items.map(({ alternatives }) => alternatives[0]?.content);

describe('a job', () => {
  it('writes what a WAV file says is spoken, with times', async () => {
    const job = await run('first', { OutputKey: 'out/' });
    const { jobName, status, results } = JSON.parse(await read('out/first.json'));
    const words = results.items.filter(({ type }: Item) => type === 'pronunciation');

    expect(job).toMatchObject({ TranscriptionJobStatus: 'COMPLETED', MediaFormat: 'wav', MediaSampleRateHertz: 8000 });
    expect(job?.Transcript?.TranscriptFileUri).toMatch(/\/calls\/out\/first\.json$/);
    expect([jobName, status]).toEqual(['first', 'COMPLETED']);
    expect(results.transcripts).toEqual([{ transcript: CALL }]);
    expect(contents(results.items.slice(0, 3))).toEqual(['Hello', ',', 'my']);
    expect(words[0].start_time).toBe('0.00');
    expect(Number(words.at(-1).end_time)).toBeLessThanOrEqual(4);
    expect(results.audio_segments).toHaveLength(2);
  });

  it('takes personal data out', async () => {
    const job = await run('safe', {
      ContentRedaction: { RedactionType: 'PII', RedactionOutput: 'redacted_and_unredacted' },
    });
    const redacted = JSON.parse(await read('redacted-safe.json'));

    expect(job?.Transcript?.RedactedTranscriptFileUri).toMatch(/\/calls\/redacted-safe\.json$/);
    expect(redacted.isRedacted).toBe(true);
    expect(redacted.results.transcripts[0].transcript).toBe(
      'Hello, my name is [PII]. My card number is [PII], damn it!',
    );
    expect(await read('safe.json')).toContain('Jane');
  });

  it('takes out only the kinds that were asked for, and writes no other transcript', async () => {
    const redaction = { RedactionType: 'PII', RedactionOutput: 'redacted', PiiEntityTypes: ['NAME'] } as const;
    const job = await run('names', { ContentRedaction: { ...redaction, PiiEntityTypes: ['NAME'] } });

    expect(job?.Transcript?.TranscriptFileUri).toBeUndefined();
    expect(await read('redacted-names.json')).toContain('My card number is 4111111111111111');
    await expect(read('names.json')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it.each([
    ['mask', '***'],
    ['remove', ', it'],
    ['tag', 'damn it'],
  ] as const)('filters words: %s', async (VocabularyFilterMethod, expected) => {
    const VocabularyFilterName = `rude-${VocabularyFilterMethod}`;
    const filter = { VocabularyFilterName, LanguageCode: 'en-US' as const, Words: ['Damn'] };
    await transcribe.send(new CreateVocabularyFilterCommand(filter));
    await run(VocabularyFilterName, { Settings: { VocabularyFilterName, VocabularyFilterMethod } });
    const file = JSON.parse(await read(`${VocabularyFilterName}.json`));

    expect(file.results.transcripts[0].transcript).toContain(expected);
    const marked = file.results.items.filter((item: object) => 'vocabularyFilterMatch' in item);
    expect(marked).toHaveLength(VocabularyFilterMethod === 'tag' ? 1 : 0);
  });

  it('reads the text beside the media, tells speakers apart and writes subtitles', async () => {
    const job = await run('speakers', {
      Media: { MediaFileUri: 'https://s3.us-east-1.amazonaws.com/calls/talk.mp3' },
      Settings: { ShowSpeakerLabels: true, MaxSpeakerLabels: 2 },
      Subtitles: { Formats: ['vtt', 'srt'], OutputStartIndex: 1 },
    });
    const { results } = JSON.parse(await read('speakers.json'));

    expect(job?.MediaFormat).toBe('mp3');
    expect(results.speaker_labels.speakers).toBe(2);
    expect(
      results.speaker_labels.segments.map(({ speaker_label }: { speaker_label: string }) => speaker_label),
    ).toEqual(['spk_0', 'spk_1', 'spk_1']);
    expect(job?.Subtitles?.SubtitleFileUris).toHaveLength(2);
    expect(await read('speakers.vtt')).toMatch(/^WEBVTT\n\n1\n00:00:00\.000 --> .*\nHow can I help you\?\n/);
    expect(await read('speakers.srt')).toMatch(/^1\n00:00:00,000 --> /);
  });

  it('finds the language among those offered', async () => {
    await put('de.wav.txt', 'Guten Tag, wo ist der Bahnhof? Ich möchte eine Fahrkarte kaufen.');
    await put('de.wav', silentWave(''));
    const Media = { MediaFileUri: 's3://calls/de.wav' };
    const job = await run('language', { Media, IdentifyLanguage: true, LanguageOptions: ['en-GB', 'de-CH'] });

    expect(job).toMatchObject({ LanguageCode: 'de-CH', IdentifyLanguage: true });
    expect(job?.IdentifiedLanguageScore).toBeGreaterThan(0.5);
  });
});

describe('a job that fails', () => {
  it.each([
    ['silent.wav', {}, /does not recognise speech: .* s3:\/\/calls\/silent\.wav\.txt/],
    ['talk.mp3.txt', {}, /^Unsupported media format\.$/],
    ['a.wav', { MediaFormat: 'mp3' as const }, /^The media format provided does not match/],
    ['a.wav', { MediaSampleRateHertz: 16_000 }, /^The sample rate provided does not match/],
    ['a.wav', { OutputBucketName: 'nowhere' }, /bucket/],
  ])('says why: %s %j', async (key, input, reason) => {
    const name = `fails-${key}-${Object.keys(input)[0]}`;
    const job = await run(name, { Media: { MediaFileUri: `s3://calls/${key}` }, ...input });

    expect(job?.TranscriptionJobStatus).toBe('FAILED');
    expect(job?.FailureReason).toMatch(reason);
  });

  it('has a role without rights', async () => {
    const iam = box.client(IAMClient, { credentials: box.root });
    const trust = [{ Effect: 'Allow', Principal: { Service: 'transcribe.amazonaws.com' }, Action: 'sts:AssumeRole' }];
    const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: trust });
    const { Role } = await iam.send(new CreateRoleCommand({ RoleName: 'reader', AssumeRolePolicyDocument }));
    const JobExecutionSettings = { DataAccessRoleArn: Role?.Arn };
    await expect(run('no-rights', { JobExecutionSettings })).rejects.toMatchObject({
      name: 'BadRequestException',
      message: expect.stringContaining("can't be accessed"),
    });
    const PolicyDocument = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
    });
    await iam.send(new PutRolePolicyCommand({ RoleName: 'reader', PolicyName: 'read', PolicyDocument }));
    const job = await run('may-not-write', { JobExecutionSettings });

    expect(job?.FailureReason).toContain('s3:PutObject');
  });
});

describe('refusals', () => {
  it.each([
    [{ Media: { MediaFileUri: 's3://calls/none.wav' } }, "The S3 URI that you provided can't be accessed"],
    [{ LanguageCode: undefined }, 'Set one of LanguageCode and IdentifyLanguage'],
    [{ OutputBucketName: undefined }, 'A job without OutputBucketName'],
    [{ Settings: { ShowSpeakerLabels: true } }, 'Set ShowSpeakerLabels and MaxSpeakerLabels together'],
    [{ Settings: { VocabularyName: 'x' } }, 'Settings.VocabularyName is not supported'],
    [{ Settings: { VocabularyFilterName: 'none' } }, "The requested vocabulary filter couldn't be found"],
    [
      {
        LanguageCode: 'fr-FR' as const,
        ContentRedaction: { RedactionType: 'PII' as const, RedactionOutput: 'redacted' as const },
      },
      'ContentRedaction is for en-US',
    ],
  ])('%j', async (input, message) => {
    await expect(run('refused', input)).rejects.toMatchObject({
      name: 'BadRequestException',
      message: expect.stringContaining(message),
    });
  });

  it('tell of a name that is taken and of one that is not there', async () => {
    await run('twice');

    await expect(run('twice')).rejects.toMatchObject({ name: 'ConflictException' });
    await transcribe.send(new DeleteTranscriptionJobCommand({ TranscriptionJobName: 'twice' }));
    await expect(
      transcribe.send(new GetTranscriptionJobCommand({ TranscriptionJobName: 'twice' })),
    ).rejects.toMatchObject({
      name: 'BadRequestException',
      message: "The requested job couldn't be found. Check the job name and try your request again.",
    });
  });
});

it('lists jobs, the youngest first, page by page', async () => {
  const other = await box.another('transcribe-list');
  const [client, bucket] = [other.client(TranscribeClient), other.client(S3Client)];
  await bucket.send(new CreateBucketCommand({ Bucket: 'listed' }));
  await bucket.send(new PutObjectCommand({ Bucket: 'listed', Key: 'a.wav', Body: silentWave('Hi.') }));
  for (const TranscriptionJobName of ['old', 'mid', 'new']) {
    const Media = { MediaFileUri: 's3://listed/a.wav' };
    const input = { TranscriptionJobName, Media, OutputBucketName: 'listed', LanguageCode: 'en-US' as const };
    await client.send(new StartTranscriptionJobCommand(input));
    await other.advance(1000);
  }
  await other.settled();
  const first = await client.send(new ListTranscriptionJobsCommand({ MaxResults: 2, Status: 'COMPLETED' }));
  const rest = await client.send(new ListTranscriptionJobsCommand({ MaxResults: 2, NextToken: first.NextToken }));

  const names = [first, rest].flatMap(({ TranscriptionJobSummaries = [] }) =>
    TranscriptionJobSummaries.map(({ TranscriptionJobName }) => TranscriptionJobName),
  );
  expect(names).toEqual(['new', 'mid', 'old']);
  expect(rest.NextToken).toBeUndefined();
  const line = other.tenant.bill.lines(other.tenant.clock.now()).find(({ service }) => service === 'Transcribe');
  expect(line?.quantity).toBeCloseTo(0.75, 10); // three times fifteen seconds
});

it('keeps vocabulary filters, from words or a file', async () => {
  await put('words.txt', 'one\ntwo\n\n');
  const VocabularyFilterName = 'kept';
  await transcribe.send(
    new CreateVocabularyFilterCommand({
      VocabularyFilterName,
      LanguageCode: 'en-US',
      VocabularyFilterFileUri: 's3://calls/words.txt',
    }),
  );
  await transcribe.send(new UpdateVocabularyFilterCommand({ VocabularyFilterName, Words: ['three'] }));
  const listed = await transcribe.send(new ListVocabularyFiltersCommand({ NameContains: 'KEPT' }));
  const got = await transcribe.send(new GetVocabularyFilterCommand({ VocabularyFilterName }));
  await transcribe.send(new DeleteVocabularyFilterCommand({ VocabularyFilterName }));

  expect(listed.VocabularyFilters).toMatchObject([{ VocabularyFilterName, LanguageCode: 'en-US' }]);
  expect(got.LastModifiedTime).toBeInstanceOf(Date);
  await expect(transcribe.send(new GetVocabularyFilterCommand({ VocabularyFilterName }))).rejects.toMatchObject({
    name: 'NotFoundException',
  });
  await expect(
    transcribe.send(new CreateVocabularyFilterCommand({ VocabularyFilterName, LanguageCode: 'en-US', Words: ['a b'] })),
  ).rejects.toMatchObject({ message: "A vocabulary filter holds single words, and 'a b' is a phrase." });
});
