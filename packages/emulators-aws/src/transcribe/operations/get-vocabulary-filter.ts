import type { GetVocabularyFilterRequest, GetVocabularyFilterResponse } from '@aws-sdk/client-transcribe';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { describeFilter, getFilter } from '../filters.ts';
import { onFilter } from '../needs.ts';
import type { TranscribeState } from '../state.ts';

export const getVocabularyFilter = operation<
  TranscribeState,
  Sent<GetVocabularyFilterRequest>,
  GetVocabularyFilterResponse
>({
  fidelity: 'simplified',
  differs: 'Without an address to download the words from.',
  needs: onFilter('GetVocabularyFilter'),
  handle: ({ VocabularyFilterName: name }, call) => describeFilter(getFilter(call, name)),
});
