import type { DeleteTranscriptionJobRequest } from '@aws-sdk/client-transcribe';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { jobNotFound } from '../errors.ts';
import { onJob } from '../needs.ts';
import type { TranscribeState } from '../state.ts';

export const deleteTranscriptionJob = operation<
  TranscribeState,
  Sent<DeleteTranscriptionJobRequest>,
  Record<string, never>
>({
  fidelity: 'real',
  needs: onJob('DeleteTranscriptionJob'),
  handle: ({ TranscriptionJobName: name }, { state }) => {
    if (!state.jobs.delete(name)) throw jobNotFound();
    return {};
  },
});
