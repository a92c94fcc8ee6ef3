import { defineService } from '@cairn/emulator-kit';
import { modelOf } from '../models.ts';
import { createVocabularyFilter } from './operations/create-vocabulary-filter.ts';
import { deleteTranscriptionJob } from './operations/delete-transcription-job.ts';
import { deleteVocabularyFilter } from './operations/delete-vocabulary-filter.ts';
import { getTranscriptionJob } from './operations/get-transcription-job.ts';
import { getVocabularyFilter } from './operations/get-vocabulary-filter.ts';
import { listTranscriptionJobs } from './operations/list-transcription-jobs.ts';
import { listVocabularyFilters } from './operations/list-vocabulary-filters.ts';
import { startTranscriptionJob } from './operations/start-transcription-job.ts';
import { updateVocabularyFilter } from './operations/update-vocabulary-filter.ts';
import { emptyState, type TranscribeState } from './state.ts';

/** Amazon Transcribe: jobs that write real transcripts of what the media, or a text beside it, says is spoken. */
export const transcribe = defineService<TranscribeState>({
  name: 'transcribe',
  get model() {
    return modelOf('transcribe');
  },
  actionPrefix: 'transcribe',
  scope: 'regional',
  emptyState,
  operations: {
    CreateVocabularyFilter: createVocabularyFilter,
    DeleteTranscriptionJob: deleteTranscriptionJob,
    DeleteVocabularyFilter: deleteVocabularyFilter,
    GetTranscriptionJob: getTranscriptionJob,
    GetVocabularyFilter: getVocabularyFilter,
    ListTranscriptionJobs: listTranscriptionJobs,
    ListVocabularyFilters: listVocabularyFilters,
    StartTranscriptionJob: startTranscriptionJob,
    UpdateVocabularyFilter: updateVocabularyFilter,
  },
});
