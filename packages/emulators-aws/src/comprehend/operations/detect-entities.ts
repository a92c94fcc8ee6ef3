import type { DetectEntitiesRequest, DetectEntitiesResponse } from '@aws-sdk/client-comprehend';
import { operation } from '@cairn/emulator-kit';
import { COMPREHEND_UNIT } from '../../prices.ts';
import { entitiesOf } from '../answers.ts';
import { invalidRequest } from '../errors.ts';
import { chargeText, checkLanguage, checkSize, LONG_BYTES } from '../requests.ts';
import type { ComprehendState } from '../state.ts';

const ENGLISH = ['en'];

export const detectEntities = operation<ComprehendState, DetectEntitiesRequest, DetectEntitiesResponse>({
  fidelity: 'simplified',
  differs: 'English only, by short lists of names and by forms; no custom recognizers and no documents.',
  handle: ({ Text, LanguageCode, EndpointArn, Bytes, DocumentReaderConfig }, call) => {
    const custom = EndpointArn ?? Bytes ?? DocumentReaderConfig;
    if (custom !== undefined) {
      throw invalidRequest('EndpointArn, Bytes and DocumentReaderConfig are not supported in this sandbox: send Text.');
    }
    if (Text === undefined) throw invalidRequest('Text is missing: send the text to look through.');
    if (LanguageCode === undefined) throw invalidRequest('LanguageCode is missing: name the language of the text.');
    checkSize(Text, LONG_BYTES);
    checkLanguage(LanguageCode, ENGLISH);
    chargeText(call, COMPREHEND_UNIT, Text);
    return { Entities: entitiesOf(Text) };
  },
});
