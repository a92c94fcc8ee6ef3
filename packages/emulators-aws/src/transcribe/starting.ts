import type { LanguageCode, StartTranscriptionJobRequest, TranscriptionJob } from '@aws-sdk/client-transcribe';
import { type Principal, ServiceError } from '@cairn/emulator-kit';
import type { Sent } from '../iam/sent.ts';
import { badRequest, filterNotFound, jobExists, mediaNotReadable, notSupported } from './errors.ts';
import { locationOf, transcriptKey } from './locations.ts';
import type { JobEntry, TranscribeCall } from './state.ts';

type Request = Sent<StartTranscriptionJobRequest>;

const REDACTED_LANGUAGES: readonly (LanguageCode | undefined)[] = ['en-US', 'es-US'];

/** Refuses what contradicts itself and what this sandbox cannot do. */
export function checkRequest(call: TranscribeCall, request: Request): void {
  checkSupported(request);
  checkSettings(call, request);
  const { LanguageCode: language, IdentifyLanguage: isIdentified, ContentRedaction: redaction } = request;
  if ((language === undefined) === (isIdentified !== true)) {
    throw badRequest('Set one of LanguageCode and IdentifyLanguage, and not both.');
  }
  if (redaction && !isIdentified && !REDACTED_LANGUAGES.includes(language)) {
    throw badRequest(`ContentRedaction is for en-US and es-US, and the LanguageCode is ${language}.`);
  }
  if (request.OutputBucketName === undefined) {
    throw badRequest(
      'A job without OutputBucketName is not supported in this sandbox: name a bucket of yours for the transcript.',
    );
  }
  if (call.state.jobs.has(request.TranscriptionJobName)) throw jobExists();
}

function checkSupported(request: Request): void {
  const { Settings: settings = {}, ModelSettings: model, LanguageIdSettings: languages } = request;
  const asked: Readonly<Record<string, unknown>> = {
    IdentifyMultipleLanguages: request.IdentifyMultipleLanguages || undefined,
    ModelSettings: model?.LanguageModelName,
    LanguageIdSettings: languages,
    ToxicityDetection: request.ToxicityDetection,
    KMSEncryptionContext: request.KMSEncryptionContext,
    Tags: request.Tags,
    'Settings.ChannelIdentification': settings.ChannelIdentification || undefined,
    'Settings.ShowAlternatives': settings.ShowAlternatives || undefined,
    'Settings.VocabularyName': settings.VocabularyName,
  };
  const found = Object.keys(asked).find((name) => asked[name] !== undefined);
  if (found !== undefined) throw notSupported(found);
}

function checkSettings({ state }: TranscribeCall, { Settings: settings = {}, LanguageCode: language }: Request): void {
  if ((settings.ShowSpeakerLabels === true) !== (settings.MaxSpeakerLabels !== undefined)) {
    throw badRequest('Set ShowSpeakerLabels and MaxSpeakerLabels together.');
  }
  if (settings.VocabularyFilterName === undefined) return;
  const filter = state.filters.get(settings.VocabularyFilterName);
  if (!filter) throw badRequest(filterNotFound().message);
  if (language !== undefined && filter.languageCode !== language) {
    throw badRequest(`The vocabulary filter is for ${filter.languageCode} and the job for ${language}.`);
  }
}

/** Whose rights the job has: those of the role it names, else the caller's. */
export function actingPrincipal(call: TranscribeCall, { JobExecutionSettings: settings }: Request): Principal {
  const role = settings?.DataAccessRoleArn;
  if (role === undefined) return call.principal;
  call.demand({
    action: 'iam:PassRole',
    resource: role,
    context: { 'iam:PassedToService': 'transcribe.amazonaws.com' },
  });
  return call.assume(role, 'transcribe.amazonaws.com', 'transcribe');
}

/** Throws BadRequestException unless the media can be read. */
export async function checkMedia(call: TranscribeCall, principal: Principal, uri: string | undefined): Promise<void> {
  const at = locationOf(uri ?? '');
  if (!at) throw mediaNotReadable();
  try {
    await call.invoke('s3', 'HeadObject', { Bucket: at.bucket, Key: at.key }, principal);
  } catch (error) {
    throw error instanceof ServiceError ? mediaNotReadable() : error;
  }
}

export function newJob(call: TranscribeCall, request: Request): JobEntry {
  const { TranscriptionJobName: name, OutputBucketName: bucket = '', OutputKey: key, ...rest } = request;
  const { Subtitles: subtitles, OutputEncryptionKMSKeyId: kmsKeyId } = request;
  const now = call.date();
  const job: TranscriptionJob = {
    TranscriptionJobName: name,
    TranscriptionJobStatus: 'IN_PROGRESS',
    Media: rest.Media,
    CreationTime: now,
    StartTime: now,
    ...(rest.LanguageCode ? { LanguageCode: rest.LanguageCode } : {}),
    ...(rest.MediaFormat ? { MediaFormat: rest.MediaFormat } : {}),
    ...(rest.MediaSampleRateHertz ? { MediaSampleRateHertz: rest.MediaSampleRateHertz } : {}),
    ...(rest.Settings ? { Settings: rest.Settings } : {}),
    ...(rest.ContentRedaction ? { ContentRedaction: rest.ContentRedaction } : {}),
    ...(rest.IdentifyLanguage ? { IdentifyLanguage: true } : {}),
    ...(rest.LanguageOptions ? { LanguageOptions: rest.LanguageOptions } : {}),
    ...(rest.JobExecutionSettings ? { JobExecutionSettings: rest.JobExecutionSettings } : {}),
    ...(subtitles ? { Subtitles: { ...subtitles, SubtitleFileUris: [] } } : {}),
  };
  const output = { bucket, key: transcriptKey(key, name), kmsKeyId };
  return { name, createdAt: call.now(), output, job };
}
