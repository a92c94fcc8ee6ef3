import type { TranslateTextRequest, TranslateTextResponse } from '@aws-sdk/client-translate';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { TRANSLATE_CHARACTER } from '../../prices.ts';
import { invalidRequest, textTooLarge } from '../errors.ts';
import { languagePair } from '../languages.ts';
import { terminologyNeeds } from '../needs.ts';
import type { TranslateState } from '../state.ts';
import { appliedTerminologies, applyTerms, chosenTerminology, termsBetween } from '../terminology.ts';
import { translateWords } from '../words.ts';

/** @see https://docs.aws.amazon.com/translate/latest/APIReference/API_TranslateText.html */
const MOST_BYTES = 10_000;

export const translateText = operation<TranslateState, Sent<TranslateTextRequest>, TranslateTextResponse>({
  fidelity: 'simplified',
  differs:
    'Word by word from a dictionary of 350 words and phrases between English, Spanish, French and German; unknown words stay.',
  needs: terminologyNeeds,
  handle: async (input, call) => {
    const { Text: text, TerminologyNames: names = [], Settings: settings = {} } = input;
    const size = Buffer.byteLength(text);
    if (size > MOST_BYTES) throw textTooLarge(MOST_BYTES, size);
    const [setting] = Object.keys(settings);
    if (setting !== undefined) throw invalidRequest(`Settings.${setting} is not supported in this sandbox.`);
    const terminology = chosenTerminology(call, names);
    const { source, target } = await languagePair(call, input.SourceLanguageCode, input.TargetLanguageCode, text);
    const terms = terminology ? termsBetween(terminology, source, target) : [];
    const { pieces, applied } = applyTerms(text, terms);
    call.charge(TRANSLATE_CHARACTER, [...text].length);
    const translated = pieces.map((piece) => (piece.isFixed ? piece.text : translateWords(piece.text, source, target)));
    return {
      TranslatedText: translated.join(''),
      SourceLanguageCode: source,
      TargetLanguageCode: target,
      ...(terminology ? { AppliedTerminologies: appliedTerminologies(terminology, applied) } : {}),
    };
  },
});
