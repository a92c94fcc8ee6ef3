import type { LanguageCode, TranscriptionJob } from '@aws-sdk/client-transcribe';
import { type Payload, type Principal, ServiceError } from '@cairn/emulator-kit';
import { TRANSCRIBE_MINUTE, TRANSCRIBE_REDACTED_MINUTE } from '../prices.ts';
import { findObject, readObject, type S3Location } from '../s3/objects.ts';
import { identifyLanguage } from './identify.ts';
import { locationOf } from './locations.ts';
import { type Media, readMedia } from './media.ts';
import { speak } from './spoken.ts';
import type { JobEntry, TranscribeCall } from './state.ts';
import { writeTranscripts } from './writing.ts';

/** Of a file as much is read: a comment behind more sound than this is not found. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_SIDECAR_BYTES = 1024 * 1024;
const LEAST_BILLED_SECONDS = 15;

/** Why a job failed; the message is its FailureReason. */
class JobFailure extends Error {}

/** Runs a job with the rights of `principal`; the outcome is in the job. */
export async function runJob(call: TranscribeCall, entry: JobEntry, principal: Principal): Promise<void> {
  try {
    const at = locationOf(entry.job.Media?.MediaFileUri ?? '') ?? { bucket: '', key: '' };
    const media = checkedMedia(await headOf(await readObject(call, principal, at)), entry.job);
    const items = speak(await whatIsSaid(call, principal, at, media), media.seconds);
    entry.job = { ...entry.job, ...languageOf(entry.job, items.map(({ content }) => content).join(' ')) };
    const seconds = media.seconds ?? items.at(-1)?.endSeconds ?? 0;
    const written = await writeTranscripts(call, principal, entry, items);
    entry.job = { ...entry.job, ...written, ...mediaMembers(media) };
    bill(call, entry.job, seconds);
    end(call, entry, { TranscriptionJobStatus: 'COMPLETED' });
  } catch (error) {
    if (!(error instanceof ServiceError || error instanceof JobFailure)) throw error;
    end(call, entry, { TranscriptionJobStatus: 'FAILED', FailureReason: error.message });
  }
}

function end(call: TranscribeCall, entry: JobEntry, outcome: Partial<TranscriptionJob>): void {
  entry.job = { ...entry.job, ...outcome, CompletionTime: call.date() };
  call.emit('events:put', {
    source: 'aws.transcribe',
    detailType: 'Transcribe Job State Change',
    resources: [],
    detail: {
      TranscriptionJobName: entry.name,
      TranscriptionJobStatus: outcome.TranscriptionJobStatus,
      ...(outcome.FailureReason === undefined ? {} : { FailureReason: outcome.FailureReason }),
    },
  });
}

function bill(call: TranscribeCall, { ContentRedaction: redaction }: TranscriptionJob, seconds: number): void {
  const minutes = Math.max(LEAST_BILLED_SECONDS, Math.ceil(seconds)) / 60;
  call.charge(TRANSCRIBE_MINUTE, minutes);
  if (redaction) call.charge(TRANSCRIBE_REDACTED_MINUTE, minutes);
}

async function headOf(payload: Payload): Promise<Uint8Array> {
  if (payload.size <= MOST_BYTES) return payload.bytes(MOST_BYTES);
  const parts: Uint8Array[] = [];
  for await (const part of payload.stream(0, MOST_BYTES)) parts.push(part);
  return Buffer.concat(parts);
}

/** The reasons are Transcribe's own, from its API reference. */
function checkedMedia(bytes: Uint8Array, job: TranscriptionJob): Media {
  const media = readMedia(bytes);
  if (!media) throw new JobFailure('Unsupported media format.');
  if (job.MediaFormat && !isSameFormat(job.MediaFormat, media.format)) {
    throw new JobFailure('The media format provided does not match the detected media format.');
  }
  const { sampleRateHertz, channels = 1 } = media;
  if (sampleRateHertz !== undefined && (sampleRateHertz < 8000 || sampleRateHertz > 48_000)) {
    throw new JobFailure('Invalid sample rate for audio file.');
  }
  if (job.MediaSampleRateHertz && sampleRateHertz !== undefined && job.MediaSampleRateHertz !== sampleRateHertz) {
    throw new JobFailure('The sample rate provided does not match the detected sample rate.');
  }
  if (channels > 2) throw new JobFailure('Invalid number of channels: number of channels too large.');
  return media;
}

const isSameFormat = (asked: string, found: string): boolean =>
  asked === found || (/^(?:mp4|m4a)$/.test(asked) && /^(?:mp4|m4a)$/.test(found));

const mediaMembers = ({ format, sampleRateHertz }: Media): Partial<TranscriptionJob> => ({
  MediaFormat: format,
  ...(sampleRateHertz === undefined ? {} : { MediaSampleRateHertz: sampleRateHertz }),
});

/** The text beside the media, else the comment inside it: sound is not recognised here. */
async function whatIsSaid(
  call: TranscribeCall,
  principal: Principal,
  { bucket, key }: S3Location,
  { comment }: Media,
): Promise<string> {
  const sidecar = await findSidecar(call, principal, { bucket, key: `${key}.txt` });
  const text = sidecar ?? comment ?? '';
  if (text.trim() !== '') return text;
  throw new JobFailure(
    `This sandbox does not recognise speech: put what is said beside the media, as s3://${bucket}/${key}.txt, or into a WAV file as its comment (ICMT).`,
  );
}

/** Undefined also when the principal may not list the bucket, so that S3 will not say whether there is such an object. */
async function findSidecar(call: TranscribeCall, principal: Principal, at: S3Location): Promise<string | undefined> {
  const payload = await findObject(call, principal, at).catch((error: unknown) => {
    if (error instanceof ServiceError && error.code === 'AccessDenied') return undefined;
    throw error;
  });
  if (payload && payload.size > MOST_SIDECAR_BYTES) throw new JobFailure('The text beside the media is over 1 MB.');
  return payload && new TextDecoder().decode(await payload.bytes(MOST_SIDECAR_BYTES));
}

function languageOf(
  { IdentifyLanguage: isIdentified, LanguageOptions: offered = [] }: TranscriptionJob,
  text: string,
): Partial<TranscriptionJob> {
  if (!isIdentified) return {};
  const found = identifyLanguage(text, offered as readonly LanguageCode[]); // the model lists the same codes
  if (!found) throw new JobFailure('The language of the media could not be identified.');
  return { LanguageCode: found.code, IdentifiedLanguageScore: found.score };
}
