import type { StartTranscriptionJobRequest } from '@aws-sdk/client-transcribe';
import type { Need } from '@cairn/emulator-kit';
import type { TranscribeCall } from './state.ts';

/** Starting a job has no resource in policies; its output is a condition. */
export function startNeed({
  OutputBucketName,
  OutputKey,
  OutputEncryptionKMSKeyId,
}: StartTranscriptionJobRequest): Need {
  return {
    action: 'transcribe:StartTranscriptionJob',
    resource: '*',
    context: {
      ...(OutputBucketName === undefined ? {} : { 'transcribe:OutputBucketName': OutputBucketName }),
      ...(OutputKey === undefined ? {} : { 'transcribe:OutputKey': OutputKey }),
      ...(OutputEncryptionKMSKeyId === undefined
        ? {}
        : { 'transcribe:OutputEncryptionKMSKeyId': OutputEncryptionKMSKeyId }),
    },
  };
}

export const onJob =
  (action: string) =>
  ({ TranscriptionJobName: name }: { readonly TranscriptionJobName: string }, call: TranscribeCall): Need => ({
    action: `transcribe:${action}`,
    resource: call.arn(`transcription-job/${name}`),
  });

export const onFilter =
  (action: string) =>
  ({ VocabularyFilterName: name }: { readonly VocabularyFilterName: string }, call: TranscribeCall): Need => ({
    action: `transcribe:${action}`,
    resource: call.arn(`vocabulary-filter/${name}`),
  });
