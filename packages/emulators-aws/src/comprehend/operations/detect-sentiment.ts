import type { DetectSentimentRequest, DetectSentimentResponse } from '@aws-sdk/client-comprehend';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { COMPREHEND_UNIT } from '../../prices.ts';
import { chargeText, checkLanguage, checkSize, SHORT_BYTES } from '../requests.ts';
import { SENTIMENT_LANGUAGES, sentimentOf } from '../sentiment.ts';
import type { ComprehendState } from '../state.ts';

export const detectSentiment = operation<ComprehendState, Sent<DetectSentimentRequest>, DetectSentimentResponse>({
  fidelity: 'simplified',
  differs:
    'A small model of about 700 English words, fewer Spanish, French and German ones, with negation; no other languages.',
  handle: ({ Text, LanguageCode }, call) => {
    checkSize(Text, SHORT_BYTES);
    checkLanguage(LanguageCode, SENTIMENT_LANGUAGES);
    chargeText(call, COMPREHEND_UNIT, Text);
    return sentimentOf(Text, LanguageCode);
  },
});
