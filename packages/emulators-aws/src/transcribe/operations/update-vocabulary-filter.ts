import type { UpdateVocabularyFilterRequest, UpdateVocabularyFilterResponse } from '@aws-sdk/client-transcribe';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { describeFilter, filterWordsOf, getFilter } from '../filters.ts';
import { onFilter } from '../needs.ts';
import type { TranscribeState } from '../state.ts';

export const updateVocabularyFilter = operation<
  TranscribeState,
  Sent<UpdateVocabularyFilterRequest>,
  UpdateVocabularyFilterResponse
>({
  fidelity: 'simplified',
  differs: 'A file of words is read with the rights of the caller.',
  needs: onFilter('UpdateVocabularyFilter'),
  handle: async (input, call) => {
    const before = getFilter(call, input.VocabularyFilterName);
    const filter = { ...before, words: await filterWordsOf(call, input), modifiedAt: call.now() };
    call.state.filters.set(filter.name, filter);
    return describeFilter(filter);
  },
});
