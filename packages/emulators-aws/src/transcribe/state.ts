import type { LanguageCode, TranscriptionJob } from '@aws-sdk/client-transcribe';
import type { Call } from '@cairn/emulator-kit';

/** Jobs and word filters of one account and region, by name. */
export interface TranscribeState {
  readonly jobs: Map<string, JobEntry>;
  readonly filters: Map<string, VocabularyFilter>;
}

export type TranscribeCall = Call<TranscribeState>;

/** A job as it is described, and where its transcript goes. */
export interface JobEntry {
  readonly name: string;
  readonly createdAt: number;
  readonly output: Output;
  job: TranscriptionJob;
}

export interface Output {
  readonly bucket: string;
  readonly key: string;
  readonly kmsKeyId: string | undefined;
}

/** Words that jobs take out of their transcripts. */
export interface VocabularyFilter {
  readonly name: string;
  readonly languageCode: LanguageCode;
  readonly words: readonly string[];
  readonly modifiedAt: number;
}

export const emptyState = (): TranscribeState => ({ jobs: new Map(), filters: new Map() });
