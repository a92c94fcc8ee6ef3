import type { DetectPiiEntitiesRequest, DetectPiiEntitiesResponse } from '@aws-sdk/client-comprehend';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { COMPREHEND_PII_UNIT } from '../../prices.ts';
import { piiEntitiesOf } from '../answers.ts';
import { chargeText, checkLanguage, checkSize, LONG_BYTES, PII_LANGUAGES } from '../requests.ts';
import type { ComprehendState } from '../state.ts';

export const detectPiiEntities = operation<ComprehendState, Sent<DetectPiiEntitiesRequest>, DetectPiiEntitiesResponse>({
  fidelity: 'simplified',
  differs: 'By forms, check digits and the English words around them; names only of a short list or when introduced.',
  handle: ({ Text, LanguageCode }, call) => {
    checkSize(Text, LONG_BYTES);
    checkLanguage(LanguageCode, PII_LANGUAGES);
    chargeText(call, COMPREHEND_PII_UNIT, Text);
    return { Entities: piiEntitiesOf(Text) };
  },
});
