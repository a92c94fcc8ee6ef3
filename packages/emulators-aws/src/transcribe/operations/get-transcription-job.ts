import type { GetTranscriptionJobRequest, GetTranscriptionJobResponse } from '@aws-sdk/client-transcribe';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { jobNotFound } from '../errors.ts';
import { onJob } from '../needs.ts';
import type { TranscribeState } from '../state.ts';

export const getTranscriptionJob = operation<
  TranscribeState,
  Sent<GetTranscriptionJobRequest>,
  GetTranscriptionJobResponse
>({
  fidelity: 'real',
  needs: onJob('GetTranscriptionJob'),
  handle: ({ TranscriptionJobName: name }, { state }) => {
    const entry = state.jobs.get(name);
    if (!entry) throw jobNotFound();
    return { TranscriptionJob: entry.job };
  },
});
