import type { BatchDetectKeyPhrasesRequest, BatchDetectKeyPhrasesResponse } from '@aws-sdk/client-comprehend';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { COMPREHEND_UNIT } from '../../prices.ts';
import { keyPhrasesOf } from '../answers.ts';
import { answerBatch, checkLanguage } from '../requests.ts';
import type { ComprehendState } from '../state.ts';

const ENGLISH = ['en'];

export const batchDetectKeyPhrases = operation<
  ComprehendState,
  Sent<BatchDetectKeyPhrasesRequest>,
  BatchDetectKeyPhrasesResponse
>({
  fidelity: 'simplified',
  differs: 'English only, by lists of words that end a noun phrase.',
  handle: ({ TextList, LanguageCode }, call) => {
    checkLanguage(LanguageCode, ENGLISH);
    return answerBatch(call, TextList, COMPREHEND_UNIT, (text) => ({ KeyPhrases: keyPhrasesOf(text) }));
  },
});
