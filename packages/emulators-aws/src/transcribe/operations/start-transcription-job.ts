import type { StartTranscriptionJobRequest, StartTranscriptionJobResponse } from '@aws-sdk/client-transcribe';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { startNeed } from '../needs.ts';
import { runJob } from '../running.ts';
import { actingPrincipal, checkMedia, checkRequest, newJob } from '../starting.ts';
import type { TranscribeState } from '../state.ts';

export const startTranscriptionJob = operation<
  TranscribeState,
  Sent<StartTranscriptionJobRequest>,
  StartTranscriptionJobResponse
>({
  fidelity: 'simplified',
  differs:
    'Speech is not recognised: the text comes from an object <key>.txt beside the media or from the comment in a WAV file, with times by the length of words; no custom vocabularies and models, and a bucket for the output is needed.',
  needs: startNeed,
  handle: async (request, call) => {
    checkRequest(call, request);
    const principal = actingPrincipal(call, request);
    await checkMedia(call, principal, request.Media.MediaFileUri);
    const entry = newJob(call, request);
    call.state.jobs.set(entry.name, entry);
    call.background((later) => runJob(later, entry, principal));
    return { TranscriptionJob: { ...entry.job } };
  },
});
