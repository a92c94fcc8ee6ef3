import type { CreateVocabularyFilterRequest, CreateVocabularyFilterResponse } from '@aws-sdk/client-transcribe';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { filterExists, notSupported } from '../errors.ts';
import { describeFilter, filterWordsOf } from '../filters.ts';
import type { TranscribeState } from '../state.ts';

export const createVocabularyFilter = operation<
  TranscribeState,
  Sent<CreateVocabularyFilterRequest>,
  CreateVocabularyFilterResponse
>({
  fidelity: 'simplified',
  differs: 'Without tags, and a file of words is read with the rights of the caller.',
  handle: async (input, call) => {
    if (input.Tags) throw notSupported('Tags');
    const { VocabularyFilterName: name, LanguageCode: languageCode } = input;
    if (call.state.filters.has(name)) throw filterExists();
    const filter = { name, languageCode, words: await filterWordsOf(call, input), modifiedAt: call.now() };
    call.state.filters.set(name, filter);
    return describeFilter(filter);
  },
});
