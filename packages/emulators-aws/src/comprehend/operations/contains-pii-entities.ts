import type {
  ContainsPiiEntitiesRequest,
  ContainsPiiEntitiesResponse,
  PiiEntityType,
} from '@aws-sdk/client-comprehend';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { COMPREHEND_CONTAINS_PII_UNIT } from '../../prices.ts';
import { findPii } from '../pii/find.ts';
import { chargeText, checkLanguage, checkSize, LONG_BYTES, PII_LANGUAGES } from '../requests.ts';
import type { ComprehendState } from '../state.ts';

export const containsPiiEntities = operation<
  ComprehendState,
  Sent<ContainsPiiEntitiesRequest>,
  ContainsPiiEntitiesResponse
>({
  fidelity: 'simplified',
  differs: 'By forms, check digits and the English words around them; names only of a short list or when introduced.',
  handle: ({ Text, LanguageCode }, call) => {
    checkSize(Text, LONG_BYTES);
    checkLanguage(LanguageCode, PII_LANGUAGES);
    chargeText(call, COMPREHEND_CONTAINS_PII_UNIT, Text);
    const labels = new Map<PiiEntityType, number>();
    for (const { type, score } of findPii(Text)) labels.set(type, Math.max(score, labels.get(type) ?? 0));
    return { Labels: [...labels].map(([Name, Score]) => ({ Name, Score })) };
  },
});
