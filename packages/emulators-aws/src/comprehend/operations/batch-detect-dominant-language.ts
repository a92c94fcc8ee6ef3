import type {
  BatchDetectDominantLanguageRequest,
  BatchDetectDominantLanguageResponse,
} from '@aws-sdk/client-comprehend';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { COMPREHEND_UNIT } from '../../prices.ts';
import { dominantLanguages } from '../dominant-language.ts';
import { answerBatch } from '../requests.ts';
import type { ComprehendState } from '../state.ts';

export const batchDetectDominantLanguage = operation<
  ComprehendState,
  Sent<BatchDetectDominantLanguageRequest>,
  BatchDetectDominantLanguageResponse
>({
  fidelity: 'simplified',
  differs: 'A small model that knows fourteen languages by their letters and eight more by their script.',
  handle: ({ TextList }, call) =>
    answerBatch(call, TextList, COMPREHEND_UNIT, (text) => ({ Languages: dominantLanguages(text) })),
});
