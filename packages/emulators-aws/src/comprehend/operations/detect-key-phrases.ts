import type { DetectKeyPhrasesRequest, DetectKeyPhrasesResponse } from '@aws-sdk/client-comprehend';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { COMPREHEND_UNIT } from '../../prices.ts';
import { keyPhrasesOf } from '../answers.ts';
import { chargeText, checkLanguage, checkSize, LONG_BYTES } from '../requests.ts';
import type { ComprehendState } from '../state.ts';

const ENGLISH = ['en'];

export const detectKeyPhrases = operation<ComprehendState, Sent<DetectKeyPhrasesRequest>, DetectKeyPhrasesResponse>({
  fidelity: 'simplified',
  differs: 'English only, by lists of words that end a noun phrase.',
  handle: ({ Text, LanguageCode }, call) => {
    checkSize(Text, LONG_BYTES);
    checkLanguage(LanguageCode, ENGLISH);
    chargeText(call, COMPREHEND_UNIT, Text);
    return { KeyPhrases: keyPhrasesOf(Text) };
  },
});
