import type { DetectDominantLanguageResponse } from '@aws-sdk/client-comprehend';
import { ServiceError } from '@cairn/emulator-kit';
import { isLanguage, type Language } from './dictionary.ts';
import { downstreamDenied, unsupportedPair, unsureLanguage } from './errors.ts';
import type { TranslateCall } from './state.ts';

const LEAST_CONFIDENCE = 0.5;

export interface LanguagePair {
  readonly source: Language;
  readonly target: Language;
}

/** The languages of a request; `auto` asks Comprehend with the caller's own permission, as Translate does. */
export async function languagePair(call: TranslateCall, from: string, to: string, text: string): Promise<LanguagePair> {
  const target = to.toLowerCase();
  const source = from.toLowerCase() === 'auto' ? await detectLanguage(call, text) : from.toLowerCase();
  if (!isLanguage(source)) throw unsupportedPair(source, target, 'Source', source);
  if (!isLanguage(target)) throw unsupportedPair(source, target, 'Target', target);
  return { source, target };
}

async function detectLanguage(call: TranslateCall, text: string): Promise<string> {
  const { Languages: languages = [] } = await call
    .invoke<DetectDominantLanguageResponse>('comprehend', 'DetectDominantLanguage', { Text: text }, call.principal)
    .catch((error: unknown) => {
      throw error instanceof ServiceError && /^AccessDenied/.test(error.code) ? downstreamDenied(error.message) : error;
    });
  const { LanguageCode: code = 'en', Score: score = 0 } = languages[0] ?? {};
  if (score < LEAST_CONFIDENCE) throw unsureLanguage(code);
  return code;
}
