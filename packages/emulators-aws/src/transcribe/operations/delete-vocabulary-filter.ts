import type { DeleteVocabularyFilterRequest } from '@aws-sdk/client-transcribe';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { getFilter } from '../filters.ts';
import { onFilter } from '../needs.ts';
import type { TranscribeState } from '../state.ts';

export const deleteVocabularyFilter = operation<
  TranscribeState,
  Sent<DeleteVocabularyFilterRequest>,
  Record<string, never>
>({
  fidelity: 'real',
  needs: onFilter('DeleteVocabularyFilter'),
  handle: ({ VocabularyFilterName: name }, call) => {
    call.state.filters.delete(getFilter(call, name).name);
    return {};
  },
});
