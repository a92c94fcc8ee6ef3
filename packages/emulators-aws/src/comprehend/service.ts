import { defineService } from '@cairn/emulator-kit';
import { modelOf } from '../models.ts';
import { batchDetectDominantLanguage } from './operations/batch-detect-dominant-language.ts';
import { batchDetectEntities } from './operations/batch-detect-entities.ts';
import { batchDetectKeyPhrases } from './operations/batch-detect-key-phrases.ts';
import { batchDetectSentiment } from './operations/batch-detect-sentiment.ts';
import { containsPiiEntities } from './operations/contains-pii-entities.ts';
import { detectDominantLanguage } from './operations/detect-dominant-language.ts';
import { detectEntities } from './operations/detect-entities.ts';
import { detectKeyPhrases } from './operations/detect-key-phrases.ts';
import { detectPiiEntities } from './operations/detect-pii-entities.ts';
import { detectSentiment } from './operations/detect-sentiment.ts';
import { type ComprehendState, emptyState } from './state.ts';

/** Amazon Comprehend: small models of word lists, forms and letters, that say so in the fidelity table. */
export const comprehend = defineService<ComprehendState>({
  name: 'comprehend',
  get model() {
    return modelOf('comprehend');
  },
  actionPrefix: 'comprehend',
  scope: 'regional',
  emptyState,
  operations: {
    BatchDetectDominantLanguage: batchDetectDominantLanguage,
    BatchDetectEntities: batchDetectEntities,
    BatchDetectKeyPhrases: batchDetectKeyPhrases,
    BatchDetectSentiment: batchDetectSentiment,
    ContainsPiiEntities: containsPiiEntities,
    DetectDominantLanguage: detectDominantLanguage,
    DetectEntities: detectEntities,
    DetectKeyPhrases: detectKeyPhrases,
    DetectPiiEntities: detectPiiEntities,
    DetectSentiment: detectSentiment,
  },
});
