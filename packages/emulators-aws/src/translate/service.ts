import { defineService } from '@cairn/emulator-kit';
import { modelOf } from '../models.ts';
import { deleteTerminology } from './operations/delete-terminology.ts';
import { getTerminology } from './operations/get-terminology.ts';
import { importTerminology } from './operations/import-terminology.ts';
import { listLanguages } from './operations/list-languages.ts';
import { listTerminologies } from './operations/list-terminologies.ts';
import { translateText } from './operations/translate-text.ts';
import { emptyState, type TranslateState } from './state.ts';

/** Amazon Translate: a small dictionary, and terminologies that are really applied. */
export const translate = defineService<TranslateState>({
  name: 'translate',
  get model() {
    return modelOf('translate');
  },
  actionPrefix: 'translate',
  scope: 'regional',
  emptyState,
  operations: {
    DeleteTerminology: deleteTerminology,
    GetTerminology: getTerminology,
    ImportTerminology: importTerminology,
    ListLanguages: listLanguages,
    ListTerminologies: listTerminologies,
    TranslateText: translateText,
  },
});
