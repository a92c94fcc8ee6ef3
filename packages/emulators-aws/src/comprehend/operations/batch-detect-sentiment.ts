import type { BatchDetectSentimentRequest, BatchDetectSentimentResponse } from '@aws-sdk/client-comprehend';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { COMPREHEND_UNIT } from '../../prices.ts';
import { answerBatch, checkLanguage } from '../requests.ts';
import { SENTIMENT_LANGUAGES, sentimentOf } from '../sentiment.ts';
import type { ComprehendState } from '../state.ts';

export const batchDetectSentiment = operation<
  ComprehendState,
  Sent<BatchDetectSentimentRequest>,
  BatchDetectSentimentResponse
>({
  fidelity: 'simplified',
  differs:
    'A small model of about 700 English words, fewer Spanish, French and German ones, with negation; no other languages.',
  handle: ({ TextList, LanguageCode }, call) => {
    checkLanguage(LanguageCode, SENTIMENT_LANGUAGES);
    return answerBatch(call, TextList, COMPREHEND_UNIT, (text) => sentimentOf(text, LanguageCode));
  },
});
