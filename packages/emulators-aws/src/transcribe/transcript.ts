import { type SpokenItem, sentencesOf, textOf } from './spoken.ts';

/** What a transcript is made of. */
export interface TranscriptParts {
  readonly jobName: string;
  readonly accountId: string;
  readonly items: readonly SpokenItem[];
  readonly isRedacted: boolean;
  /** Set when the language was asked for to be found. */
  readonly languageCode: string | undefined;
  readonly showsSpeakers: boolean;
}

const time = (seconds: number): string => seconds.toFixed(3).replace(/0$/, '');

/**
 * The transcript file as Transcribe writes it.
 *
 * @see https://docs.aws.amazon.com/transcribe/latest/dg/how-input.html
 */
export function transcriptJson({ jobName, accountId, items, isRedacted, ...parts }: TranscriptParts): string {
  const { showsSpeakers, languageCode } = parts;
  return JSON.stringify({
    jobName,
    accountId,
    ...(isRedacted ? { isRedacted: true } : {}),
    status: 'COMPLETED',
    results: {
      ...(languageCode === undefined ? {} : { language_code: languageCode }),
      transcripts: [{ transcript: textOf(items).text }],
      ...(showsSpeakers ? { speaker_labels: speakerLabels(items) } : {}),
      items: items.map((item, id) => itemJson(item, id, showsSpeakers)),
      audio_segments: audioSegments(items, showsSpeakers),
    },
  });
}

function itemJson(item: SpokenItem, id: number, showsSpeakers: boolean): object {
  const { kind, content, redaction } = item;
  const isWord = kind === 'pronunciation';
  const alternative =
    redaction === undefined
      ? { confidence: isWord ? '1.0' : '0.0', content }
      : { content, redactions: [{ confidence: redaction.toFixed(4) }] };
  return {
    id,
    type: kind,
    alternatives: [alternative],
    ...(isWord ? { start_time: time(item.startSeconds), end_time: time(item.endSeconds) } : {}),
    ...(showsSpeakers ? { speaker_label: item.speaker } : {}),
    ...(item.isFilterMatch ? { vocabularyFilterMatch: true } : {}),
  };
}

const timesOf = (sentence: readonly SpokenItem[]) => ({
  start_time: time(sentence[0]?.startSeconds ?? 0),
  end_time: time(sentence.findLast(({ kind }) => kind === 'pronunciation')?.endSeconds ?? 0),
});

function audioSegments(items: readonly SpokenItem[], showsSpeakers: boolean): object[] {
  const ids = new Map(items.map((item, id) => [item, id]));
  return sentencesOf(items).map((sentence, id) => ({
    id,
    transcript: textOf(sentence).text,
    ...timesOf(sentence),
    ...(showsSpeakers ? { speaker_label: sentence[0]?.speaker } : {}),
    items: sentence.map((item) => ids.get(item)),
  }));
}

function speakerLabels(items: readonly SpokenItem[]): object {
  const segments = sentencesOf(items).map((sentence) => ({
    ...timesOf(sentence),
    speaker_label: sentence[0]?.speaker,
    items: sentence
      .filter(({ kind }) => kind === 'pronunciation')
      .map((item) => ({ ...timesOf([item]), speaker_label: item.speaker })),
  }));
  return { channel_label: 'ch_0', speakers: new Set(items.map(({ speaker }) => speaker)).size, segments };
}

/** Subtitles, a cue a sentence. */
export function subtitles(items: readonly SpokenItem[], format: 'vtt' | 'srt', firstIndex: number): string {
  const stamp = (seconds: number) => {
    const iso = new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23);
    return format === 'vtt' ? iso : iso.replace('.', ',');
  };
  const cues = sentencesOf(items).map((sentence, at) => {
    const end = sentence.findLast(({ kind }) => kind === 'pronunciation')?.endSeconds ?? 0;
    const times = `${stamp(sentence[0]?.startSeconds ?? 0)} --> ${stamp(end)}`;
    return `${at + firstIndex}\n${times}\n${textOf(sentence).text}\n`;
  });
  return `${format === 'vtt' ? 'WEBVTT\n\n' : ''}${cues.join('\n')}`;
}
