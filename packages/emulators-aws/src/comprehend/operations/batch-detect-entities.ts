import type { BatchDetectEntitiesRequest, BatchDetectEntitiesResponse } from '@aws-sdk/client-comprehend';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { COMPREHEND_UNIT } from '../../prices.ts';
import { entitiesOf } from '../answers.ts';
import { answerBatch, checkLanguage } from '../requests.ts';
import type { ComprehendState } from '../state.ts';

const ENGLISH = ['en'];

export const batchDetectEntities = operation<
  ComprehendState,
  Sent<BatchDetectEntitiesRequest>,
  BatchDetectEntitiesResponse
>({
  fidelity: 'simplified',
  differs: 'English only, by short lists of names and by forms.',
  handle: ({ TextList, LanguageCode }, call) => {
    checkLanguage(LanguageCode, ENGLISH);
    return answerBatch(call, TextList, COMPREHEND_UNIT, (text) => ({ Entities: entitiesOf(text) }));
  },
});
