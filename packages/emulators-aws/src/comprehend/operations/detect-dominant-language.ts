import type { DetectDominantLanguageRequest, DetectDominantLanguageResponse } from '@aws-sdk/client-comprehend';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { COMPREHEND_UNIT } from '../../prices.ts';
import { dominantLanguages } from '../dominant-language.ts';
import { chargeText, checkSize, LONG_BYTES } from '../requests.ts';
import type { ComprehendState } from '../state.ts';

export const detectDominantLanguage = operation<
  ComprehendState,
  Sent<DetectDominantLanguageRequest>,
  DetectDominantLanguageResponse
>({
  fidelity: 'simplified',
  differs: 'A small model that knows fourteen languages by their letters and eight more by their script.',
  handle: ({ Text }, call) => {
    checkSize(Text, LONG_BYTES);
    chargeText(call, COMPREHEND_UNIT, Text);
    return { Languages: dominantLanguages(Text) };
  },
});
