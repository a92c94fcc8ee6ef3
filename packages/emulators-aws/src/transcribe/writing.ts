import type { SubtitleFormat, TranscriptionJob } from '@aws-sdk/client-transcribe';
import type { Principal } from '@cairn/emulator-kit';
import { writeObject } from '../s3/objects.ts';
import { filterWords, redact } from './hiding.ts';
import { redactedKey, subtitleKey } from './locations.ts';
import type { SpokenItem } from './spoken.ts';
import type { JobEntry, TranscribeCall } from './state.ts';
import { subtitles, transcriptJson } from './transcript.ts';

/** Writes a job's transcripts and subtitles as `principal`; returns where they are, in the job's members. */
export async function writeTranscripts(
  call: TranscribeCall,
  principal: Principal,
  entry: JobEntry,
  spoken: readonly SpokenItem[],
): Promise<Partial<TranscriptionJob>> {
  const { job, output } = entry;
  const { ContentRedaction: redaction } = job;
  const put = async (key: string, body: string, contentType: string): Promise<string> => {
    const encryption =
      output.kmsKeyId === undefined ? {} : { encryption: { algorithm: 'aws:kms', keyId: output.kmsKeyId } };
    await writeObject(call, principal, { bucket: output.bucket, key, body, contentType, ...encryption });
    return `${call.endpoint}/${output.bucket}/${key}`;
  };
  const file = (items: readonly SpokenItem[], isRedacted: boolean) =>
    transcriptJson({
      jobName: entry.name,
      accountId: call.accountId,
      items,
      isRedacted,
      languageCode: job.IdentifyLanguage ? job.LanguageCode : undefined,
      showsSpeakers: job.Settings?.ShowSpeakerLabels === true,
    });
  const plain = filtered(call, job, spoken);
  const hidden = redaction && filtered(call, job, redact(spoken, redaction.PiiEntityTypes ?? ['ALL']));
  const transcript: TranscriptionJob['Transcript'] = {};
  if (redaction?.RedactionOutput !== 'redacted') {
    transcript.TranscriptFileUri = await put(output.key, file(plain, false), 'application/json');
  }
  if (hidden) {
    const body = file(hidden, true);
    transcript.RedactedTranscriptFileUri = await put(redactedKey(output.key), body, 'application/json');
  }
  return { Transcript: transcript, ...(await writeSubtitles(job, output.key, hidden ?? plain, put)) };
}

function filtered({ state }: TranscribeCall, job: TranscriptionJob, items: readonly SpokenItem[]): SpokenItem[] {
  const { VocabularyFilterName: name, VocabularyFilterMethod: method = 'mask' } = job.Settings ?? {};
  const filter = name === undefined ? undefined : state.filters.get(name);
  return filter ? filterWords(items, filter.words, method) : [...items];
}

async function writeSubtitles(
  { Subtitles: asked }: TranscriptionJob,
  key: string,
  items: readonly SpokenItem[],
  put: (key: string, body: string, contentType: string) => Promise<string>,
): Promise<Partial<TranscriptionJob>> {
  if (!asked) return {};
  const uris: string[] = [];
  for (const format of new Set<SubtitleFormat>(asked.Formats ?? [])) {
    uris.push(await put(subtitleKey(key, format), subtitles(items, format, asked.OutputStartIndex ?? 0), 'text/plain'));
  }
  return { Subtitles: { ...asked, SubtitleFileUris: uris } };
}
